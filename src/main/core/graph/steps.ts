/** Work in steps of some milliseconds, so that whoever runs it can let other work in between; it ends with its result. */
export type Steps<Result> = Generator<void, Result>;

/** The result of work that nobody need wait for: all steps at once. */
export const finished = <Result>(work: Steps<Result>): Result => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};
