import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it } from 'vitest';
import { extractionVersion } from '../../../shared/extraction.ts';
import type { EntityId } from '../../../shared/model.ts';
import { incoming } from '../graph/testing.ts';
import { ingest } from '../ingest.ts';
import { remake } from '../making.ts';
import { databaseName, openStore } from './index.ts';
import { applicationId, migrations } from './schema.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'newsgraph-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A library as the first version wrote it: one article that names OpenAI twice, once as a company. */
const firstVersion = (): void => {
  const db = new DatabaseSync(path.join(folder, databaseName));
  db.exec(migrations[0] ?? '');
  db.exec(`
    PRAGMA application_id = ${applicationId}; PRAGMA user_version = 1;
    INSERT INTO story (row, id, name, articles, mentions) VALUES (1, 's_111111111111111111111111', 'News', 1, 3);
    INSERT INTO article (seq, id, story, title, words, imported_at) VALUES (1, 'a_111111111111111111111111', 1, 'News', 8, '2025-01-01');
    INSERT INTO article_text VALUES (1, 'News' || char(10) || char(10) || 'OpenAI met Ida Vance. OpenAI left.', '[]', '[]', '0 4 2 21 1 12');
    INSERT INTO entity (row, id, class, key, type, name, articles, stories, mentions) VALUES
      (1, 'e_aaaaaaaaaaaaaaaaaaaaaaaa', 'org', 'openai', 'company', 'OpenAI', 1, 1, 2),
      (2, 'e_bbbbbbbbbbbbbbbbbbbbbbbb', 'person', 'ida vance', 'person', 'Ida Vance', 1, 1, 1);
    INSERT INTO entity_type VALUES (1, 'company', 2), (2, 'person', 1);
    INSERT INTO alias (row, entity, name, count, full) VALUES (1, 1, 'OpenAI', 2, 1), (2, 2, 'Ida Vance', 1, 1);
    INSERT INTO mention VALUES (1, 6, 12, 1, 'company', 1, 0.9), (1, 17, 26, 2, 'person', 1, 0.8), (1, 28, 34, 1, 'company', 2, 0.9);
    INSERT INTO article_entity VALUES (1, 1, 2), (2, 1, 1);
    INSERT INTO story_entity VALUES (1, 1, 1, 2, 2), (1, 2, 1, 1, 1);
    INSERT INTO relation (row, kind, status, subject, object, sentences, articles) VALUES (1, 'works_for', 'stated', 2, 1, 1, 1);
    INSERT INTO relation_evidence VALUES (1, 1, 1, 17, 26, 6, 12, 'old', 0.7);
    INSERT INTO pair VALUES (1, 2, 1, 1, 1, 1, 1, NULL, NULL);
  `);
  db.close();
};

it('brings a library of the first version along: ids stay, and its articles can be made anew', () => {
  firstVersion();
  const store = openStore(folder);
  const ids = ['e_aaaaaaaaaaaaaaaaaaaaaaaa', 'e_bbbbbbbbbbbbbbbbbbbbbbbb'] as EntityId[];
  const shown = () => ({
    counts: store.counts(),
    nodes: store.nodeRows(ids),
    mentions: store.mentionsOf(1),
    stated: store.statedIn(1),
    aliases: ids.map((id) => store.aliasesOf(id)),
    pairs: store.pairsAfter(0, 0, 10),
  });
  const before = shown();
  expect(before.counts).toEqual({ articles: 1, entities: 2, relations: 1, stories: 1 });
  expect(before.stated).toMatchObject([{ kind: 'works_for', rule: 'old', attributes: {} }]);
  expect(store.outdated(extractionVersion)).toBe(1);
  expect(store.lastNameRow()).toBe(2);

  store.transaction(() => void remake(store, 1));
  expect(shown()).toEqual(before);
  ingest(store, [incoming({ sentences: ['{OpenAI} met {Ida Vance:person} again.'] })]);
  expect(store.nodeRows(ids)).toMatchObject([{ articles: 2 }, { articles: 2 }]);
  const extraction = { mentions: [], relations: [], sentences: [] };
  store.transaction(() => void remake(store, 1, { version: extractionVersion, extraction }));
  expect(store.nodeRows(ids)).toMatchObject([{ articles: 1 }, { articles: 1 }]);
  expect(store.outdated(extractionVersion)).toBe(0);
  store.close();
});
