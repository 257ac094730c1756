import type { EntityClass } from '../extract/key.ts';
import type { Cluster } from './clusters.ts';
import { type Trait, valuesOf } from './describe.ts';
import { countryOf, regionsClash, wellKnownCountry } from './regions.ts';
import { areNear, commonFirstNames, commonSurnames } from './words.ts';

/**
 * Whether a name in an article means somebody that the library knows: a sum of reasons for and against. Above zero it does. The
 * figures were set on the cases in training/identity; docs/decisions/identity.md says what each stands for.
 */
export interface Weighed {
  score: number;
  /** What spoke for it or against it, strongest first, in a few words each. */
  reasons: string[];
}

/** Somebody who is called so. */
export interface Known {
  /** In how many articles each trait was told. */
  traits: ReadonlyMap<string, number>;
  /** Articles that mention it. */
  articles: number;
  /**
   * Whether the name is its own; or its own but perhaps only a short form, which others have too; or one that is only given to it, which
   * speaks for nobody.
   */
  name: 'own' | 'short' | 'given';
  /** Others of the article at hand that it was mentioned together with, rarest first. */
  companions: readonly Companion[];
}

export interface Companion {
  class: EntityClass;
  name: string;
  /** Articles that mention it. */
  articles: number;
}

const companionWeight: Readonly<Record<EntityClass, number>> = { person: 1.6, org: 1.6, product: 1.2, place: 0.5 };
const mostByCompanions = 4;

/** What a shared companion says: the fewer articles name it, the more. */
const weightOf = ({ class: kind, articles }: Companion): number => companionWeight[kind] / (1 + Math.log2(Math.max(1, articles)));

/** What those who are mentioned together with somebody speak for its being the same. */
export const sharedCompany = (companions: readonly Companion[]): number =>
  Math.min(
    mostByCompanions,
    companions.reduce((sum, companion) => sum + weightOf(companion), 0),
  );

/** Traits that a name was given in one article of very many say nothing of it. */
const telling = (traits: ReadonlyMap<string, number>, articles: number): string[] =>
  [...traits].filter(([, count]) => count >= articles * 0.04).map(([trait]) => trait);

const intersect = (some: readonly string[], others: readonly string[]): string | undefined => some.find((value) => others.includes(value));

/** How strongly a name alone says who is meant: one that many have says little. */
export const nameWeight = ({ class: kind, name, listed }: Cluster): number => {
  if (kind === 'place') return 1;
  if (listed) return 3.5;
  const words = name.split(/\s+/);
  if (kind === 'person') {
    const last = (words.at(-1) ?? '').toLowerCase();
    if (words.length === 1) return commonSurnames.has(last) ? -0.5 : 0.3;
    if (!commonSurnames.has(last)) return 2;
    return commonFirstNames.has((words[0] ?? '').toLowerCase()) ? -0.1 : 1.2;
  }
  if (kind === 'org') return words.length > 1 ? 2.5 : 1;
  return 3;
};

/** At most this speaks for a short form being a name of its own. */
const shortName = 0.2;

interface Clashes {
  near: number;
  far: number;
}
const clashes: Readonly<Record<'role' | 'trade', Clashes>> = { role: { near: -0.8, far: -2.5 }, trade: { near: -0.4, far: -1.8 } };

class Sum {
  readonly #parts: [number, string][] = [];

  add(weight: number, reason: string): void {
    if (weight !== 0) this.#parts.push([weight, reason]);
  }

  get result(): Weighed {
    const parts = [...this.#parts].sort(([left], [right]) => Math.abs(right) - Math.abs(left));
    return {
      score: parts.reduce((sum, [weight]) => sum + weight, 0),
      reasons: parts.filter(([, reason]) => reason !== '').map(([, reason]) => reason),
    };
  }
}

const compareFields = (sum: Sum, kind: EntityClass, mine: readonly string[], its: readonly string[], common: boolean): void => {
  const [fields, known] = [valuesOf(mine, 'f'), valuesOf(its, 'f')];
  if (fields.length === 0 || known.length === 0) return;
  const shared = intersect(fields, known);
  if (shared !== undefined) {
    sum.add(kind === 'person' && common ? 0.4 : 0.8, `${shared} in both`);
    const word = intersect(valuesOf(mine, 'r'), valuesOf(its, 'r'));
    if (word !== undefined) sum.add(0.5, `“${word}” in both`);
    return;
  }
  const scale = kind === 'person' ? 'role' : 'trade';
  const near = fields.some((field) => known.some((other) => areNear(scale, field, other)));
  sum.add(clashes[scale][near ? 'near' : 'far'], `${fields.join(', ')} here, ${known.join(', ')} there`);
};

const compareTopics = (sum: Sum, mine: readonly string[], its: readonly string[]): void => {
  const [topics, known] = [valuesOf(mine, 't'), valuesOf(its, 't')];
  if (topics.length === 0 || known.length === 0) return;
  const shared = intersect(topics, known);
  if (shared !== undefined) sum.add(0.3, '');
  else if (!topics.some((topic) => known.some((other) => areNear('topic', topic, other)))) {
    sum.add(-1.2, `an article about ${topics.join(', ')}, others about ${known.join(', ')}`);
  }
};

const compareAffiliations = (sum: Sum, mine: readonly string[], its: readonly string[], common: boolean): void => {
  const [orgs, known] = [valuesOf(mine, 'a'), valuesOf(its, 'a')];
  if (orgs.length === 0 || known.length === 0) return;
  if (intersect(orgs, known) !== undefined) sum.add(2, 'with the same company or body');
  else sum.add(common ? -1.2 : -0.7, 'with another company or body');
};

const compareHomes = (sum: Sum, cluster: Cluster, mine: readonly string[], its: readonly string[]): void => {
  const isPlace = cluster.class === 'place';
  const home = isPlace ? wellKnownCountry(cluster.key) : undefined;
  const [regions, told] = [valuesOf(mine, 'h'), valuesOf(its, 'h')];
  const known = told.length === 0 && home !== undefined ? [home] : told;
  if (known.length === 0) return;
  if (regions.length > 0) {
    if (regionsClash(regions, known)) sum.add(isPlace ? -5 : -1, `${regions.join(', ')} here, ${known.join(', ')} there`);
    else sum.add(isPlace ? 2 : 0.6, `${known.join(', ')} in both`);
  } else if (home !== undefined && regionsClash([home], known)) {
    sum.add(-2, `the bare name means the one in ${home}`);
  }
};

/** A place's region that the article names elsewhere: "Massachusetts" beside a bare "Cambridge". */
const compareSurroundings = (sum: Sum, its: readonly string[], around: readonly string[]): void => {
  for (const region of valuesOf(its, 'h')) {
    if (around.includes(region)) sum.add(1.2, `the article names ${region}`);
    else if (around.some((other) => countryOf(other) === countryOf(region))) sum.add(0.6, `the article names ${countryOf(region)}`);
  }
};

/** Weighs whether a name of an article, with what the article says of it and the regions that it names, means somebody known. */
export const weigh = (cluster: Cluster, traits: readonly Trait[], around: readonly string[], known: Known): Weighed => {
  const sum = new Sum();
  const its = telling(known.traits, known.articles);
  const weight = nameWeight(cluster);
  const common = cluster.class === 'person' && weight < 1.5;
  if (known.name !== 'given') {
    const isShort = known.name === 'short' && !cluster.listed;
    sum.add(isShort ? Math.min(weight, shortName) : weight, cluster.listed ? 'a name that everybody knows' : common ? 'a common name' : '');
    sum.add(Math.min(1, Math.log2(1 + known.articles) / 4), '');
  }
  compareFields(sum, cluster.class, traits, its, common);
  if (cluster.class !== 'place') compareTopics(sum, traits, its);
  if (cluster.class === 'person') compareAffiliations(sum, traits, its, common);
  compareHomes(sum, cluster, traits, its);
  if (cluster.class === 'place') compareSurroundings(sum, its, around);
  const [first] = known.companions;
  if (first !== undefined) {
    const named = known.companions.slice(0, 3).map(({ name }) => name);
    sum.add(sharedCompany(known.companions), `also named with ${named.join(', ')}`);
  }
  return sum.result;
};

/** Weighs whether two sets of traits can be of one: for joining by an acronym, where a name alone says nothing. */
export const clashOf = (kind: EntityClass, some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number => {
  const sum = new Sum();
  const mine = [...some.keys()];
  const its = [...others.keys()];
  compareFields(sum, kind, mine, its, false);
  compareTopics(sum, mine, its);
  if (kind === 'org' && regionsClash(valuesOf(mine, 'h'), valuesOf(its, 'h'))) sum.add(-1, '');
  return sum.result.score;
};
