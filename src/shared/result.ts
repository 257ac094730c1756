/** Why something could not be done. The message is one plain sentence for the user; the hint says what to do. */
export const errorCodes = ['bad-argument', 'not-found', 'read-only', 'busy', 'unreadable', 'cancelled', 'unavailable', 'internal'] as const;
export type ErrorCode = (typeof errorCodes)[number];

export interface Failure {
  code: ErrorCode;
  message: string;
  hint?: string;
}

/** What crosses every boundary (message port, IPC, HTTP): a value or a failure, never an exception. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: Failure };

/** An error that is meant for the user: it keeps its code and hint across processes. */
export class NewsgraphError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, hint?: string) {
    super(message);
    this.name = 'NewsgraphError';
    this.code = code;
    this.hint = hint;
  }
}

/** The failure that describes any thrown value; unknown errors become `internal` with their own message. */
export const failureOf = (thrown: unknown): Failure => {
  if (thrown instanceof NewsgraphError) {
    return { code: thrown.code, message: thrown.message, ...(thrown.hint === undefined ? {} : { hint: thrown.hint }) };
  }
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown) };
};

/** The value of a result. Throws a `NewsgraphError` for a failure. */
export const unwrap = <Value>(result: Result<Value>): Value => {
  if (result.ok) return result.value;
  throw new NewsgraphError(result.error.code, result.error.message, result.error.hint);
};

/** Runs a call and returns its outcome as a result; never rejects. */
export const settle = async <Value>(call: () => Value | Promise<Value>): Promise<Result<Value>> => {
  try {
    return { ok: true, value: await call() };
  } catch (thrown) {
    return { ok: false, error: failureOf(thrown) };
  }
};
