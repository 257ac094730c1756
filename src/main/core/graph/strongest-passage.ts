import type { RelationStatus } from '../../../shared/relations.ts';
import type { Passage } from '../../../shared/views.ts';
import { closestSentences, type Ends, plainPassage, sharedSentences, statedPassage } from './passages.ts';
import type { EvidencePort, GraphNodeRow, Named } from './ports.ts';

/** What says most of two: that it is so, before that it may be, before that it is not. */
const firmness: Readonly<Record<RelationStatus, number>> = { completed: 0, stated: 0, announced: 1, ended: 2, rumoured: 3, denied: 4 };
/** Articles that name both looked through for a sentence that does: at first, and where there must be one. */
const latest = 12;
const all = 1000;

type Row = Pick<GraphNodeRow, 'key' | 'id'>;

const stated = (port: EvidencePort, a: Row, b: Row, ends: Ends): Passage | null => {
  const [row] = port.statedOf(a.key, b.key).sort((left, right) => firmness[left.status] - firmness[right.status]);
  if (row === undefined) return null;
  const article = port.textsOf([row.seq]).get(row.seq);
  return article === undefined ? null : statedPassage(article, row, port.mentionsIn([row.seq], [a.key, b.key]), ends);
};

const unstated = (port: EvidencePort, a: Row, b: Row, ends: Ends): Passage | null => {
  const [pair] = port.pairsWith(a.key, [b.key]);
  if (pair === undefined) return null;
  const among = (limit: number): { seq: number; mentions: Named[]; shared: number[] }[] => {
    const seqs = port.articlesNaming(a.key, b.key, limit);
    const mentions = new Map<number, Named[]>(seqs.map((seq) => [seq, []]));
    for (const mention of port.mentionsIn(seqs, [a.key, b.key])) mentions.get(mention.seq)?.push(mention);
    return [...mentions].map(([seq, its]) => ({ seq, mentions: its, shared: sharedSentences(its, a.key, b.key) }));
  };
  const newest = among(latest);
  const naming = ({ shared }: { shared: number[] }): boolean => shared.length > 0;
  const near = newest.find(naming) ?? (pair.near > 0 ? among(all).find(naming) : undefined);
  const apart = newest.find(({ mentions }) => closestSentences(mentions, a.key, b.key).length > 0);
  const chosen = near ?? apart;
  const article = chosen === undefined ? undefined : port.textsOf([chosen.seq]).get(chosen.seq);
  if (chosen === undefined || article === undefined) return null;
  const numbers = near === undefined ? closestSentences(chosen.mentions, a.key, b.key) : chosen.shared.slice(0, 1);
  return plainPassage(article, numbers, chosen.mentions, ends);
};

const reported = (port: EvidencePort, story: Row, entity: Row, ends: Ends): Passage | null => {
  const [seq] = port.reportsNaming(story.key, entity.key, 1);
  const article = seq === undefined ? undefined : port.textsOf([seq]).get(seq);
  if (seq === undefined || article === undefined) return null;
  const mentions = port.mentionsIn([seq], [entity.key]);
  return plainPassage(
    article,
    mentions.slice(0, 1).map(({ sentence }) => sentence),
    mentions,
    ends,
  );
};

/**
 * The one sentence that says most of what joins two nodes: the newest that states a relation (that it is so before that it is rumoured or
 * denied), else the newest that names both, else the two nearest to each other of one article. Null where nothing links them.
 */
export const strongestPassage = (port: EvidencePort, a: Row, b: Row): Passage | null => {
  const ends: Ends = new Map([
    [a.key, a.id],
    [b.key, b.id],
  ]);
  if (a.key > 0 && b.key > 0) return stated(port, a, b, ends) ?? unstated(port, a, b, ends);
  if (a.key < 0 && b.key < 0) return null;
  return a.key < 0 ? reported(port, a, b, ends) : reported(port, b, a, ends);
};
