/** The formats that Newsgraph reads. */
export type ArticleFormat = 'text' | 'html' | 'markdown' | 'json' | 'jsonl';

const extensions: Readonly<Record<string, ArticleFormat>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xht: 'html',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/** The format that a file's name promises, or null where its extension is none of ours. */
export const kindOf = (name: string): ArticleFormat | null => {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(extensions, extension) ? (extensions[extension] ?? null) : null;
};

/** True for a file that a folder is searched for. */
export const isReadable = (name: string): boolean => kindOf(name) !== null;

/** First bytes of files that hold no plain text, with what they are. */
const signatures: readonly { what: string; bytes: string }[] = [
  { what: 'a PDF', bytes: '%PDF-' },
  { what: 'a ZIP archive or an Office document', bytes: 'PK\x03\x04' },
  { what: 'a ZIP archive', bytes: 'PK\x05\x06' },
  { what: 'an old Office document', bytes: '\xd0\xcf\x11\xe0' },
  { what: 'an RTF document', bytes: '{\\rtf' },
  { what: 'a PostScript file', bytes: '%!PS' },
  { what: 'a PNG picture', bytes: '\x89PNG' },
  { what: 'a JPEG picture', bytes: '\xff\xd8\xff' },
  { what: 'a GIF picture', bytes: 'GIF8' },
  { what: 'a gzip archive', bytes: '\x1f\x8b' },
  { what: 'a bzip2 archive', bytes: 'BZh9' },
  { what: 'an xz archive', bytes: '\xfd7zXZ' },
  { what: 'a Zstandard archive', bytes: '\x28\xb5\x2f\xfd' },
  { what: 'a 7-Zip archive', bytes: '7z\xbc\xaf' },
  { what: 'a RAR archive', bytes: 'Rar!' },
  { what: 'an SQLite database', bytes: 'SQLite format 3' },
  { what: 'a program', bytes: '\x7fELF' },
];

const startsWith = (bytes: Uint8Array, signature: string): boolean => {
  for (let index = 0; index < signature.length; index++) if (bytes[index] !== signature.charCodeAt(index)) return false;
  return true;
};

/** What a file is, in words, by its first bytes; null where they are no known signature. */
export const binaryKind = (bytes: Uint8Array): string | null => signatures.find((one) => startsWith(bytes, one.bytes))?.what ?? null;

/** Whether the first bytes of a file may be those of a text: some, of no known signature, and without control characters. */
export const looksLikeText = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && binaryKind(bytes) === null && !bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));

const htmlStart =
  /^\s*(?:<!doctype\s+html|<html[\s>]|(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?(?:<!doctype\s+html|<html[\s>]))/i;
const xmlStart = /^\s*<(?:\?xml|rss|feed|rdf:RDF)[\s>]/i;

/** What a text is by its own look: XML that is no page, a page, a JSON value; null where it could be any text. */
export const looksLike = (text: string): 'html' | 'xml' | 'json' | 'front-matter' | null => {
  const start = text.slice(0, 2000);
  if (htmlStart.test(start)) return 'html';
  if (xmlStart.test(start)) return 'xml';
  if (/^\s*(?:\{\s*"|\[\s*\{)/.test(start)) return 'json';
  return /^---[ \t]*\r?\n[\w-]+\s*:/.test(start) ? 'front-matter' : null;
};
