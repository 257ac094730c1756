import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../bench/random.ts';
import { articleId } from '../src/main/core/articles/index.ts';
import { extract } from '../src/main/core/extract/index.ts';
import { type Incoming, ingest } from '../src/main/core/ingest.ts';
import { createRemaker } from '../src/main/core/remaking.ts';
import { openStore } from '../src/main/core/store/index.ts';
import type { Block, ParsedArticle, Span } from '../src/shared/model.ts';
import { shuffle } from './shuffle.ts';

/** Precision, recall and F1 of one partition of items against another. */
interface BCubed {
  precision: number;
  recall: number;
  f1: number;
  items: number;
}

const groupSizes = (labels: readonly string[]): Map<string, number> => {
  const sizes = new Map<string, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return sizes;
};

/** B³ of items given as pairs: whom it means, and whom it was taken for. 1 for no items. */
export const bCubed = (items: readonly { gold: string; found: string }[]): BCubed => {
  const gold = groupSizes(items.map((item) => item.gold));
  const found = groupSizes(items.map((item) => item.found));
  const both = groupSizes(items.map((item) => `${item.gold}\u0000${item.found}`));
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const shared = both.get(`${item.gold}\u0000${item.found}`) ?? 0;
    precision += shared / (found.get(item.found) ?? 1);
    recall += shared / (gold.get(item.gold) ?? 1);
  }
  const share = (sum: number) => (items.length === 0 ? 1 : sum / items.length);
  const [p, r] = [share(precision), share(recall)];
  return { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r), items: items.length };
};

/** A marked name of a case: its place in the article's text, and whom it means. */
interface CaseMention extends Span {
  text: string;
  gold: string;
}

interface CaseArticle {
  article: ParsedArticle;
  mentions: CaseMention[];
}

interface Case {
  name: string;
  articles: CaseArticle[];
}

const mark = /\[([coplt]):([^\]#]+)(?:#([^\]]+))?\]/g;

const readArticle = (date: string, title: string, marked: string): CaseArticle => {
  const mentions: CaseMention[] = [];
  let text = `${title}\n\n`;
  let at = 0;
  for (const found of marked.matchAll(mark)) {
    text += marked.slice(at, found.index);
    at = found.index + found[0].length;
    const [, , name = '', means] = found;
    mentions.push({ start: text.length, end: text.length + name.length, text: name, gold: means ?? name });
    text += name;
  }
  text += marked.slice(at);
  const blocks: Block[] = [
    { kind: 'title', start: 0, end: title.length },
    { kind: 'paragraph', start: title.length + 2, end: text.length },
  ];
  const article = { title, text, blocks, links: [], publisher: null, author: null, published: date, address: null, language: 'en' };
  return { article, mentions };
};

/** A case as its file holds it; see training/identity/README.md. Throws on a mark that is none. */
export const readCase = (name: string, content: string): Case => {
  const articles = content
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const [date = '', title = '', ...body] = part.trim().split('\n');
      const marked = body.join(' ').trim();
      const broken = /[[\]]/.exec(marked.replace(mark, ''));
      if (broken !== null || title === '') throw new Error(`${name}: “${title}” has a broken mark or no title`);
      return readArticle(date.trim(), title, marked);
    });
  return { name, articles };
};

/** All cases of a folder, in order. */
const readCases = (folder: string): Case[] =>
  readdirSync(folder)
    .filter((file) => /^\d\d-.+\.txt$/.test(file))
    .sort()
    .map((file) => readCase(file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')));

/** A marked mention with whom the core took it for; null where extraction found no such mention. */
interface Judged extends CaseMention {
  article: string;
  found: string | null;
}

/** Imports a case into a library of its own, in the given order of its articles, and tells whom its marked mentions were taken for. */
const runCase = async ({ articles }: Case, order: Iterable<number> = articles.keys()): Promise<Judged[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-case-'));
  const store = openStore(folder);
  try {
    for (const at of order) {
      const given = articles[at];
      if (given === undefined) continue;
      const incoming: Incoming = {
        id: articleId(given.article),
        article: given.article,
        extraction: extract(given.article.text),
        origin: { place: `${at}.txt`, part: 0 },
      };
      ingest(store, [incoming]);
    }
    await createRemaker(store, () => undefined).drain();
    return articles.flatMap(({ article, mentions }) => {
      const row = store.articleRow(articleId(article));
      const taken = row === null ? [] : store.mentionsOf(row.seq);
      return mentions.map((mention) => ({
        ...mention,
        article: article.title,
        found: taken.find(({ start, end }) => start === mention.start && end === mention.end)?.entity ?? null,
      }));
    });
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The score of one case, or of all. */
interface CaseScore extends BCubed {
  name: string;
  /** Share of the marked mentions that extraction missed. */
  missed: number;
}

/** The score of judged mentions; those of several cases must be told apart by `scope`. */
const scoreOf = (name: string, judged: readonly { scope: string; judged: Judged }[]): CaseScore => {
  const items = judged.flatMap(({ scope, judged: { gold, found } }) =>
    found === null ? [] : [{ gold: `${scope} ${gold}`, found: `${scope} ${found}` }],
  );
  return { name, ...bCubed(items), missed: judged.length === 0 ? 0 : 1 - items.length / judged.length };
};

const shuffled = (length: number, random: () => number): Int32Array => {
  const order = Int32Array.from({ length }, (_, at) => at);
  shuffle(order, random);
  return order;
};

interface CasesScore {
  overall: CaseScore;
  cases: CaseScore[];
  judged: Map<string, Judged[]>;
}

/** Runs cases through the core and scores them: as they stand where `seed` is 0, else with their articles in another order. */
export const scoreCases = async (cases: readonly Case[], seed = 0): Promise<CasesScore> => {
  const random = randomFrom(seed);
  const judged = new Map<string, Judged[]>();
  for (const each of cases) {
    judged.set(each.name, await runCase(each, seed === 0 ? undefined : shuffled(each.articles.length, random)));
  }
  const scoped = [...judged].map(([name, all]) => all.map((one) => ({ scope: name, judged: one })));
  return {
    overall: scoreOf('all cases', scoped.flat()),
    cases: [...judged.keys()].map((name, at) => scoreOf(name, scoped[at] ?? [])),
    judged,
  };
};

/** What went together wrongly or stayed apart in a case, in words. */
export const errorsIn = (judged: readonly Judged[]): string[] => {
  const found = judged.filter((each) => each.found !== null);
  const means = new Map<string, Set<string>>();
  const taken = new Map<string, Set<string>>();
  for (const { gold, found: entity, text, article } of found) {
    means.set(entity ?? '', (means.get(entity ?? '') ?? new Set()).add(`${gold} (“${text}”, ${article})`));
    taken.set(gold, (taken.get(gold) ?? new Set()).add(entity ?? ''));
  }
  const golds = new Map<string, Set<string>>();
  for (const { gold, found: entity } of found) golds.set(entity ?? '', (golds.get(entity ?? '') ?? new Set()).add(gold));
  return [
    ...[...golds].filter(([, set]) => set.size > 1).map(([entity]) => `  together: ${[...(means.get(entity) ?? [])].join('; ')}`),
    ...[...taken]
      .filter(([, set]) => set.size > 1)
      .map(
        ([gold, set]) =>
          `  apart: ${gold} as ${[...set].map((entity) => [...(means.get(entity) ?? [])].filter((each) => each.startsWith(gold)).join(', ')).join(' | ')}`,
      ),
  ];
};

const percent = (value: number): string => (100 * value).toFixed(1).padStart(6);

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { shuffles: { type: 'string', default: '0' }, errors: { type: 'boolean', default: false } },
  });
  const cases = readCases(positionals[0] ?? join(import.meta.dirname, 'identity'));
  const score = await scoreCases(cases);
  console.log(`${'case'.padEnd(32)}     P      R     F1  missed`);
  for (const { name, precision, recall, f1, missed } of [...score.cases, score.overall]) {
    console.log(`${name.padEnd(32)}${percent(precision)} ${percent(recall)} ${percent(f1)}  ${percent(missed)}`);
    const errors = values.errors ? errorsIn(score.judged.get(name) ?? []) : [];
    for (const error of errors) console.log(error);
  }
  for (let seed = 1; seed <= Number(values.shuffles); seed += 1) {
    const { overall, cases: each } = await scoreCases(cases, seed);
    const worst = each
      .filter(({ f1 }, at) => f1 < (score.cases[at]?.f1 ?? 0) - 0.001)
      .map(({ name, f1 }) => `${name} ${percent(f1).trim()}`);
    console.log(`in order ${seed}: F1 ${percent(overall.f1).trim()}${worst.length > 0 ? `; lower in ${worst.join(', ')}` : ''}`);
  }
};

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
