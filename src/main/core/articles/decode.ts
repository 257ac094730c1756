import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import type { ArticleFormat } from './kinds.ts';

/** Turns bytes into text: a mark first, then UTF-8 if the bytes are that, then what the page declares, then a guess. */

const marks: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

const sampleBytes = 65_536;

/** The encodings that carry every letter in seven bits: their bytes look like UTF-8. */
const sevenBit = /^(?:iso-2022-(?:jp|kr)|hz-gb-2312)$/i;

/** The encoding that a page declares in its first kilobytes; null where it declares none that is known here. */
const declaredIn = (bytes: Uint8Array): string | null => {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const match =
    /<\?xml[^>]{0,200}?encoding\s*=\s*["']?([\w-]{2,30})/i.exec(start) ??
    /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w-]{2,30})/i.exec(start);
  const name = match?.[1]?.toLowerCase() ?? '';
  // UTF-16 can't be declared in bytes that were read as ASCII; Latin-1 means Windows-1252 on the web.
  if (name === '' || name.startsWith('utf-') || name === 'utf8') return null;
  const encoding = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/.test(name) ? 'windows-1252' : name;
  return iconv.encodingExists(encoding) ? encoding : null;
};

/** The length of the UTF-8 sequence at `index`; 0 where there is none. */
const sequenceAt = (bytes: Uint8Array, index: number): number => {
  const first = bytes[index] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  if (length === 0 || index + length > bytes.length) return 0;
  for (let next = 1; next < length; next++) if (((bytes[index + next] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[index + 1] ?? 0;
  const overlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const beyond = (first === 0xed && second > 0x9f) || (first === 0xf4 && second > 0x8f);
  return overlong || beyond ? 0 : length;
};

/** UTF-8 with a few bytes of Windows-1252 in it, as files put together from several sources have; null for anything else. */
const mixed = (bytes: Uint8Array): string | null => {
  const stray: number[] = [];
  let sequences = 0;
  for (let index = 0; index < bytes.length; ) {
    const length = sequenceAt(bytes, index);
    if (length === 0) stray.push(index);
    else if (length > 1) sequences++;
    index += length || 1;
    if (stray.length > 100_000) return null;
  }
  if (sequences < 3 || stray.length * 4 > sequences) return null;
  const decoder = new TextDecoder('utf-8');
  const parts: string[] = [];
  let from = 0;
  for (const index of stray) {
    parts.push(decoder.decode(bytes.subarray(from, index)), iconv.decode(Buffer.from(bytes.subarray(index, index + 1)), 'windows-1252'));
    from = index + 1;
  }
  parts.push(decoder.decode(bytes.subarray(from)));
  return parts.join('');
};

/** The part of the bytes where the foreign letters are. */
const sampleOf = (bytes: Uint8Array): Uint8Array => {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 1024);
  return bytes.subarray(from, from + sampleBytes);
};

/** Names of the detector for encodings of scripts other than Latin: in these, most letters are foreign bytes. */
const otherScripts = /^(?:Shift_JIS|EUC-JP|EUC-KR|Big5|GB18030|windows-125[13568]|KOI8-R|ISO-8859-[5-8]|TIS-620)$/i;
const otherLatin = /^(?:ISO-8859-2|windows-1250|ISO-8859-9|windows-1254)$/i;

/**
 * Windows-1250 where the detector says Latin-2, which it takes for the same: Latin-2 has no letters from 0x80 to 0x9f, and
 * 0xb9 beside a Polish ł (0xb3 in both) is ą, not š.
 */
const windowsOrLatin2 = (sample: Uint8Array): string =>
  sample.some((byte) => byte >= 0x80 && byte < 0xa0) || (sample.includes(0xb9) && sample.includes(0xb3)) ? 'windows-1250' : 'iso-8859-2';

/**
 * The likely encoding of bytes that are no UTF-8 and declare none. Western text has few foreign bytes, and the detector
 * is easily led astray by so few: unless it has good reason for another script or another Latin alphabet, Windows-1252.
 */
const guessed = (bytes: Uint8Array): string => {
  const sample = sampleOf(bytes);
  let foreign = 0;
  let letters = 0;
  for (const byte of sample) {
    if (byte >= 0x80) foreign++;
    else if ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)) letters++;
  }
  const share = foreign / Math.max(1, foreign + letters);
  const [best, ...others] = analyse(sample);
  if (!best || !iconv.encodingExists(best.name)) return 'windows-1252';
  if (share > 0.3 && otherScripts.test(best.name)) return best.name;
  const western = others.find((other) => /^(?:ISO-8859-1|windows-1252)$/i.test(other.name))?.confidence ?? 0;
  if (share > 0.02 && otherLatin.test(best.name) && best.confidence >= western + 10) {
    return /2$|1250$/.test(best.name) ? windowsOrLatin2(sample) : best.name;
  }
  return 'windows-1252';
};

const controlsAllowed = 0.01;

/** Text has no NUL and hardly any control characters. */
const isBinary = (bytes: Uint8Array): boolean => {
  if (bytes.includes(0)) return true;
  let controls = 0;
  const length = Math.min(bytes.length, sampleBytes);
  for (let index = 0; index < length; index++) {
    const byte = bytes[index] ?? 0;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  return controls > Math.max(2, length * controlsAllowed);
};

/** The text in a file's bytes, without its byte order mark; null where the bytes are no text in any encoding. */
export const decodeText = (bytes: Uint8Array, format: ArticleFormat | null): string | null => {
  const mark = marks.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (mark) {
    const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), mark.encoding);
    return mark.encoding !== 'utf8' && text.includes('\0') ? null : text;
  }
  if (isBinary(bytes)) return null;
  const declared = format === null || format === 'html' ? declaredIn(bytes) : null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (declared !== null && sevenBit.test(declared)) return iconv.decode(buffer, declared);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return mixed(bytes) ?? iconv.decode(buffer, declared ?? guessed(bytes));
  }
};
