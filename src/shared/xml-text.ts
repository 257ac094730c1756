/** Text as XML and HTML can hold it: without control characters and lone halves of surrogate pairs. */

const range = (from: number, to: number): string => `\\u${from.toString(16).padStart(4, '0')}-\\u${to.toString(16).padStart(4, '0')}`;
/** What XML 1.0 forbids; tab and line ends are allowed. */
const forbidden = new RegExp(`[${range(0, 8)}${range(11, 12)}${range(14, 31)}${range(0xfffe, 0xffff)}]|\\p{Surrogate}`, 'gu');

/** Text without what XML 1.0 forbids. */
export const clean = (text: string): string => text.replace(forbidden, '');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text inside an element of XML or HTML. A bare carriage return would be read as a line feed. */
export const escaped = (text: string): string =>
  clean(text)
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replaceAll('\r', '&#13;');

/** Text inside an attribute of XML or HTML, where a bare line end would be read as a space. */
export const inAttribute = (text: string): string => escaped(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
