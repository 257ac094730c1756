import { describe, expect, it } from 'vitest';
import { fileLimitBytes } from '../../../shared/contract.ts';
import { isReadable, kindOf } from './index.ts';
import { readArticles } from './read.ts';
import { readString } from './testing.ts';

const reasons = (bytes: Uint8Array, name = 'a.txt') => {
  const { articles, problems } = readArticles(bytes, name);
  expect(articles).toEqual([]);
  return problems.map((problem) => problem.reason);
};

describe('a file that holds no article', () => {
  it('is empty, or blank', () => {
    expect(reasons(new Uint8Array())).toEqual(['The file is empty.']);
    expect(reasons(Buffer.from(' \r\n\t\ufeff'))).toEqual(['The file holds no text.']);
    expect(reasons(Buffer.from('*** --- ***'))).toEqual(['The file holds no text.']);
  });

  it('is too large', () => expect(reasons(new Uint8Array(fileLimitBytes + 1))).toEqual(['The file has 21 MB; the limit is 20 MB.']));

  const binaries: Record<string, string> = {
    'The file is a PDF, not a text.': '%PDF-1.7\n',
    'The file is a ZIP archive or an Office document, not a text.': 'PK\x03\x04rest',
    'The file is a PNG picture, not a text.': '\x89PNG\r\n',
    'The file is a JPEG picture, not a text.': '\xff\xd8\xff\xe0',
    'The file is a gzip archive, not a text.': '\x1f\x8b\x08',
    'The file is binary, not a text.': 'text with a NUL\x00 in it',
  };
  for (const [reason, start] of Object.entries(binaries)) {
    it(reason, () => {
      for (const name of ['a.txt', 'a.html', 'a.json', 'a.md', 'a']) expect(reasons(Buffer.from(start, 'latin1'), name)).toEqual([reason]);
    });
  }

  it('has a UTF-16 mark but is no text', () =>
    expect(reasons(Buffer.from('\xff\xfe\x00\x00a\x00', 'latin1'))).toEqual(['The file is binary, not a text.']));

  it('is a list of a hundred thousand lines', () => expect(reasons(Buffer.from('- item\n'.repeat(120_000)))[0]).toContain('100,000'));
});

describe('a format', () => {
  it('is told by the extension', () => {
    expect(
      ['a.TXT', 'b/c.htm', 'a.xhtml', 'a.markdown', 'a.json', 'a.ndjson', 'a.docx', 'README', 'a.constructor', '.json'].map(kindOf),
    ).toEqual(['text', 'html', 'html', 'markdown', 'json', 'jsonl', null, null, null, 'json']);
    expect(isReadable('a.md')).toBe(true);
    expect(isReadable('a.exe')).toBe(false);
  });

  it('is told by the content where the name tells nothing', () => {
    expect(readString('{"title":"A","text":"Some words."}', 'download').articles[0]?.title).toBe('A');
    expect(readString('---\ntitle: A\n---\nSome words.', 'note').articles[0]?.title).toBe('A');
    expect(readString('<!doctype html><title>A</title><p>Some words.', 'page.asp').articles[0]?.text).toBe('A\n\nSome words.');
    expect(readString('A headline\n\nSome words.', 'note').articles[0]?.title).toBe('A headline');
  });

  it('may be another than the name says', () => {
    expect(readString('A headline\n\nSome words that follow it.', 'a.html').articles[0]?.text).toContain('A headline');
  });
});
