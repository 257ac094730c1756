import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { labelCount, mayFollow } from '../src/main/core/extract/tagger/labels.ts';

/** What a program wrote and how it ended. */
export interface Ran {
  code: number;
  out: string;
  error: string;
}

/** Runs one of the programs of this folder, such as `train.ts`, in a process of its own; resolves however it ends. */
export const runProgram = (program: string, ...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, program), ...args],
      { maxBuffer: 2 ** 26 },
      (_, out, error) => resolve({ code: child.exitCode ?? -1, out, error }),
    );
  });

/** A new folder with these files (by their paths in it), and how to remove it. */
export const folderWith = (files: Readonly<Record<string, string>>): { folder: string; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'newsgraph-training-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** A row of a marked set: `Tarn/B-ORG Robotics/I-ORG grew/O`. */
export const markedRow = (doc: string, said: string): string => {
  const pairs = said.split(' ').map((each) => {
    const at = each.lastIndexOf('/');
    return [each.slice(0, at), each.slice(at + 1)] as const;
  });
  return JSON.stringify({ id: doc, doc, tokens: pairs.map(([token]) => token), tags: pairs.map(([, tag]) => tag) });
};

/** The likeliest labels of `n` tokens, by trying every label after every other; `scoreOf` says what a label is worth at a token. */
export const bestLabels = (n: number, scoreOf: (token: number, label: number) => number, transition: Float32Array): number[] => {
  const after = (before: number, label: number): number =>
    mayFollow(before, label) ? (transition[(before < 0 ? labelCount : before) * labelCount + label] as number) : Number.NEGATIVE_INFINITY;
  let paths = [{ score: 0, labels: [] as number[] }];
  for (let i = 0; i < n; i += 1) {
    paths = Array.from({ length: labelCount }, (_, label) => {
      const scored = paths.map(({ score, labels }) => ({ score: score + after(labels.at(-1) ?? -1, label), labels }));
      const { score, labels } = scored.reduce((best, each) => (each.score > best.score ? each : best));
      return { score: score + scoreOf(i, label), labels: [...labels, label] };
    });
  }
  return paths.reduce((best, each) => (each.score > best.score ? each : best)).labels;
};
