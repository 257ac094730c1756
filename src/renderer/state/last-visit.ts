import { recall, remember } from './remembered.ts';

/** The visits of a library from this window, as moments in ISO 8601. */
export interface Visits {
  /** When anything was last done in the visit that goes on. */
  seen: string;
  /** When anything was last done in the visit before; null where this is the first. */
  before: string | null;
}

/** A visit goes on while less than this lies between: loading the window anew is no new visit. */
const visitMs = 30 * 60 * 1000;

/** The visits after something is done now. */
export const visitsAt = (visits: Visits | null, now: Date): Visits => {
  const seen = now.toISOString();
  if (visits === null) return { seen, before: null };
  const apart = now.getTime() - Date.parse(visits.seen);
  return { seen, before: apart < visitMs ? visits.before : visits.seen };
};

const nameOf = (folder: string): string => `visits ${folder}`;
const isMoment = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** What is remembered of the visits of a library; null where nothing is, or nothing that can be read. */
export const visitsOf = (folder: string): Visits | null => {
  try {
    const kept: unknown = JSON.parse(recall(nameOf(folder)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('seen' in kept) || !isMoment(kept.seen)) return null;
    return { seen: kept.seen, before: 'before' in kept && isMoment(kept.before) ? kept.before : null };
  } catch {
    return null;
  }
};

/** Notes that a library is being looked at now; answers when the visit before ended, null where there was none. */
export const visitNoted = (folder: string, now: Date): string | null => {
  const visits = visitsAt(visitsOf(folder), now);
  remember(nameOf(folder), JSON.stringify(visits));
  return visits.before;
};
