import type { SliceMaker } from '../app.ts';
import { type Board, type BoardDoc, docOf } from './board.ts';
import { recorded, settledHistory } from './history.ts';

export interface BoardTools {
  /** Sets parts of the board that are no step of its history. */
  patch: (part: Partial<Board>) => void;
  /**
   * Changes the board as one step of its history; null changes nothing and answers false. `going` names a doing that goes on: all its
   * changes are one step until `settle`.
   */
  change: (label: string, change: Partial<BoardDoc> | null, going?: string) => boolean;
  /** Records a step from `before`, for a change that is made otherwise. */
  record: (label: string, before: BoardDoc, going?: string | null) => void;
  /** What went on is over. */
  settle: () => void;
}

/** Ways to change the board. */
export const boardTools: SliceMaker<BoardTools> = (set, get) => {
  const patch = (part: Partial<Board>) => set((app) => ({ board: { ...app.board, ...part } }));
  const record = (label: string, before: BoardDoc, going: string | null = null) => {
    const correction = get().corrections.made.at(-1) ?? 0;
    set((app) => ({ history: recorded(app.history, { label, before, going, correction }) }));
  };
  return {
    patch,
    record,
    change: (label, change, going) => {
      if (change === null) return false;
      record(label, docOf(get().board), going ?? null);
      patch(change);
      return true;
    },
    settle: () => set((app) => ({ history: settledHistory(app.history) })),
  };
};
