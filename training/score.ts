/** Counts of right, wrong and missed; their precision, recall and F1 in percent. */
export interface Score {
  right: number;
  found: number;
  gold: number;
}

export const noScore = (): Score => ({ right: 0, found: 0, gold: 0 });

export const percentages = ({ right, found, gold }: Score): { precision: number; recall: number; f1: number } => {
  const precision = found === 0 ? 0 : (100 * right) / found;
  const recall = gold === 0 ? 0 : (100 * right) / gold;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};

export interface TypedSpan {
  start: number;
  end: number;
  type: string;
}

/** Adds the counts of one text to `scores`, by type: exact spans, or any overlap with a span of the type. */
export const scoreSpans = (
  gold: readonly TypedSpan[],
  found: readonly TypedSpan[],
  exact: boolean,
  scores: Map<string, Score>,
): { missed: TypedSpan[]; wrong: TypedSpan[] } => {
  const scoreOf = (type: string): Score => {
    const score = scores.get(type) ?? noScore();
    scores.set(type, score);
    return score;
  };
  const fits = (a: TypedSpan, b: TypedSpan): boolean =>
    a.type === b.type && (exact ? a.start === b.start && a.end === b.end : a.start < b.end && b.start < a.end);
  for (const { type } of gold) scoreOf(type).gold += 1;
  for (const { type } of found) scoreOf(type).found += 1;
  const free = new Set(gold);
  const wrong: TypedSpan[] = [];
  for (const span of found) {
    const match = [...free].find((each) => fits(each, span));
    if (match) {
      free.delete(match);
      scoreOf(span.type).right += 1;
    } else wrong.push(span);
  }
  return { missed: [...free], wrong };
};

/** The sum over all types, or over those given. */
export const total = (scores: ReadonlyMap<string, Score>, types?: readonly string[]): Score => {
  const sum = noScore();
  for (const [type, { right, found, gold }] of scores) {
    if (types && !types.includes(type)) continue;
    sum.right += right;
    sum.found += found;
    sum.gold += gold;
  }
  return sum;
};
