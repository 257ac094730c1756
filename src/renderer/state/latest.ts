/**
 * Runs requests of one kind so that only the newest one's outcome counts: what an older one brings, late or failed, is
 * dropped. Returns a function that runs a request and tells whether its outcome is still wanted.
 */
export const latestOnly = () => {
  let newest = 0;
  return async <Value>(
    request: () => Promise<Value>,
    outcome: { arrived: (value: Value) => void; failed: (error: unknown) => void },
  ): Promise<void> => {
    newest += 1;
    const mine = newest;
    try {
      const value = await request();
      if (mine === newest) outcome.arrived(value);
    } catch (error) {
      if (mine === newest) outcome.failed(error);
    }
  };
};
