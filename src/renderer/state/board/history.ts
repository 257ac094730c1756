/** One step of a history: what was before it, and what it did in a word or two. */
export interface Step<State> {
  label: string;
  before: State;
  /** Set while the same doing goes on (a slider that is dragged): what follows belongs to this step. */
  going: string | null;
  /** The last correction that had been made by then, 0 for none: tells which of the two is undone first. */
  correction: number;
}

/** What can be undone, oldest first, and what can be done again, next first. */
export interface History<State> {
  past: readonly Step<State>[];
  future: readonly { label: string; after: State; correction: number }[];
}

/** Steps that can be undone. */
export const historySteps = 200;

export const emptyHistory = { past: [], future: [] };

/** The history after another step; one that goes on from the last is the same step. What was undone before can no longer be done again. */
export const recorded = <State>(history: History<State>, step: Step<State>): History<State> => {
  const last = history.past.at(-1);
  if (last && last.going !== null && last.going === step.going) return { past: history.past, future: [] };
  return { past: [...history.past.slice(1 - historySteps), step], future: [] };
};

/** The same history where nothing goes on any more. */
export const settledHistory = <State>(history: History<State>): History<State> => {
  const last = history.past.at(-1);
  return last && last.going !== null ? { ...history, past: [...history.past.slice(0, -1), { ...last, going: null }] } : history;
};

/** One step back from `now`; null where there is none. */
export const undone = <State>(history: History<State>, now: State): { history: History<State>; state: State; label: string } | null => {
  const last = history.past.at(-1);
  if (!last) return null;
  const future = [{ label: last.label, after: now, correction: last.correction }, ...history.future];
  return { history: { past: history.past.slice(0, -1), future }, state: last.before, label: last.label };
};

/** One step on again from `now`; null where there is none. */
export const redone = <State>(history: History<State>, now: State): { history: History<State>; state: State; label: string } | null => {
  const [next, ...future] = history.future;
  if (!next) return null;
  const past = [...history.past, { label: next.label, before: now, going: null, correction: next.correction }];
  return { history: { past, future }, state: next.after, label: next.label };
};
