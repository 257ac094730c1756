import { type Failure, failureOf } from '../../shared/result.ts';

/** A part of the screen that is filled from the core. */
export type Loading = { state: 'idle' } | { state: 'loading' } | { state: 'ready' } | { state: 'failed'; failure: Failure };

export const idle: Loading = { state: 'idle' };
export const loading: Loading = { state: 'loading' };
export const ready: Loading = { state: 'ready' };

/** The failed state for anything thrown. */
export const failed = (thrown: unknown): Loading => ({ state: 'failed', failure: failureOf(thrown) });
