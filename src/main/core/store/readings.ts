import type { DatabaseSync } from 'node:sqlite';
import { aliasReasons, type ExtractedRelation, type Extraction } from '../../../shared/extraction.ts';
import { type ArticleId, type EntityType, entityTypes, type Span } from '../../../shared/model.ts';
import { packSpans, unpackSpans } from './articles.ts';
import { list, query } from './database.ts';
import type { NameRecord } from './records.ts';

/** What extraction gave for an article, and the version that gave it. */
export interface Reading {
  version: number;
  extraction: Extraction;
}

/** An article whose findings can be made anew: its text, what extraction gave, and what was decided of its names. */
export interface StoredReading extends Reading {
  seq: number;
  id: ArticleId;
  text: string;
  names: NameRecord[];
}

/** Names and reasons repeat within an article: they are listed once, and mentions are numbers in one flat list. */
interface PackedMentions {
  names: string[];
  reasons: string[];
  /** For each mention: start, length, type, name, confidence, reason, alias (0 for none). */
  rows: number[];
}
const columns = 7;

const packMentions = (mentions: Extraction['mentions']): string => {
  const names = new Map<string, number>();
  const reasons = new Map<string, number>();
  const numberIn = (table: Map<string, number>, text: string): number => {
    const known = table.get(text) ?? table.size;
    table.set(text, known);
    return known;
  };
  const rows = mentions.flatMap(({ start, end, type, entity, confidence, reason, alias }) => [
    start,
    end - start,
    entityTypes.indexOf(type),
    numberIn(names, entity),
    confidence,
    numberIn(reasons, reason),
    alias === undefined ? 0 : aliasReasons.indexOf(alias) + 1,
  ]);
  return JSON.stringify({ names: [...names.keys()], reasons: [...reasons.keys()], rows } satisfies PackedMentions);
};

const unpackMentions = (packed: string, text: string): Extraction['mentions'] => {
  const { names, reasons, rows } = JSON.parse(packed) as PackedMentions;
  const mentions: Extraction['mentions'] = [];
  for (let at = 0; at + columns <= rows.length; at += columns) {
    const [start = 0, length = 0, type = 0, name = 0, confidence = 0, reason = 0, alias = 0] = rows.slice(at, at + columns);
    const given = aliasReasons[alias - 1];
    mentions.push({
      start,
      end: start + length,
      type: entityTypes[type] ?? 'company',
      text: text.slice(start, start + length),
      entity: names[name] ?? '',
      confidence,
      reason: reasons[reason] ?? '',
      ...(given === undefined ? {} : { alias: given }),
    });
  }
  return mentions;
};

/**
 * A name as it is stored: the row of its identity, which says class and key itself where they are not another's; then what is not empty.
 */
type PackedName =
  | number
  | [identity: number, traits: readonly string[], claims: NameRecord['claims']]
  | [identity: number, traits: readonly string[], claims: NameRecord['claims'], kind: string, key: string];

/** The columns of a reading as they are stored; `isOwn` tells whether a name is its identity's own. */
export const packReading = ({ extraction }: Reading, names: readonly NameRecord[]) => ({
  mentions: packMentions(extraction.mentions),
  relations: JSON.stringify(extraction.relations),
  sentences: packSpans(extraction.sentences),
  names: JSON.stringify(
    names.map(({ class: kind, key, identity, isOwn, traits, claims }): PackedName => {
      if (!isOwn) return [identity, traits, claims, kind, key];
      return traits.length + claims.length > 0 ? [identity, traits, claims] : identity;
    }),
  ),
});

/** Reads what `packReading` made of an article's names. */
export const nameReads = (db: DatabaseSync): ((packed: string) => NameRecord[]) => {
  const owners = query<{ row: number; class: string; key: string }>(
    db,
    'SELECT i.row, i.class, i.key FROM json_each(?) AS j JOIN identity AS i ON i.row = j.value',
  );
  return (packed) => {
    const names = JSON.parse(packed) as PackedName[];
    const rows = names.flatMap((name) => (typeof name === 'number' ? name : name.length === 3 ? name[0] : []));
    const own = new Map(owners.all(list(rows)).map((owner) => [owner.row, owner]));
    return names.map((name) => {
      const [identity, traits = [], claims = [], kind, key] = typeof name === 'number' ? ([name] as const) : name;
      const owner = own.get(identity);
      return { class: kind ?? owner?.class ?? '', key: key ?? owner?.key ?? '', identity, isOwn: kind === undefined, traits, claims };
    });
  };
};

interface ReadingRow {
  id: ArticleId;
  mentions: string;
  relations: string;
  sentences: string;
  names: string;
  version: number;
  text: string;
}

/** Reading what extraction gave. */
export const readingReads = (db: DatabaseSync, libraryVersion: () => string) => {
  const unpackNames = nameReads(db);
  const bySeq = query<ReadingRow>(
    db,
    `SELECT a.id, r.mentions, r.relations, r.sentences, r.names, a.read_with AS version, t.text FROM article_reading AS r
     JOIN article AS a ON a.seq = r.article JOIN article_text AS t ON t.article = r.article WHERE r.article = ?`,
  );
  const bare = query<{ id: ArticleId; version: number; text: string; sentences: string }>(
    db,
    `SELECT a.id, a.read_with AS version, t.text, t.sentences FROM article AS a JOIN article_text AS t ON t.article = a.seq WHERE a.seq = ?`,
  );
  const mentions = query<Span & { type: EntityType; entity: string; identity: number; class: string; key: string; confidence: number }>(
    db,
    `SELECT m.start, m.end, m.type, e.name AS entity, e.row AS identity, e.class, e.key, m.confidence
     FROM mention AS m JOIN entity AS e ON e.row = m.entity WHERE m.article = ? ORDER BY m.start, m.end`,
  );
  const stated = query<
    Omit<ExtractedRelation, keyof Span | 'subject' | 'object'> & { sentence: number; subjectStart: number; objectStart: number }
  >(
    db,
    `SELECT r.kind, r.status, v.rule, v.confidence, v.sentence, v.subject_start AS subjectStart, v.object_start AS objectStart
     FROM relation_evidence AS v JOIN relation AS r ON r.row = v.relation WHERE v.article = ? ORDER BY v.sentence, r.row`,
  );
  const older = query<{ seq: number; text: string }>(
    db,
    `SELECT a.seq, t.text FROM article AS a JOIN article_text AS t ON t.article = a.seq
     WHERE a.seq > ?1 AND a.read_with < ?2 ORDER BY a.seq LIMIT ?3`,
  );
  const outdated = query<{ total: number }>(db, 'SELECT count(*) AS total FROM article WHERE read_with < ?');
  let counted: { version: string; below: number; total: number } | null = null;

  /** The reading of an article that came in before readings were kept, as well as what is stored of it tells. */
  const reconstructed = (seq: number): StoredReading | null => {
    const found = bare.get(seq);
    if (found === undefined) return null;
    const named = mentions.all(seq);
    const sentences = unpackSpans(found.sentences);
    const byStart = new Map(named.map(({ start }, index) => [start, index]));
    const names = new Map(
      named.map(({ class: kind, key, identity }) => [identity, { class: kind, key, identity, isOwn: true, traits: [], claims: [] }]),
    );
    return {
      seq,
      id: found.id,
      text: found.text,
      version: found.version,
      names: [...names.values()],
      extraction: {
        sentences,
        mentions: named.map(({ start, end, type, entity, confidence }) => ({
          start,
          end,
          type,
          text: found.text.slice(start, end),
          entity,
          confidence,
          reason: '',
        })),
        relations: stated.all(seq).flatMap(({ kind, status, rule, confidence, sentence, subjectStart, objectStart }) => {
          const subject = byStart.get(subjectStart);
          const object = byStart.get(objectStart);
          const span = sentences[sentence];
          return subject === undefined || object === undefined || span === undefined
            ? []
            : [{ kind, status, subject, object, rule, confidence, start: span.start, end: span.end }];
        }),
      },
    };
  };

  return {
    /** What extraction gave for an article; null where the library lacks it. */
    readingOf: (seq: number): StoredReading | null => {
      const row = bySeq.get(seq);
      if (row === undefined) return reconstructed(seq);
      return {
        seq,
        id: row.id,
        text: row.text,
        version: row.version,
        names: unpackNames(row.names),
        extraction: {
          mentions: unpackMentions(row.mentions, row.text),
          relations: JSON.parse(row.relations) as ExtractedRelation[],
          sentences: unpackSpans(row.sentences),
        },
      };
    },
    /** Articles above `afterSeq` that were read with a version below this one. */
    readBefore: (version: number, afterSeq: number, limit: number): { seq: number; text: string }[] =>
      older.all(afterSeq, version, limit).map((row) => ({ ...row })),
    /** How many articles were read with a version below this one; remembered until the library changes. */
    outdated: (version: number): number => {
      const now = libraryVersion();
      if (counted?.version !== now || counted.below !== version) {
        counted = { version: now, below: version, total: outdated.get(version)?.total ?? 0 };
      }
      return counted.total;
    },
  };
};

export type ReadingReads = ReturnType<typeof readingReads>;
