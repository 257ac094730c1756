import type { Result } from '../../shared/result.ts';
import type { CoreEvent } from '../../shared/views.ts';

/** What a host says to the core's process. Every message is answered once, by its number. */
export type ToCore =
  | { to: 'open'; id: number; folder: string }
  | { to: 'call'; id: number; name: string; args: unknown }
  | { to: 'close'; id: number };

/** What the core's process says to its host: an answer, or an event. */
export type FromCore = { re: number; result: Result<unknown> } | { event: CoreEvent };
