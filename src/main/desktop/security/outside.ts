import { NewsgraphError } from '../../../shared/result.ts';
import { mayOpenOutside } from '../../../shared/security.ts';

/** Rule: only web addresses leave the app, and only through the system's browser. */

/** Hands a web address to `open` (Electron's shell). Rejects with `bad-argument` for anything else. */
export const openOutside = async (address: string, open: (address: string) => Promise<void>): Promise<null> => {
  if (!mayOpenOutside(address)) throw new NewsgraphError('bad-argument', 'Only web addresses (http and https) can be opened');
  await open(new URL(address).href);
  return null;
};
