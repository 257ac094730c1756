import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { contractOver, dispatch } from '../../shared/contract.ts';
import { contractChecks, type Subject } from './contract-suite.ts';
import { openLibrary } from './library.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-contract-'));

describe('the contract over the core itself', () => {
  let subject: Subject;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const library = await openLibrary(folder);
    subject = { contract: contractOver((name, args) => dispatch(library.implementation, name, args)), on: library.on };
    close = library.close;
  });
  afterAll(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  test.each(contractChecks)('$name', ({ run }) => run(subject), 60_000);
});
