import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { extract } from '../src/main/core/extract/index.ts';
import type { Extraction } from '../src/shared/extraction.ts';
import { type EntityType, entityTypes } from '../src/shared/model.ts';
import { relationKindNames } from '../src/shared/relations.ts';
import { errorsIn, readCase, scoreCases } from './b-cubed.ts';
import { isHeldOut, type Passage, readBatch } from './corpus.ts';
import { type GoldSet, goldFilesIn, readGoldSet } from './gold.ts';
import { readKnowledgeNet } from './knowledgenet.ts';
import { noScore, percentages, type Score, scoreSpans, type TypedSpan, total } from './score.ts';
import { addOutcome, compareRelations, foundIn, noRelationScores, type RelationScores } from './score-relations.ts';

/** Counts of one set, as `--json` prints them; scores are counts, so that reports can be added up. */
export interface Report {
  set: string;
  texts: number;
  words: number;
  wordsPerSecond: number;
  /** By type: exact spans, and spans that overlap. */
  exact: Record<string, Score>;
  relaxed: Record<string, Score>;
  /** Of names found with the right span, as which type each type was taken: gold, then found. */
  confusion?: Record<string, Record<string, number>>;
  relations?: { byKind: Record<string, Score>; right: number; statusRight: number; negatives: number; falseInNegatives: number };
  megabytes: number;
}

const publicType: Partial<Record<EntityType, string>> = {
  person: 'PER',
  place: 'LOC',
  company: 'ORG',
  organization: 'ORG',
  product: 'PROD',
};

const megabytes = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);
const countWords = (text: string): number => text.split(/\s+/).length;

class Timer {
  words = 0;
  ms = 0;

  extract(text: string): Extraction {
    const started = performance.now();
    const found = extract(text);
    this.ms += performance.now() - started;
    this.words += countWords(text);
    return found;
  }

  get speed(): number {
    return Math.round((1000 * this.words) / Math.max(1, this.ms));
  }
}

const inContext = (text: string, { start, end }: { start: number; end: number }): string =>
  `${text.slice(Math.max(0, start - 60), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 60)}`.replace(/\s+/g, ' ');

type Complain = (line: string) => void;

const spanErrors = (
  text: string,
  where: string,
  { missed, wrong }: { missed: TypedSpan[]; wrong: TypedSpan[] },
  complain: Complain,
): void => {
  for (const span of missed) complain(`${where} missed ${span.type}: ${inContext(text, span)}`);
  for (const span of wrong) complain(`${where} wrong ${span.type}: ${inContext(text, span)}`);
};

const evaluateNames = (set: GoldSet, complain: Complain): Report => {
  const exact = new Map<string, Score>();
  const relaxed = new Map<string, Score>();
  const timer = new Timer();
  const counted = (type: string): boolean => type !== 'MISC' && set.marks.has(type as 'PER');
  for (const { text, spans, doc } of set.texts) {
    const found = timer.extract(text).mentions.flatMap(({ start, end, type }) => {
      const mapped = publicType[type];
      return mapped && counted(mapped) ? [{ start, end, type: mapped }] : [];
    });
    const gold = spans.filter(({ type }) => counted(type));
    spanErrors(text, `${set.name} ${doc}`, scoreSpans(gold, found, true, exact), complain);
    scoreSpans(gold, found, false, relaxed);
  }
  return {
    set: set.name,
    texts: set.texts.length,
    words: timer.words,
    wordsPerSecond: timer.speed,
    exact: Object.fromEntries(exact),
    relaxed: Object.fromEntries(relaxed),
    megabytes: megabytes(),
  };
};

const relationErrors = (passage: Passage, outcome: ReturnType<typeof compareRelations>, complain: Complain): void => {
  const where = `${passage.batch}:${passage.line}`;
  for (const { said, status, rule } of outcome.wrong) complain(`${where} false relation: ${said} (${status}; ${rule}): ${passage.text}`);
  for (const { subject, kind, object, status } of outcome.missed)
    complain(`${where} missed relation: ${subject} ${kind} ${object} (${status}): ${passage.text}`);
  for (const { gold, found } of outcome.right) {
    if (gold.status !== found.status) complain(`${where} status ${found.status} instead of ${gold.status}: ${found.said}: ${passage.text}`);
  }
};

const plainRelations = ({ byKind, right, statusRight, negatives, falseInNegatives }: RelationScores): NonNullable<Report['relations']> => ({
  byKind: Object.fromEntries(byKind),
  right,
  statusRight,
  negatives,
  falseInNegatives,
});

const evaluatePassages = (set: string, passages: readonly Passage[], complain: Complain): Report => {
  const exact = new Map<string, Score>();
  const relaxed = new Map<string, Score>();
  const confusion: Record<string, Record<string, number>> = {};
  const relations = noRelationScores();
  const timer = new Timer();
  for (const passage of passages) {
    const found = timer.extract(passage.text);
    spanErrors(passage.text, `${passage.batch}:${passage.line}`, scoreSpans(passage.names, found.mentions, true, exact), complain);
    scoreSpans(passage.names, found.mentions, false, relaxed);
    for (const { start, end, type } of found.mentions) {
      const gold = passage.names.find((name) => name.start === start && name.end === end);
      if (!gold) continue;
      confusion[gold.type] ??= {};
      const row = confusion[gold.type] as Record<string, number>;
      row[type] = (row[type] ?? 0) + 1;
    }
    const outcome = compareRelations(passage, foundIn(passage, found));
    addOutcome(relations, passage, outcome);
    relationErrors(passage, outcome, complain);
  }
  return {
    set,
    texts: passages.length,
    words: timer.words,
    wordsPerSecond: timer.speed,
    exact: Object.fromEntries(exact),
    relaxed: Object.fromEntries(relaxed),
    confusion,
    relations: plainRelations(relations),
    megabytes: megabytes(),
  };
};

const one = (value: number): string => value.toFixed(1).padStart(5);
const scoreLine = (label: string, exact: Score, relaxed: Score | undefined): string => {
  const a = percentages(exact);
  const b = relaxed && percentages(relaxed);
  return `  ${label.padEnd(16)} P ${one(a.precision)}  R ${one(a.recall)}  F1 ${one(a.f1)}${b ? `   overlapping F1 ${one(b.f1)}` : ''}   of ${exact.gold}`;
};

/** A report as a table for people. */
export const reportTable = (report: Report): string => {
  const lines = [`${report.set}: ${report.texts} texts, ${report.words} words, ${report.wordsPerSecond} words/s, ${report.megabytes} MB`];
  const exact = new Map(Object.entries(report.exact));
  const relaxed = new Map(Object.entries(report.relaxed));
  const named = [...exact.keys()].sort();
  lines.push(scoreLine('names', total(exact), total(relaxed)));
  const three = ['PER', 'ORG', 'LOC'];
  if (exact.has('PROD')) lines.push(scoreLine('PER, ORG, LOC', total(exact, three), total(relaxed, three)));
  for (const type of named) lines.push(scoreLine(type, exact.get(type) as Score, relaxed.get(type)));
  if (report.confusion) {
    const rows = entityTypes.filter((type) => report.confusion?.[type]);
    let right = 0;
    let all = 0;
    for (const [gold, row] of Object.entries(report.confusion)) {
      for (const [type, count] of Object.entries(row)) {
        all += count;
        if (type === gold) right += count;
      }
    }
    lines.push(`  type right on ${((100 * right) / Math.max(1, all)).toFixed(1)} % of the names found; taken for (columns):`);
    lines.push(`    ${''.padEnd(14)}${entityTypes.map((type) => type.padStart(14)).join('')}`);
    for (const gold of rows) {
      lines.push(`    ${gold.padEnd(14)}${entityTypes.map((type) => String(report.confusion?.[gold]?.[type] ?? 0).padStart(14)).join('')}`);
    }
  }
  if (report.relations) {
    const { byKind, right, statusRight, negatives, falseInNegatives } = report.relations;
    const scores = new Map(Object.entries(byKind));
    const sum = total(scores);
    lines.push(scoreLine('relations', sum, undefined));
    lines.push(scoreLine('with status', { ...sum, right: statusRight }, undefined));
    lines.push(
      `  status right on ${((100 * statusRight) / Math.max(1, right)).toFixed(1)} %; ${falseInNegatives} false relations in ${negatives} negatives`,
    );
    for (const kind of relationKindNames) {
      const score = scores.get(kind);
      if (score) lines.push(scoreLine(kind, score, undefined));
    }
  }
  return lines.join('\n');
};

const add = (into: Record<string, Score>, from: Record<string, Score>): void => {
  for (const [key, score] of Object.entries(from)) {
    const sum = into[key] ?? noScore();
    into[key] = { right: sum.right + score.right, found: sum.found + score.found, gold: sum.gold + score.gold };
  }
};

/** Several reports of our corpus as one. */
export const sumOf = (set: string, reports: readonly Report[]): Report => {
  const sum: Report = { set, texts: 0, words: 0, wordsPerSecond: 0, exact: {}, relaxed: {}, confusion: {}, megabytes: 0 };
  const relations: NonNullable<Report['relations']> = { byKind: {}, right: 0, statusRight: 0, negatives: 0, falseInNegatives: 0 };
  let seconds = 0;
  for (const report of reports) {
    sum.texts += report.texts;
    sum.words += report.words;
    seconds += report.words / Math.max(1, report.wordsPerSecond);
    sum.megabytes = Math.max(sum.megabytes, report.megabytes);
    add(sum.exact, report.exact);
    add(sum.relaxed, report.relaxed);
    for (const [gold, row] of Object.entries(report.confusion ?? {})) {
      const into = (sum.confusion as Record<string, Record<string, number>>)[gold] ?? {};
      (sum.confusion as Record<string, Record<string, number>>)[gold] = into;
      for (const [type, count] of Object.entries(row)) into[type] = (into[type] ?? 0) + count;
    }
    if (!report.relations) continue;
    add(relations.byKind, report.relations.byKind);
    relations.right += report.relations.right;
    relations.statusRight += report.relations.statusRight;
    relations.negatives += report.relations.negatives;
    relations.falseInNegatives += report.relations.falseInNegatives;
  }
  sum.wordsPerSecond = Math.round(sum.words / Math.max(1e-9, seconds));
  return { ...sum, relations };
};

const filesOf = (path: string): { gold: string[]; batches: string[] } => {
  if (!existsSync(path)) throw new Error(`${path}: there is no such file or folder`);
  if (!statSync(path).isDirectory()) return path.endsWith('.txt') ? { gold: [], batches: [path] } : { gold: [path], batches: [] };
  const batches = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => /^\d\d-.+\.txt$/.test(basename(name)));
  return { gold: goldFilesIn(path), batches: batches.sort().map((name) => join(path, name)) };
};

const isKnowledgeNet = (path: string): boolean => /"fold"\s*:/.test(readFileSync(path, 'utf8').slice(0, 200));

const reportsFor = (path: string, gold: readonly string[], batches: readonly string[], hasCases: boolean, complain: Complain): Report[] => {
  if (gold.length === 0 && batches.length === 0 && !hasCases) {
    throw new Error(`${path}: no .jsonl of marked sentences and no NN-style.txt of our corpus in it`);
  }
  const reports = gold.map((file) =>
    isKnowledgeNet(file)
      ? evaluatePassages(basename(file, '.jsonl'), readKnowledgeNet(file), complain)
      : evaluateNames(readGoldSet(file), complain),
  );
  const ofBatches = batches.map((file) => {
    const { passages, errors } = readBatch(readFileSync(file, 'utf8'), basename(file));
    if (errors[0]) throw new Error(`${file}:${errors[0].line}: ${errors[0].message}`);
    return { report: evaluatePassages(basename(file), passages, complain), heldOut: isHeldOut(basename(file)) };
  });
  reports.push(...ofBatches.map(({ report }) => report));
  if (ofBatches.length > 1) {
    for (const heldOut of [false, true]) {
      const some = ofBatches.filter((each) => each.heldOut === heldOut).map(({ report }) => report);
      if (some.length > 0)
        reports.push(sumOf(`${basename(dirname(batches[0] as string))}: ${heldOut ? 'held-out' : 'open'} batches together`, some));
    }
  }
  return reports;
};

/** Entity resolution over cases of several articles, by B³. */
interface IdentityReport {
  set: string;
  cases: { name: string; precision: number; recall: number; f1: number; missed: number }[];
}

const isCase = (file: string): boolean => /^== /m.test(readFileSync(file, 'utf8').slice(0, 2000));

const evaluateCases = async (files: readonly string[], complain: Complain): Promise<IdentityReport> => {
  const cases = files.map((file) => readCase(basename(file, '.txt'), readFileSync(file, 'utf8')));
  const { overall, cases: each, judged } = await scoreCases(cases);
  for (const [name, mentions] of judged) for (const line of errorsIn(mentions)) complain(`${name}${line}`);
  return {
    set: basename(dirname(files[0] as string)),
    cases: [...each, overall].map(({ name, precision, recall, f1, missed }) => ({ name, precision, recall, f1, missed })),
  };
};

const identityTable = ({ set, cases }: IdentityReport): string =>
  [
    `${set}: who is who, B³ over the marked mentions that were found`,
    ...cases.map(
      ({ name, precision, recall, f1, missed }) =>
        `  ${name.padEnd(32)} P ${one(100 * precision)}  R ${one(100 * recall)}  F1 ${one(100 * f1)}   missed ${one(100 * missed)} %`,
    ),
  ].join('\n');

/** What the gold says that a path leads to: a report for each set and batch, sums of batches, and cases. Throws where there is none or one is broken. */
export const evaluatePath = async (path: string, complain: Complain): Promise<{ reports: Report[]; identity: IdentityReport[] }> => {
  const { gold, batches } = filesOf(path);
  const cases = batches.filter(isCase);
  const identity = cases.length > 0 ? [await evaluateCases(cases, complain)] : [];
  const passages = batches.filter((file) => !cases.includes(file));
  return { reports: reportsFor(path, gold, passages, cases.length > 0, complain), identity };
};

const usage = `npm run eval -- [--json] [--errors] PATH…
PATH: a folder or file of marked sentences (.jsonl: tokens and tags, or KnowledgeNet's relations), of our corpus (NN-style.txt) or of cases
 of several articles (NN-case.txt with “== date” before each article).`;

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      errors: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || positionals.length === 0) {
    console.log(usage);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const errors: string[] = [];
  const complain: Complain = values.errors ? (line) => errors.push(line) : () => {};
  const reports: Report[] = [];
  const identity: IdentityReport[] = [];
  for (const path of positionals) {
    const found = await evaluatePath(path, complain);
    reports.push(...found.reports);
    identity.push(...found.identity);
  }
  if (values.json) console.log(JSON.stringify({ reports, identity, ...(values.errors ? { errors } : {}) }, null, 2));
  else console.log([...errors, ...reports.map(reportTable), ...identity.map(identityTable)].join('\n'));
};

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
