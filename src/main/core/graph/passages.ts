import type { EntityId, NodeId, Span } from '../../../shared/model.ts';
import type { Passage, PassagePart } from '../../../shared/views.ts';
import type { ArticleTexts, Named, NodeKey, Stated } from './ports.ts';

/** A mention as passages mark it. */
export interface MarkSource extends Span {
  entity: NodeKey;
  sentence: number;
}

/** The ids of the two ends by their numbers. */
export type Ends = ReadonlyMap<NodeKey, NodeId>;

/** A sentence with what it names; it reaches to the end of a mention that begins in it. */
const partOf = ({ text, sentences }: ArticleTexts, number: number, mentions: readonly MarkSource[], ends: Ends): PassagePart => {
  const inside = mentions.filter(({ sentence }) => sentence === number);
  const sentence = sentences[number] ?? { start: inside[0]?.start ?? 0, end: inside[0]?.end ?? 0 };
  const { start } = sentence;
  const end = Math.min(
    text.length,
    inside.reduce((last, mention) => Math.max(last, mention.end), sentence.end),
  );
  return {
    start,
    end,
    text: text.slice(start, end),
    marks: inside.flatMap((mention) => {
      const node = ends.get(mention.entity);
      return node === undefined ? [] : [{ node, start: mention.start - start, end: mention.end - start }];
    }),
  };
};

const partsOf = (article: ArticleTexts, numbers: readonly number[], mentions: readonly MarkSource[], ends: Ends): PassagePart[] =>
  [...new Set(numbers)].sort((left, right) => left - right).map((number) => partOf(article, number, mentions, ends));

/** The passage of a sentence that states a relation, with the sentence that names an end where this one says "it". */
export const statedPassage = (article: ArticleTexts, row: Stated, mentions: readonly Named[], ends: Ends): Passage => {
  const own: MarkSource[] = [
    { entity: row.subject, start: row.subjectStart, end: row.subjectEnd },
    { entity: row.object, start: row.objectStart, end: row.objectEnd },
  ].map((mark) => ({
    ...mark,
    sentence: mentions.find(({ start, end }) => start === mark.start && end === mark.end)?.sentence ?? row.sentence,
  }));
  const marks = [...mentions, ...own.filter((mark) => !mentions.some(({ start, end }) => start === mark.start && end === mark.end))];
  marks.sort((left, right) => left.start - right.start);
  const names = (entity: NodeKey): boolean => marks.some((mark) => mark.entity === entity && mark.sentence === row.sentence);
  const elsewhere = own.filter(({ entity }) => !names(entity)).map(({ sentence }) => sentence);
  return {
    article: article.article,
    parts: partsOf(article, [row.sentence, ...elsewhere], marks, ends),
    relation: {
      kind: row.kind,
      status: row.status,
      from: ends.get(row.subject) as EntityId,
      to: ends.get(row.object) as EntityId,
      rule: row.rule,
      confidence: row.confidence,
      attributes: row.attributes,
      at: article.sentences[row.sentence]?.start ?? 0,
    },
  };
};

/** Numbers of the sentences that name both of two entities. */
export const sharedSentences = (mentions: readonly Named[], a: NodeKey, b: NodeKey): number[] => {
  const named = (entity: NodeKey) => new Set(mentions.filter((mention) => mention.entity === entity).map(({ sentence }) => sentence));
  const withB = named(b);
  return [...named(a)].filter((sentence) => withB.has(sentence));
};

/** The two sentences nearest to each other of which one names `a` and one `b`; the first such in the article. */
export const closestSentences = (mentions: readonly Named[], a: NodeKey, b: NodeKey): number[] => {
  let best: { gap: number; numbers: number[] } | null = null;
  let last: Named | null = null;
  // Mentions come in order: the nearest of the other kind is always the one before.
  for (const mention of mentions) {
    if (mention.entity !== a && mention.entity !== b) continue;
    if (last !== null && last.entity !== mention.entity) {
      const gap = mention.sentence - last.sentence;
      if (best === null || gap < best.gap) best = { gap, numbers: [last.sentence, mention.sentence] };
    }
    last = mention;
  }
  return best?.numbers ?? [];
};

/** A passage that states nothing: some sentences of an article, the ends marked. */
export const plainPassage = (article: ArticleTexts, numbers: readonly number[], mentions: readonly Named[], ends: Ends): Passage => ({
  article: article.article,
  parts: partsOf(article, numbers, mentions, ends),
  relation: null,
});
