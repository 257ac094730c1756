/** How sure one may be, in words; each holds from its share on. */
const levels = [
  { word: 'sure', from: 0.9 },
  { word: 'likely', from: 0.6 },
  { word: 'unsure', from: 0 },
] as const;

export type ConfidenceWord = (typeof levels)[number]['word'];

/** A confidence of 0 to 1 as a word. */
export const confidenceWord = (confidence: number): ConfidenceWord => levels.find(({ from }) => confidence >= from)?.word ?? 'unsure';

/** The same as a figure: `78 %`. Only what is certain is 100, so that nothing looks surer than it is. */
export const confidenceFigure = (confidence: number): string => {
  const share = Math.min(1, Math.max(0, confidence));
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100}\u00a0%`;
};
