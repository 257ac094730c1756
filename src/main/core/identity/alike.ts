import type { EntityType } from '../../../shared/model.ts';
import { entityClass, entityKey } from '../extract/key.ts';
import { knownAs } from '../extract/known.ts';
import { commonFirstNames, commonSurnames } from './words.ts';

/** An entity as its name is compared. */
export interface NamedEntity {
  row: number;
  name: string;
  type: EntityType;
  articles: number;
}

/** Two entities whose names may mean one. */
export interface AlikePair {
  /** The one whose name would stay. */
  a: NamedEntity;
  b: NamedEntity;
  /** What is alike, in words. */
  reason: string;
  /** The company that both must keep for it to be worth asking; 0 where the names say enough. */
  company: number;
  /** How much the names alone speak for it. */
  surety: number;
  /** Whom else `b` may mean by the same rule: the one who keeps the best company is meant, if any. */
  contest: string | null;
}

/** More than this many of one key ("Smith", "NA") say nothing of any two. */
const mostOfKey = 12;

const smallWords = new Set('and of the for in on at de la du & to'.split(' '));
/** What may stand at the end of a company's full name and be left out by others. */
const trailing = new Set(
  'group holdings holding technologies technology systems international global corporation industries enterprises electronics motors motor airlines airways bank banking pharmaceuticals pharmaceutical therapeutics energy entertainment networks software semiconductor semiconductors partners capital communications company companies solutions services foods brands stores worldwide university department ministry'.split(
    ' ',
  ),
);
/** Words that name nobody by themselves, so that they are no short form. */
const plain = new Set(
  'ai bank news research labs lab times post press court house congress council commission committee department ministry agency institute university college school foundation union party government state states center centre city county capital ventures partners fund media studios games cloud security energy health board office group team association'.split(
    ' ',
  ),
);
const expansions: Readonly<Record<string, readonly string[]>> = {
  us: ['united', 'states'],
  usa: ['united', 'states'],
  uk: ['united', 'kingdom'],
  eu: ['european', 'union'],
  un: ['united', 'nations'],
  uae: ['united', 'arab', 'emirates'],
  intl: ['international'],
  natl: ['national'],
  dept: ['department'],
  univ: ['university'],
  assn: ['association'],
  fed: ['federal'],
  govt: ['government'],
  mt: ['mount'],
  st: ['saint'],
};
const shortNames: Readonly<Record<string, string>> = {
  bob: 'robert',
  rob: 'robert',
  bill: 'william',
  will: 'william',
  jim: 'james',
  jimmy: 'james',
  mike: 'michael',
  dick: 'richard',
  rick: 'richard',
  tony: 'anthony',
  ted: 'edward',
  joe: 'joseph',
  jack: 'john',
  chuck: 'charles',
  liz: 'elizabeth',
  beth: 'elizabeth',
  kate: 'katherine',
  peggy: 'margaret',
  meg: 'margaret',
  sandy: 'alexander',
  andy: 'andrew',
  drew: 'andrew',
  harry: 'henry',
  hank: 'henry',
  gus: 'augustus',
};

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`.]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the');

const withoutForms = (words: readonly string[]): string[] => {
  const forms = new Set('inc corp corporation co company ltd limited plc ag sa se nv llc lp'.split(' '));
  let end = words.length;
  while (end > 1 && forms.has(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end);
};

/** Our lists know both names, and not as one: a company and its parent, say. */
const listedApart = (one: string, other: string): boolean => {
  const [left, right] = [knownAs(one), knownAs(other)];
  return left.length > 0 && right.length > 0 && !left.some((entity) => right.includes(entity));
};

/** Our lists know a name as both types, so that both may well be meant. */
const listedAsBoth = (name: string, one: EntityType, other: EntityType): boolean => {
  const classes = new Set(knownAs(name).map(({ type }) => entityClass(type)));
  return classes.has(entityClass(one)) && classes.has(entityClass(other));
};

const sameFirstName = (one: string, other: string): 'short' | 'letter' | null => {
  if (one === other) return null;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 1) return long.startsWith(short) ? 'letter' : null;
  if (shortNames[short] === long || (shortNames[long] !== undefined && shortNames[long] === shortNames[short])) return 'short';
  return short.length >= 3 && long.startsWith(short) && long.length - short.length <= 6 ? 'short' : null;
};

const lettersOf = (words: readonly string[]): string[] => {
  const first = (some: readonly string[]) => some.map((word) => word[0] ?? '').join('');
  return [...new Set([first(words), first(words.filter((word) => !smallWords.has(word)))])];
};

interface Entry extends NamedEntity {
  words: string[];
}

const byMoreArticles = (one: NamedEntity, other: NamedEntity): [NamedEntity, NamedEntity] =>
  one.articles > other.articles || (one.articles === other.articles && one.name.length >= other.name.length) ? [one, other] : [other, one];

/** Entities by keys of their names; a pair is only looked for among those of one key. */
class Keys {
  readonly #entries = new Map<string, Entry[]>();

  add(key: string, entry: Entry): void {
    const there = this.#entries.get(key);
    if (there === undefined) this.#entries.set(key, [entry]);
    else if (there.length <= mostOfKey) there.push(entry);
  }

  /** None where too many share the key. */
  of(key: string): readonly Entry[] {
    const found = this.#entries.get(key) ?? [];
    return found.length > mostOfKey ? [] : found;
  }
}

const typeWords: Readonly<Record<EntityType, string>> = {
  company: 'a company',
  organization: 'an organization',
  person: 'a person',
  place: 'a place',
  product: 'a product',
};

/** How much company a name of two classes asks for: what is often misread little, what is often both much. */
const companyAcross = (one: EntityType, other: EntityType): number => {
  const classes = [entityClass(one), entityClass(other)].sort().join(' ');
  if (classes === 'org product' || classes === 'org person') return 0.8;
  return classes.includes('place') ? 2.4 : 1.6;
};

/** Finds entities whose names may mean one, by keys of their names; never compares all with all. */
export class Alike {
  readonly #people = new Keys();
  readonly #bodies = new Keys();
  readonly #letters = new Keys();
  readonly #all = new Keys();
  readonly #entries: Entry[] = [];

  /** Takes in an entity. */
  add(entity: NamedEntity): void {
    const words = entity.type === 'person' ? wordsOf(entity.name) : withoutForms(wordsOf(entity.name));
    if (words.length === 0 || words.length > 8) return;
    const entry = { ...entity, words };
    this.#entries.push(entry);
    this.#all.add(words.join(''), entry);
    if (entity.type === 'person') {
      if (words.length > 1) this.#people.add(words.at(-1) ?? '', entry);
    } else if (entityClass(entity.type) === 'org') {
      this.#bodies.add(words.join(' '), entry);
      this.#bodies.add(`= ${words.flatMap((word) => expansions[word] ?? [word]).join(' ')}`, entry);
      if (words.length > 2) for (const letters of lettersOf(words)) this.#letters.add(letters, entry);
    }
  }

  /** How many were taken in. */
  get size(): number {
    return this.#entries.length;
  }

  /** The pairs of which entity number `at` is the one that may be joined to another. */
  pairsOf(at: number): AlikePair[] {
    const entry = this.#entries[at];
    if (entry === undefined) return [];
    const pairs = [
      ...this.#acrossClasses(entry),
      ...(entry.type === 'person' ? this.#ofPerson(entry) : entityClass(entry.type) === 'org' ? this.#ofBody(entry) : []),
    ];
    return pairs.filter(({ a, b }) => a.row !== b.row);
  }

  #acrossClasses(entry: Entry): AlikePair[] {
    return this.#all.of(entry.words.join('')).flatMap((other): AlikePair[] => {
      const kinds = [entityClass(entry.type), entityClass(other.type)];
      if (other.row <= entry.row || kinds[0] === kinds[1] || listedAsBoth(entry.name, entry.type, other.type)) return [];
      const [a, b] = byMoreArticles(entry, other);
      const reason = `The same name, read as ${typeWords[a.type]} and as ${typeWords[b.type]}`;
      return [{ a, b, reason, company: companyAcross(a.type, b.type), surety: 2, contest: null }];
    });
  }

  #ofPerson(entry: Entry): AlikePair[] {
    const last = entry.words.at(-1) ?? '';
    const others = this.#people.of(last).filter(({ row }) => row !== entry.row);
    if (entry.words.length === 1) {
      return others.map((a) => ({
        a,
        b: entry,
        reason: `“${entry.name}” is the surname of ${a.name}`,
        company: commonSurnames.has(last) ? 1.6 : 0.8,
        surety: commonSurnames.has(last) ? 0.5 : 1.5,
        contest: `surname ${entry.row}`,
      }));
    }
    const first = entry.words[0] ?? '';
    return others.flatMap((other): AlikePair[] => {
      const its = other.words[0] ?? '';
      const [short, long] = entry.name.length <= other.name.length ? [entry, other] : [other, entry];
      if (short !== entry || (short.name.length === long.name.length && short.row < long.row)) return [];
      const common = commonSurnames.has(last) && commonFirstNames.has(first);
      if (first === its) {
        if (short.words.length >= long.words.length) return [];
        const reason = `${short.name} is ${long.name} without what stands between first name and surname`;
        return [{ a: long, b: short, reason, company: common ? 1.2 : 0.5, surety: 2, contest: `middle ${short.row}` }];
      }
      const how = sameFirstName(first, its);
      if (how === null) return [];
      const reason =
        how === 'letter'
          ? `${short.name} may be ${long.name}, the first name cut to a letter`
          : `The same surname, and “${first}” may be short for “${its}”`;
      return [
        { a: long, b: short, reason, company: common ? 1.6 : 0.8, surety: how === 'letter' ? 1 : 1.5, contest: `first ${short.row}` },
      ];
    });
  }

  #ofBody(entry: Entry): AlikePair[] {
    const { words, name } = entry;
    const pairs: AlikePair[] = [];
    const written = words.flatMap((word) => expansions[word] ?? [word]);
    for (const other of this.#bodies.of(`= ${written.join(' ')}`)) {
      if (other.row <= entry.row || entityKey(other.name, other.type) === entityKey(name, entry.type)) continue;
      const [a, b] = byMoreArticles(entry, other);
      if (listedApart(a.name, b.name)) continue;
      pairs.push({ a, b, reason: `The same name, once abbreviated`, company: 0, surety: 3, contest: null });
    }
    const letters = words.join('');
    if (words.length === 1 && /^[\p{Lu}\d&.-]{2,7}$/u.test(name)) {
      for (const a of this.#letters.of(letters)) {
        if (a.row === entry.row || listedApart(a.name, name)) continue;
        pairs.push({
          a,
          b: entry,
          reason: `“${name}” are the first letters of ${a.name}`,
          company: 0.8,
          surety: 1.2,
          contest: `letters ${entry.row}`,
        });
      }
    }
    // The longer name's own keys are looked up in its shorter forms, so that this costs a look-up a word.
    for (let cut = 1; cut < words.length; cut += 1) {
      const tail = words.slice(cut);
      const [lead, rest] = [words.slice(0, cut), words.slice(words.length - cut)];
      for (const short of this.#bodies.of(tail.join(' '))) {
        const named = this.#bodies.of(lead.join(' ')).length > 0;
        if (short.row === entry.row || !named || tail.every((word) => plain.has(word) || trailing.has(word) || word.length < 4)) continue;
        if (listedApart(short.name, name)) continue;
        const [a, b] = byMoreArticles(entry, short);
        const reason = `${name} is ${short.name} with another name before it`;
        pairs.push({ a, b, reason, company: 1.2, surety: 1, contest: `tail ${short.row}` });
      }
      const head = words.slice(0, words.length - cut);
      if (!rest.every((word) => trailing.has(word)) || head.every((word) => plain.has(word) || word.length < 3)) continue;
      for (const short of this.#bodies.of(head.join(' '))) {
        if (short.row === entry.row || listedApart(short.name, name)) continue;
        const [a, b] = byMoreArticles(entry, short);
        const reason = `${name} is ${short.name} with what it is after it`;
        pairs.push({ a, b, reason, company: 1.2, surety: 1, contest: `head ${short.row}` });
      }
    }
    return pairs;
  }
}
