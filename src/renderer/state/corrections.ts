import type { Args } from '../../shared/contract.ts';
import { type Failure, failureOf } from '../../shared/result.ts';
import type { CorrectionAnswer } from '../../shared/views.ts';
import type { SliceMaker } from './app.ts';
import { outcomeWords } from './correction-words.ts';

export interface CorrectionsSlice {
  corrections: {
    /** Those made in this window that still hold, oldest first: what Ctrl+Z withdraws. */
    made: readonly number[];
    /** The one that is being withdrawn. */
    undoing: number | null;
  };
  /** Makes a correction and brings all that is shown up to date. Answers with why it could not be made, null where it was. */
  correctionMade: (correction: Args<'correct'>) => Promise<Failure | null>;
  /** Withdraws a correction; what goes wrong is told in a message. */
  correctionUndone: (id: number) => Promise<void>;
  /** Withdraws the last correction that was made in this window. */
  lastCorrectionUndone: () => Promise<void>;
  /** Another library is open: what was corrected in the one before can no longer be withdrawn from here. */
  correctionsForgotten: () => void;
}

/** What the user says of names that were taken for the wrong thing. */
export const correctionsSlice: SliceMaker<CorrectionsSlice> = (set, get, host) => {
  const patch = (part: Partial<CorrectionsSlice['corrections']>) => set((app) => ({ corrections: { ...app.corrections, ...part } }));

  const told = (answer: CorrectionAnswer) => {
    const { title, detail } = outcomeWords(answer);
    const { id, undoneAt } = answer.correction;
    get().correctionTold(title, detail, undoneAt === null ? id : null);
    get().graphChanged(answer.entity);
  };

  return {
    corrections: { made: [], undoing: null },

    correctionMade: async (correction) => {
      try {
        const answer = await host.core.correct(correction);
        patch({ made: [...get().corrections.made, answer.correction.id] });
        told(answer);
        return null;
      } catch (thrown) {
        return failureOf(thrown);
      }
    },

    correctionUndone: async (id) => {
      if (get().corrections.undoing !== null) return;
      patch({ undoing: id });
      const undone = () => patch({ made: get().corrections.made.filter((each) => each !== id) });
      try {
        const answer = await host.core.correctionUndo({ id });
        undone();
        told(answer);
      } catch (thrown) {
        // it was withdrawn elsewhere
        if (failureOf(thrown).code === 'not-found') undone();
        get().problemOccurred('The correction could not be undone', thrown);
      } finally {
        patch({ undoing: null });
      }
    },

    lastCorrectionUndone: async () => {
      const last = get().corrections.made.at(-1);
      if (last !== undefined) await get().correctionUndone(last);
    },

    correctionsForgotten: () => patch({ made: [] }),
  };
};
