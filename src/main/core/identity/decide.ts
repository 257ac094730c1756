import { createHash } from 'node:crypto';
import type { AliasReason } from '../../../shared/extraction.ts';
import type { ArticleId, EntityId } from '../../../shared/model.ts';
import type { EntityClass } from '../extract/key.ts';
import { type Candidate, type Identity, joiningReasons, type NodeRow, type Store } from '../store/index.ts';
import type { Cluster } from './clusters.ts';
import { type Trait, valuesOf } from './describe.ts';
import { regionOf, regionsClash, wellKnownCountry } from './regions.ts';
import { type Companion, type Known, nameWeight, type Weighed, weigh } from './weigh.ts';

/** What deciding asks of the library, and how it gives new ids. */
export type IdentityPort = Pick<
  Store,
  | 'candidates'
  | 'articlesWith'
  | 'addIdentity'
  | 'identitiesOf'
  | 'traitsOf'
  | 'companions'
  | 'nodesByKey'
  | 'flushPairs'
  | 'loosen'
  | 'markStaleWith'
>;

/** Who a name of an article is. */
export interface Decided {
  identity: Identity;
  /** Why this name stands for one that is called otherwise. */
  alias: AliasReason | null;
  /** What whom a short form means is called in full; null where the article's own name is as full. */
  called: string | null;
  /** What spoke for it, where it was more than the same name. */
  why: string | null;
}

/** A cluster with what the article says of it. */
export interface Described {
  cluster: Cluster;
  traits: readonly Trait[];
}

/** Somebody by another name must fit the article's context this well, and this much better than whoever is called so. */
const fitsAtLeast = 0.7;
const betterBy = 0.5;
/** An article made anew keeps what was decided of it where little speaks for another. */
const keptBonus = 0.6;
/** In more articles than this a name is no short form of another's. */
const shortAtMost = 20;
/** When a second of a name comes up, the articles of the first are looked at again, up to so many. */
const lookedAtAgain = 40;

/** The id of the identity of a class and key that a sense sets apart; an empty one is the first. */
export const identityId = (kind: string, key: string, sense: string): EntityId => {
  const digits = createHash('sha256')
    .update(sense === '' ? `${kind}:${key}` : `${kind}:${key}#${sense}`)
    .digest('hex')
    .slice(0, 24);
  return `e_${digits}` as EntityId;
};

/** Candidates that lead to one, as one: by its own key where one is there. */
interface Contender {
  root: number;
  identity: Candidate;
  own: boolean;
  reason: AliasReason | null;
}

const contendersOf = (candidates: readonly Candidate[]): Contender[] => {
  const contenders = new Map<number, Contender>();
  for (const candidate of candidates) {
    const { root, reason, said } = candidate;
    if (reason !== null && said <= 0) continue;
    const known = contenders.get(root);
    if (known === undefined) contenders.set(root, { root, identity: candidate, own: reason === null, reason });
    else if (reason !== null && joiningReasons.includes(reason)) known.reason = reason;
  }
  return [...contenders.values()];
};

interface Open {
  described: Described;
  candidates: readonly Candidate[];
  contenders: Contender[];
}

/** One article's names, decided in two rounds: first those that can mean only one, then the others by the company that those keep. */
class Decision {
  readonly #port: IdentityPort;
  readonly #article: ArticleId;
  /** What was decided of the article's names before, by class and key. */
  readonly #before: ReadonlyMap<string, number>;
  readonly #around: readonly string[];
  readonly decided = new Map<Cluster, Decided>();
  #flushed = false;

  constructor(port: IdentityPort, article: ArticleId, before: ReadonlyMap<string, number>, clusters: readonly Cluster[]) {
    this.#port = port;
    this.#article = article;
    this.#before = before;
    this.#around = clusters.flatMap(({ class: kind, key }) => (kind === 'place' ? (regionOf(key) ?? []) : []));
  }

  /** Decides a name that can mean only one; answers what is to be weighed of any other. */
  first(described: Described): Open | null {
    const { cluster, traits } = described;
    const candidates = this.#port.candidates(cluster.class, cluster.key);
    const contenders = contendersOf(candidates);
    const [only] = contenders;
    if (only === undefined) {
      this.#found(described, candidates, []);
      return null;
    }
    const joining = contenders.filter(({ own, reason }) => !own && reason !== null && joiningReasons.includes(reason));
    if (!contenders.some(({ own }) => own) && (joining.length === 1 || joining.some(({ reason }) => reason === 'said'))) {
      // Articles have said that it is called so: the name gets an id of its own, which leads there.
      this.#found(described, candidates, []);
      return null;
    }
    if (contenders.length > 1 || !only.own) return { described, candidates, contenders };
    // What alone can't outweigh the name need not be weighed.
    const little = cluster.class !== 'place' && traits.every((trait) => trait.startsWith('t:')) && nameWeight(cluster) >= 1;
    const plain = little ? 0 : this.#weigh(described, only.root, this.#port.articlesWith(only.root), 'own', []).score;
    if (plain < 0) return { described, candidates, contenders };
    this.decided.set(cluster, { identity: only.identity, alias: null, called: null, why: null });
    return null;
  }

  /** Decides a name by those of the article that are decided already. */
  second({ described, candidates, contenders }: Open): void {
    const { cluster } = described;
    if (!this.#flushed) this.#port.flushPairs();
    this.#flushed = true;
    const others = [...this.decided].filter(([other]) => other !== cluster).map(([, { identity }]) => identity.root);
    const isShort = contenders.some(({ own }) => !own);
    const weighed = contenders.map((contender) => ({ contender, ...this.#weighWith(described, contender, isShort, others) }));
    weighed.sort(
      (left, right) =>
        right.score - left.score || right.articles - left.articles || left.contender.identity.row - right.contender.identity.row,
    );
    const own = weighed.find(({ contender }) => contender.own);
    const [other, next] = weighed.filter(({ contender }) => !contender.own);
    const ownScore = own === undefined || own.score < 0 ? 0 : own.score;
    const fits = other !== undefined && other.score >= fitsAtLeast && other.score >= ownScore + (own === undefined ? 0 : betterBy);
    if (fits && (next === undefined || other.score >= next.score + betterBy)) {
      const { contender, reasons } = other;
      const name = this.#nameOf(contender.root);
      this.decided.set(cluster, {
        identity: contender.identity,
        alias: contender.reason,
        called: name,
        why: `${contender.reason ?? 'short form'} of ${name}; ${reasons.join('; ')}`,
      });
      return;
    }
    if (own !== undefined && own.score >= 0) {
      const { contender, reasons } = own;
      const several = contenders.filter((each) => each.own).length;
      const why = several > 1 ? `one of ${several} of this name; ${reasons.join('; ')}` : null;
      this.decided.set(cluster, { identity: contender.identity, alias: null, called: null, why });
      return;
    }
    this.#found(
      described,
      candidates,
      weighed.filter(({ contender }) => contender.own),
    );
  }

  /** A name that nobody known fits: a new identity. */
  #found(
    { cluster, traits }: Described,
    candidates: readonly Candidate[],
    unlike: readonly (Weighed & { contender: Contender; articles: number })[],
  ): void {
    const { class: kind, key } = cluster;
    const sense = this.#senseOf(cluster, traits, unlike.length > 0);
    const known = candidates.find((candidate) => candidate.reason === null && candidate.sense === sense);
    const identity = known ?? this.#port.addIdentity(identityId(kind, key, sense), kind, key, sense);
    const why = unlike[0] === undefined ? null : `another of this name; ${unlike[0].reasons.join('; ')}`;
    this.decided.set(cluster, { identity, alias: null, called: null, why });
    if (known !== undefined) return;
    for (const { contender, articles } of unlike) if (articles <= lookedAtAgain) this.#port.markStaleWith(contender.root);
    // Articles may have said before that somebody else is called so.
    if (candidates.some(({ reason, said }) => reason !== null && said > 0 && joiningReasons.includes(reason))) this.#port.loosen(kind, key);
  }

  #senseOf({ class: kind, key }: Cluster, traits: readonly Trait[], taken: boolean): string {
    if (kind !== 'place') return taken ? this.#article.slice(2) : '';
    const [region = ''] = valuesOf(traits, 'h').sort((left, right) => right.length - left.length);
    const home = wellKnownCountry(key);
    const elsewhere = home !== undefined && region !== '' && regionsClash([region], [home]);
    return taken || elsewhere ? region || this.#article.slice(2) : '';
  }

  #weigh({ cluster, traits }: Described, root: number, articles: number, name: Known['name'], companions: readonly Companion[]): Weighed {
    const rows = this.#port.identitiesOf(root).map(({ row }) => row);
    return weigh(cluster, traits, this.#around, { traits: this.#port.traitsOf(rows), articles, name, companions });
  }

  #weighWith(described: Described, { root, own }: Contender, isShort: boolean, others: readonly number[]): Weighed & { articles: number } {
    const { cluster } = described;
    const articles = this.#port.articlesWith(root);
    const name = own ? (isShort && articles <= shortAtMost ? 'short' : 'own') : 'given';
    const weighed = this.#weigh(described, root, articles, name, this.#companions(root, others));
    const kept = name !== 'short' && this.#before.get(`${cluster.class}:${cluster.key}`) === root ? keptBonus : 0;
    return { ...weighed, articles, score: weighed.score + kept };
  }

  #companions(root: number, others: readonly number[]): Companion[] {
    const rows = this.#port.companions(
      root,
      others.filter((row) => row !== root),
    );
    const nodes = this.#port.nodesByKey(rows.map(({ row }) => row));
    return rows
      .flatMap(({ row, articles }) => {
        const node = nodes.get(row);
        return node === undefined ? [] : [{ class: classOf(node), name: node.name, articles }];
      })
      .sort((left, right) => left.articles - right.articles || (left.name < right.name ? -1 : 1));
  }

  #nameOf(root: number): string {
    return this.#port.nodesByKey([root]).get(root)?.name ?? 'one of the library';
  }
}

const classOf = ({ type }: NodeRow): EntityClass => (type === 'company' || type === 'organization' || type === 'story' ? 'org' : type);

/**
 * Decides who the names of an article are. `before` has what was decided of them when the article is made anew, by class and key; it
 * must be out of the library then. New ids are given where nobody known fits.
 */
export const decideNames = (
  port: IdentityPort,
  article: ArticleId,
  described: readonly Described[],
  before: ReadonlyMap<string, number>,
): Map<Cluster, Decided> => {
  const decision = new Decision(
    port,
    article,
    before,
    described.map(({ cluster }) => cluster),
  );
  const open = described.flatMap((each) => decision.first(each) ?? []);
  for (const each of open) decision.second(each);
  return decision.decided;
};
