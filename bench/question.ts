/** What every measurement is given. */
export interface BenchOptions {
  /** Articles of the generated corpus. */
  articles: number;
  seed: number;
}

/** One measurement with what it must keep to, where a bar is set. */
export interface Figure {
  what: string;
  value: string;
  bar?: string;
}

/** A question that a file of this folder answers with figures. */
export interface Question {
  title: string;
  run(options: BenchOptions): Promise<Figure[]>;
}

/** The value below which `share` of the values lie. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

/** A time in milliseconds, or in seconds from 10 of them. */
export const time = (ms: number): string => (ms < 10_000 ? `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`);

/** Figures for the times of many calls of one kind; `bar` is for 95 % of them, `slowest` for all. */
export const spread = (what: string, times: readonly number[], bar?: string, slowest?: string): Figure[] => [
  { what: `${what}, half of ${times.length} within`, value: time(quantile(times, 0.5)) },
  { what: `${what}, 95 % within`, value: time(quantile(times, 0.95)), ...(bar ? { bar } : {}) },
  { what: `${what}, slowest`, value: time(Math.max(...times)), ...(slowest ? { bar: slowest } : {}) },
];
