import type { ExtractedMention, ExtractedRelation, Extraction } from '../src/shared/extraction.ts';
import type { Block, ParsedArticle, Span } from '../src/shared/model.ts';
import { kindAllows, type RelationKind, type RelationStatus } from '../src/shared/relations.ts';
import { type Actor, type Beat, type World, worldFor } from './cast.ts';
import { pick, randomFrom, zipf } from './random.ts';

/**
 * A seeded archive of news in an invented world, for measuring and for property tests: names as skewed as in real news, hubs
 * in most articles, events told by several publishers, some of them in nearly the same words. Its extraction is known, not
 * found.
 */
export interface GeneratedArticle {
  article: ParsedArticle;
  extraction: Extraction;
  /** Articles with the same number report the same event. */
  event: number;
}

export interface CorpusOptions {
  articles: number;
  seed: number;
  /** Length of an article, roughly. */
  words?: number;
}

/** What an article is about: shared by all that report it. */
interface Event {
  number: number;
  beat: Beat;
  cast: readonly Actor[];
  words: readonly string[];
  relation: { kind: RelationKind; status: RelationStatus; subject: Actor; object: Actor } | null;
  day: number;
  told: number;
}

const publishers = [
  'The Courier',
  'Daily Ledger',
  'Morning Post',
  'Wire Service',
  'Tech Herald',
  'Business Week Review',
  'City Observer',
  'The Standard',
];
const statuses: readonly RelationStatus[] = ['stated', 'stated', 'completed', 'announced', 'rumoured', 'denied', 'ended'];
const phrases: Partial<Record<RelationKind, string>> = {
  acquired: 'has acquired',
  invested_in: 'invested in',
  partners_with: 'signed a partnership with',
  competes_with: 'competes with',
  sued: 'sued',
  leads: 'is the chief executive of',
  left: 'resigned from',
  founded: 'founded',
  develops: 'launched',
  uses: 'uses',
  located_in: 'is based in',
  restricts: 'imposed restrictions on',
  met_with: 'met with',
};
const phrasedKinds = Object.keys(phrases) as RelationKind[];

/** The days that the archive covers: two years from this one. */
const firstDay = Date.UTC(2023, 0, 2);
const days = 730;
const dayMs = 86_400_000;

const eventOf = (number: number, world: World, random: () => number): Event => {
  const beat = pick(world.beats, random);
  const cast = new Set<Actor>();
  const size = 10 + Math.floor(random() * 26);
  for (let tries = 0; cast.size < size && tries < size * 3; tries += 1) {
    const source = random() < 0.85 ? beat : pick(world.beats, random);
    const actor = source.actors[source.drawActor()];
    if (actor !== undefined) cast.add(actor);
  }
  for (const { actor, share } of world.hubs) if (random() < share) cast.add(actor);
  const actors = [...cast];
  const possible = phrasedKinds.flatMap((kind) =>
    actors
      .slice(0, 8)
      .flatMap((subject) =>
        actors
          .slice(0, 8)
          .flatMap((object) => (subject !== object && kindAllows(kind, subject.type, object.type) ? { kind, subject, object } : [])),
      ),
  );
  const relation = possible.length > 0 && random() < 0.6 ? { ...pick(possible, random), status: pick(statuses, random) } : null;
  return {
    number,
    beat,
    cast: actors,
    words: Array.from({ length: 25 }, () => pick(beat.words, random)),
    relation,
    day: Math.floor(random() * days),
    told: 0,
  };
};

/** Text that grows sentence by sentence while its spans are noted. */
class Draft {
  text = '';
  readonly blocks: Block[] = [];
  readonly sentences: Span[] = [];
  readonly mentions: ExtractedMention[] = [];
  readonly relations: ExtractedRelation[] = [];
  readonly #named = new Set<Actor>();

  block(kind: Block['kind'], write: () => void): void {
    if (this.text !== '') this.text += '\n\n';
    const start = this.text.length;
    write();
    this.blocks.push({ kind, start, end: this.text.length });
  }

  sentence(parts: readonly (string | Actor)[], end: string): Span {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += ' ';
    const start = this.text.length;
    for (const [at, part] of parts.entries()) {
      if (at > 0) this.text += ' ';
      if (typeof part === 'string') this.text += at === 0 ? part.charAt(0).toUpperCase() + part.slice(1) : part;
      else this.#mention(part);
    }
    this.text += end;
    const span = { start, end: this.text.length };
    this.sentences.push(span);
    return span;
  }

  #mention(actor: Actor): void {
    const text = this.#named.has(actor) ? actor.short : actor.name;
    this.#named.add(actor);
    const start = this.text.length;
    this.text += text;
    const { type, name } = actor;
    this.mentions.push({ start, end: this.text.length, type, text, entity: name, confidence: 1, reason: 'generated' });
  }
}

const articleOf = (event: Event, index: number, world: World, words: number, random: () => number): GeneratedArticle => {
  const draft = new Draft();
  const drawCast = zipf(event.cast.length, 3, random);
  const word = (): string => {
    const chance = random();
    if (chance < 0.12) return pick(event.words, random);
    if (chance < 0.3) return pick(event.beat.words, random);
    return world.commonWords[world.drawCommon()] ?? 'the';
  };
  const someWords = (count: number): string[] => Array.from({ length: count }, word);
  const [first, second] = event.cast;
  draft.block('title', () => {
    draft.sentence(
      [...(first === undefined ? [] : [first]), ...event.words.slice(0, 3 + (event.told % 3)), ...(second === undefined ? [] : [second])],
      '',
    );
  });

  const unnamed = [...event.cast].sort(() => random() - 0.5);
  const statesRelation = event.relation !== null && random() < 0.9;
  let count = 0;
  for (let paragraph = 0; count < words * (0.6 + 0.8 * random()) && paragraph < 40; paragraph += 1) {
    draft.block('paragraph', () => {
      const sentences = 2 + Math.floor(random() * 3);
      for (let at = 0; at < sentences; at += 1) {
        if (event.relation !== null && statesRelation && paragraph === 1 && at === 0) {
          const { kind, status, subject, object } = event.relation;
          const before = draft.mentions.length;
          const span = draft.sentence([subject, phrases[kind] ?? kind, object, ...someWords(6)], '.');
          draft.relations.push({ kind, status, subject: before, object: before + 1, rule: `generated ${kind}`, confidence: 0.9, ...span });
          continue;
        }
        const parts: (string | Actor)[] = someWords(10 + Math.floor(random() * 12));
        const named = [0, 1, 1, 2, 2, 3][Math.floor(random() * 6)] ?? 1;
        for (let nth = 0; nth < named; nth += 1) {
          const actor = (random() < 0.6 ? unnamed.pop() : undefined) ?? event.cast[drawCast()];
          if (actor !== undefined) parts[Math.floor(((nth + random()) * parts.length) / named)] = actor;
        }
        count += parts.length;
        draft.sentence(parts, '.');
      }
    });
  }
  const day = event.day + Math.min(event.told, 2);
  const { text, blocks, mentions, relations, sentences } = draft;
  return {
    event: event.number,
    article: {
      title: text.slice(0, blocks[0]?.end ?? 0),
      text,
      blocks,
      links: [],
      publisher: publishers[(event.number + event.told) % publishers.length] ?? null,
      author: null,
      published: new Date(firstDay + day * dayMs).toISOString().slice(0, 10),
      address: `https://news.example/${event.number}/${index}`,
      language: 'en',
    },
    extraction: { mentions, relations, sentences },
  };
};

/** Articles with what extraction would find in them, one at a time; the same for the same options. */
export function* generateCorpus({ articles, seed, words = 400 }: CorpusOptions): Generator<GeneratedArticle> {
  const random = randomFrom(seed);
  const world = worldFor(articles, random);
  const recent: Event[] = [];
  let events = 0;
  for (let index = 0; index < articles; index += 1) {
    const retold = recent.length > 0 && random() < 0.2 ? pick(recent, random) : undefined;
    const event = retold ?? eventOf(events++, world, random);
    if (retold === undefined) recent.push(event);
    if (recent.length > 40) recent.shift();
    yield articleOf(event, index, world, words, random);
    event.told += 1;
  }
}

/** The same articles as plain text files, headline first, as an import would find them. */
export function* corpusTexts(options: CorpusOptions): Generator<{ name: string; text: string }> {
  let index = 0;
  for (const { article } of generateCorpus(options)) {
    index += 1;
    yield { name: `${String(index).padStart(6, '0')}.txt`, text: `${article.text}\n` };
  }
}
