import { setImmediate } from 'node:timers/promises';

/** Long work on the core's thread lets questions in after this long. */
const sliceMs = 8;

/** The result of work in steps, other work let in between. */
export const inSlices = async <Result>(work: Generator<void, Result>): Promise<Result> => {
  const pace = new Pace();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await pace.breathe();
  }
};

/** Splits long work into slices: `breathe` gives way to waiting messages once a slice's time is used up. */
export class Pace {
  #started = performance.now();

  /** True when this slice's time is used up. */
  get due(): boolean {
    return performance.now() - this.#started >= sliceMs;
  }

  /** Returns at once within a slice; else after whatever waited was served. */
  async breathe(): Promise<void> {
    if (!this.due) return;
    await setImmediate();
    this.#started = performance.now();
  }
}
