import { documentOf } from './dom.ts';

/** Names that stand for something, as the parser's table has them: at most the 2,200 of HTML. */
const named = new Map<string, string>();
/** So many unknown names are looked up for one text: a look-up costs 50 µs, and a hostile page has millions. */
const mostLookUps = 2000;

const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|[a-zA-Z][a-zA-Z0-9]{1,31});?/g;

const fromCode = (code: number): string => (code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));

/** A function that replaces the character references (`&amp;`, `&#8217;`) of one page's texts by what they stand for. */
export const entityDecoder = (): ((text: string) => string) => {
  let left = mostLookUps;
  const decode = (entity: string, decimal: string | undefined, hexadecimal: string | undefined): string => {
    if (decimal !== undefined) return fromCode(Number.parseInt(decimal, 10));
    if (hexadecimal !== undefined) return fromCode(Number.parseInt(hexadecimal, 16));
    const known = named.get(entity);
    if (known !== undefined) return known;
    if (left === 0) return entity;
    left--;
    const text = documentOf(`<p>${entity}</p>`).querySelector('p')?.textContent ?? entity;
    if (text !== entity) named.set(entity, text);
    return text;
  };
  return (text) => (text.includes('&') ? text.replace(reference, decode) : text);
};

/** One text with its character references replaced. */
export const decodeEntities = (text: string): string => entityDecoder()(text);
