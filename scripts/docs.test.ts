import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run.ts';

/** Files that git has, or would take in; a copy without its history has none to check. */
const files = existsSync(path.join(root, '.git'))
  ? execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' })
      .split('\0')
      .filter((name) => name !== '' && existsSync(path.join(root, name)))
  : [];
const textOf = (name: string): string | null => {
  const bytes = readFileSync(path.join(root, name));
  return bytes.includes(0) ? null : bytes.toString('utf8');
};

const pages = ['README.md', 'CHANGELOG.md', ...files.filter((name) => /^docs\/.*\.md$/.test(name))];

/** What links and images of a Markdown text lead to, but for code; with and without a title, in angle brackets, or as a definition. */
const targetsOf = (markdown: string): string[] => {
  const text = markdown.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  const found = [...text.matchAll(/\]\(\s*<?([^\s)>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)/gm)];
  return found.flatMap(([, inline, defined]) => inline ?? defined ?? []);
};

/** The anchors that headings of a Markdown text can be reached by. */
const anchorsOf = (markdown: string): Set<string> =>
  new Set(
    [...markdown.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
      heading
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  );

test.each(pages)('%s: every link inside the project leads somewhere', (page) => {
  const text = textOf(page) ?? '';
  const broken = targetsOf(text).filter((target) => {
    if (/^[a-z][a-z\d+.-]*:/i.test(target)) return false;
    const [place = '', anchor] = decodeURI(target).split('#');
    const file = place === '' ? page : path.join(path.dirname(page), place);
    if (!existsSync(path.join(root, file))) return true;
    return anchor !== undefined && !anchorsOf(textOf(file) ?? '').has(anchor);
  });
  expect(broken).toEqual([]);
});

/**
 * Absolute paths of a machine that something was written on. Made-up users of examples are called `reader`; the folder is
 * put together here so that this file does not hold what it looks for.
 */
const machinePath = new RegExp(
  String.raw`(?<![\w.~/@-])(?:/${'work'}/|/${'root'}/|/(?:${'home'}|Users)/(?!reader/)[\w.-]+/|[A-Z]:\\${'Users'}\\)`,
);

test('no text tells of the machine that it was written on', () => {
  const telling = files.flatMap((name) => {
    const at =
      textOf(name)
        ?.split('\n')
        .findIndex((line) => machinePath.test(line)) ?? -1;
    return at < 0 ? [] : [`${name}:${at + 1}`];
  });
  expect(telling).toEqual([]);
});
