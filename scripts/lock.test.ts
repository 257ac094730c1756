import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './run.ts';

interface Entry {
  version?: string;
  resolved?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const entries = Object.entries(
  (JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> }).packages,
);
const names = new Set(entries.map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)));

test('the lock file records no download addresses', () =>
  expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([place]) => place)).toEqual([]));

// a package of another platform that was not to be had when the file was written is left out, and `npm ci` refuses the rest
test('the lock file is whole: every package that one names has an entry, for every platform', () => {
  const missing = entries.flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !names.has(name))
      .map((name) => `${place} names ${name}`),
  );
  expect(missing).toEqual([]);
});

test('every package has its exact version', () =>
  expect(entries.filter(([place, entry]) => place !== '' && !/^\d+\.\d+\.\d+/.test(entry.version ?? '')).map(([place]) => place)).toEqual(
    [],
  ));
