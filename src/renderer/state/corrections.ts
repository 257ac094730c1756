import type { Args } from '../../shared/contract.ts';
import type { EntityId } from '../../shared/model.ts';
import { type Failure, failureOf } from '../../shared/result.ts';
import type { CorrectionAnswer } from '../../shared/views.ts';
import type { CorrectingProgress } from '../../shared/views-corrections.ts';
import type { SliceMaker } from './app.ts';
import { outcomeWords } from './correction-words.ts';

export interface CorrectionsSlice {
  corrections: {
    /** Those made in this window that still hold, oldest first: what Ctrl+Z withdraws. */
    made: readonly number[];
    /** The one that is being withdrawn. */
    undoing: number | null;
    /** How many corrections are being made. */
    making: number;
    /** How far one of many articles has come; null where none takes long. */
    progress: CorrectingProgress | null;
  };
  /** Makes a correction and brings all that is shown up to date. Answers with why it could not be made, null where it was. */
  correctionMade: (correction: Args<'correct'>) => Promise<Failure | null>;
  /** The same of whole entities, and of what is stated of two. */
  entityCorrected: (verdict: Args<'correctEntity'>['verdict']) => Promise<Failure | null>;
  /** Two that were suggested are not the same; what goes wrong is told in a message. */
  suggestionRefused: (a: EntityId, b: EntityId) => Promise<void>;
  correctionProgressed: (progress: CorrectingProgress) => void;
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

  /** Counts what is under way, so that its progress goes with the last. */
  const underWay = async (work: () => Promise<void>) => {
    patch({ making: get().corrections.making + 1 });
    try {
      await work();
    } finally {
      const making = get().corrections.making - 1;
      patch({ making, ...(making === 0 ? { progress: null } : {}) });
    }
  };

  const make = async (request: () => Promise<CorrectionAnswer>): Promise<Failure | null> => {
    try {
      await underWay(async () => {
        const answer = await request();
        patch({ made: [...get().corrections.made, answer.correction.id] });
        told(answer);
      });
      return null;
    } catch (thrown) {
      return failureOf(thrown);
    }
  };

  return {
    corrections: { made: [], undoing: null, making: 0, progress: null },

    correctionMade: (correction) => make(() => host.core.correct(correction)),
    entityCorrected: (verdict) => make(() => host.core.correctEntity({ verdict })),
    suggestionRefused: async (a, b) => {
      const failure = await make(() => host.core.suggestionRefused({ a, b }));
      if (failure) get().problemOccurred('The suggestion could not be refused', failure);
    },
    correctionProgressed: (progress) => {
      if (get().corrections.making > 0) patch({ progress: progress.done < progress.total ? progress : null });
    },

    correctionUndone: async (id) => {
      if (get().corrections.undoing !== null) return;
      patch({ undoing: id });
      const undone = () => patch({ made: get().corrections.made.filter((each) => each !== id) });
      try {
        await underWay(async () => {
          const answer = await host.core.correctionUndo({ id });
          undone();
          told(answer);
        });
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
