import { NewsgraphError } from '../../../shared/result.ts';

/** Rule: only web addresses leave the app, and only through the system's browser. */

/** True for an address that may be handed to the system's browser: http(s), no user name or password in it. */
export const mayOpenOutside = (address: string): boolean => {
  try {
    const url = new URL(address);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '' && url.hostname !== '';
  } catch {
    return false;
  }
};

/** Hands a web address to `open` (Electron's shell). Rejects with `bad-argument` for anything else. */
export const openOutside = async (address: string, open: (address: string) => Promise<void>): Promise<null> => {
  if (!mayOpenOutside(address)) throw new NewsgraphError('bad-argument', 'Only web addresses (http and https) can be opened');
  await open(new URL(address).href);
  return null;
};
