/** Rule: the window shows this origin and no other. */

/** Scheme of the window’s own files. */
export const scheme = 'app';
/** The only origin that the window may have. */
export const windowOrigin = `${scheme}://newsgraph`;
/** Where the window begins. */
export const windowAddress = `${windowOrigin}/index.html`;

/** True for an address of the window's own files. */
export const isOwnAddress = (address: string): boolean => {
  try {
    const url = new URL(address);
    return url.protocol === `${scheme}:` && url.host === 'newsgraph';
  } catch {
    return false;
  }
};
