import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluatePath, type Report, reportTable, sumOf } from './eval.ts';
import { folderWith, markedRow, type Ran, runProgram } from './testing.ts';

/** Sentences whose names are sure to be found, and marks that are wrong on purpose. */
const files = {
  'gold/wikigold-toy.jsonl': [
    markedRow('a', 'Microsoft/B-ORG bought/O Nokia/B-ORG in/O 2013/O ./O'),
    markedRow('a', 'Tim/B-PER Cook/I-PER spoke/O in/O Paris/B-LOC ./O'),
    markedRow('b', 'It/O is/O not/O known/B-ORG ./O'),
    markedRow('b', 'Germany/O grew/O ./O'),
  ].join('\n'),
  'gold/below/kn.jsonl': JSON.stringify({
    fold: 1,
    tokens: 'Tim Cook is the chief executive of Apple .'.split(' '),
    mentions: [
      { from: 0, to: 2, type: 'PER' },
      { from: 7, to: 8, type: 'ORG' },
    ],
    relations: [{ subject: 1, object: 0, kind: 'CEO' }],
  }),
  'gold/below/fold.jsonl': markedRow('a', 'The/O fold/O of/O Microsoft/B-ORG'),
  'corpus/01-deals.txt': [
    '# a remark',
    '[c:Microsoft] acquired [c:Nokia] in 2013. {acquired: Microsoft -> Nokia; completed; date in 2013}',
    '[p:Tim Cook] spoke in [l:Paris].',
    '[c:Germany] grew.',
    'If [c:Microsoft] acquires [c:Google], regulators will object. {none}',
  ].join('\n'),
  'corpus/05-held.txt': '[c:Microsoft] sued [c:Google]. {sued: Google -> Microsoft}\n',
  'broken/01-a.txt': '[c:Microsoft] grew.\n[q:Ek] grew.\n',
  'cases/01-toy.txt': [
    '== 2025-01-12',
    'Cook speaks in Paris',
    '[p:Tim Cook] of [c:Apple] spoke in [l:Paris]. [p:Cook#Tim Cook] left on Monday.',
    '== 2025-01-13',
    'Apple grows',
    '[c:Apple] grew, [p:Tim Cook] said.',
  ].join('\n'),
  'broken-set/a.jsonl': '{"tokens": [\n',
  'nothing/notes.md': 'none',
};

let folder = '';
let remove = (): void => {};
let json: Ran = { code: -1, out: '', error: '' };
let table: Ran = json;
let reports: Record<string, Report> = {};
let errors: string[] = [];

const evaluate = (...args: string[]): Promise<Ran> =>
  runProgram('eval.ts', ...args.map((arg) => (arg.startsWith('--') ? arg : join(folder, arg))));

beforeAll(async () => {
  ({ folder, remove } = folderWith(files));
  [json, table] = await Promise.all([evaluate('--json', '--errors', 'gold', 'corpus'), evaluate('gold/wikigold-toy.jsonl', 'corpus')]);
  const parsed = JSON.parse(json.out) as { reports: Report[]; errors: string[] };
  reports = Object.fromEntries(parsed.reports.map((report) => [report.set, report]));
  errors = parsed.errors;
}, 60_000);
afterAll(() => remove());

const report = (set: string): Report => {
  const found = reports[set];
  if (!found) throw new Error(`There is no report of ${set}, but of ${Object.keys(reports).join(', ')}`);
  return found;
};

describe('npm run eval -- --json', () => {
  it('has a report for each set and batch, and the sums of open and held-out batches', () => {
    expect(json).toMatchObject({ code: 0, error: '' });
    expect(Object.keys(reports)).toEqual([
      'fold',
      'kn',
      'wikigold-toy',
      '01-deals.txt',
      '05-held.txt',
      'corpus: open batches together',
      'corpus: held-out batches together',
    ]);
    for (const { texts, words, wordsPerSecond, megabytes } of Object.values(reports)) {
      for (const number of [texts, words, wordsPerSecond, megabytes]) expect(number).toBeGreaterThan(0);
    }
  });

  it('counts names by type, exact and overlapping', () => {
    const { exact, relaxed, texts, words, relations, confusion } = report('wikigold-toy');
    expect({ texts, words }).toEqual({ texts: 2, words: 16 });
    expect(exact).toEqual({
      ORG: { right: 2, found: 2, gold: 3 },
      PER: { right: 1, found: 1, gold: 1 },
      LOC: { right: 1, found: 2, gold: 1 },
    });
    expect(relaxed).toEqual(exact);
    expect([relations, confusion]).toEqual([undefined, undefined]);
  });

  it('tells as which type names were taken', () => {
    const { exact, confusion } = report('01-deals.txt');
    expect(exact).toMatchObject({ company: { right: 4, found: 4, gold: 5 }, person: { right: 1, found: 1, gold: 1 } });
    expect(exact.place).toEqual({ right: 1, found: 2, gold: 1 });
    expect(confusion).toEqual({ company: { company: 4, place: 1 }, person: { person: 1 }, place: { place: 1 } });
  });

  it('counts relations by kind, with and without status, and those found in negatives', () => {
    expect(report('01-deals.txt').relations).toEqual({
      byKind: { acquired: { right: 1, found: 1, gold: 1 } },
      right: 1,
      statusRight: 0,
      negatives: 1,
      falseInNegatives: 0,
    });
    expect(report('05-held.txt').relations?.byKind).toEqual({ sued: { right: 0, found: 1, gold: 1 } });
    expect(report('kn').relations?.byKind).toEqual({ leads: { right: 1, found: 1, gold: 1 } });
  });

  it('has no cases where there are none', () => {
    expect(JSON.parse(json.out)).toMatchObject({ identity: [] });
  });

  it('adds up', () => {
    const [one, sum] = [report('01-deals.txt'), report('corpus: open batches together')];
    expect(sum).toMatchObject({ texts: one.texts, words: one.words, exact: one.exact, relations: one.relations, confusion: one.confusion });
    expect(report('corpus: held-out batches together').exact).toEqual(report('05-held.txt').exact);
  });

  it('lists what went wrong, where and in context', () => {
    expect(errors).toEqual(
      expect.arrayContaining([
        'wikigold-toy b missed ORG: It is not [[known]]. Germany grew.',
        'wikigold-toy b wrong LOC: It is not known. [[Germany]] grew.',
        '01-deals.txt:4 missed company: [[Germany]] grew.',
        '01-deals.txt:4 wrong place: [[Germany]] grew.',
        expect.stringMatching(/^01-deals\.txt:2 status stated instead of completed: Microsoft acquired Nokia/),
        expect.stringMatching(/^05-held\.txt:1 false relation: Microsoft sued Google \(stated; /),
        '05-held.txt:1 missed relation: Google sued Microsoft (stated): Microsoft sued Google.',
      ]),
    );
    expect(errors).toHaveLength(7);
  });
});

describe('npm run eval', () => {
  it('prints a table', () => {
    expect(table).toMatchObject({ code: 0, error: '' });
    expect(table.out).toMatch(/^wikigold-toy: 2 texts, 16 words, \d+ words\/s, \d+ MB$/m);
    expect(table.out).toMatch(/^ {2}names +P +80\.0 {2}R +80\.0 {2}F1 +80\.0 +overlapping F1 +80\.0 +of 5$/m);
    expect(table.out).toMatch(/^ {2}ORG +P 100\.0 {2}R +66\.7 {2}F1 +80\.0/m);
    expect(table.out).toMatch(/^ {2}type right on 85\.7 % of the names found/m);
    expect(table.out).toMatch(/^ {4}company +4 +0 +0 +1 +0$/m);
    expect(table.out).toMatch(/^ {2}relations +P 100\.0 {2}R 100\.0 {2}F1 100\.0 +of 1$/m);
    expect(table.out).toMatch(/^ {2}with status +P +0\.0 {2}R +0\.0 {2}F1 +0\.0 +of 1$/m);
    expect(table.out).toContain('  status right on 0.0 %; 0 false relations in 1 negatives');
    expect(table.out).not.toContain('[[');
  });

  it('reads a single batch', async () => {
    const complaints: string[] = [];
    const { reports: all, identity } = await evaluatePath(join(folder, 'corpus/05-held.txt'), (line) => complaints.push(line));
    expect(all.map(({ set }) => set)).toEqual(['05-held.txt']);
    expect(identity).toEqual([]);
    expect(complaints).toContain('05-held.txt:1 missed relation: Google sued Microsoft (stated): Microsoft sued Google.');
  });

  it('scores cases of several articles by who is who', async () => {
    const { reports: none, identity } = await evaluatePath(join(folder, 'cases'), () => {});
    expect(none).toEqual([]);
    expect(identity).toMatchObject([{ set: 'cases', cases: [{ name: '01-toy', precision: 1, recall: 1, f1: 1 }, { name: 'all cases' }] }]);
  });

  for (const [what, path, said] of [
    ['a folder without gold', 'nothing', 'nothing: no .jsonl of marked sentences and no NN-style.txt'],
    ['a broken batch', 'broken', '01-a.txt:2: “[q:Ek]” is no mark'],
    ['a broken set', 'broken-set', 'a.jsonl:1: this line is no JSON'],
  ] as const) {
    it(`refuses ${what}`, () => expect(evaluatePath(join(folder, path), () => {})).rejects.toThrow(said));
  }

  it.concurrent('refuses an unknown path, in one line', async () => {
    const { code, out, error } = await evaluate('nowhere');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error.trim()).toBe(`${join(folder, 'nowhere')}: there is no such file or folder`);
  });

  it.concurrent('says how it is used where no path is given', async () => {
    expect(await evaluate()).toMatchObject({ code: 1, out: expect.stringContaining('npm run eval --') });
  });
});

const made = (words: number, wordsPerSecond: number, more: Partial<Report> = {}): Report => ({
  set: 'made',
  texts: 1,
  words,
  wordsPerSecond,
  exact: { ORG: { right: 1, found: 2, gold: 4 } },
  relaxed: { ORG: { right: 2, found: 2, gold: 4 } },
  megabytes: words,
  ...more,
});

describe('sumOf', () => {
  it('adds counts, and takes the speed over all and the most memory', () => {
    const sum = sumOf('all', [
      made(100, 100, { confusion: { place: { place: 2, company: 1 } } }),
      made(300, 50, { confusion: { place: { place: 1 }, person: { person: 4 } }, exact: { PER: { right: 1, found: 1, gold: 1 } } }),
    ]);
    expect(sum).toMatchObject({
      set: 'all',
      texts: 2,
      words: 400,
      wordsPerSecond: Math.round(400 / 7),
      megabytes: 300,
      exact: { ORG: { right: 1, found: 2, gold: 4 }, PER: { right: 1, found: 1, gold: 1 } },
      relaxed: { ORG: { right: 4, found: 4, gold: 8 } },
      confusion: { place: { place: 3, company: 1 }, person: { person: 4 } },
    });
  });

  it('leaves the reports as they are', () => {
    const one = made(1, 1, { confusion: { place: { place: 1 } } });
    sumOf('all', [one, one]);
    expect(one).toEqual(made(1, 1, { confusion: { place: { place: 1 } } }));
  });
});

describe('reportTable', () => {
  it('shows a set without any names', () => {
    expect(reportTable(made(5, 9, { exact: {}, relaxed: {} }))).toContain('made: 1 texts, 5 words, 9 words/s, 5 MB');
  });

  it('sums people, bodies and places apart where products are marked too', () => {
    const score = { right: 1, found: 1, gold: 1 };
    const lines = reportTable(made(5, 9, { exact: { PER: score, PROD: { right: 0, found: 0, gold: 1 } }, relaxed: {} }));
    expect(lines).toMatch(/^ {2}PER, ORG, LOC +P 100\.0 {2}R 100\.0/m);
    expect(lines).toMatch(/^ {2}names +P 100\.0 {2}R +50\.0/m);
  });
});
