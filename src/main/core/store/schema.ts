/**
 * The tables, as an ordered list of steps. A library's `user_version` counts the steps it has been through; a new version
 * of Newsgraph appends steps and never changes one. See docs/decisions/storage.md.
 *
 * Text ids are the public names of things; integer rows join them inside. `article.seq` and `alias.row` only grow, so the
 * search index can ask for what is new since it last looked.
 */
const tables = `
  CREATE TABLE story (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    articles INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    first TEXT,
    last TEXT
  ) STRICT;

  CREATE TABLE article (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    story INTEGER NOT NULL REFERENCES story,
    title TEXT NOT NULL,
    publisher TEXT,
    author TEXT,
    published TEXT,
    words INTEGER NOT NULL,
    language TEXT,
    address TEXT,
    address_key TEXT,
    imported_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX article_by_story ON article (story);
  CREATE INDEX article_by_date ON article (published DESC, seq DESC);
  CREATE INDEX article_by_address ON article (address_key) WHERE address_key IS NOT NULL;

  -- Apart from article, so that lists of articles never read past their texts.
  CREATE TABLE article_text (
    article INTEGER PRIMARY KEY REFERENCES article,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL,
    links TEXT NOT NULL,
    sentences TEXT NOT NULL
  ) STRICT;

  CREATE TABLE origin (
    place TEXT NOT NULL,
    part INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article,
    PRIMARY KEY (place, part, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX origin_by_article ON origin (article);

  CREATE TABLE article_link (
    article INTEGER NOT NULL REFERENCES article,
    position INTEGER NOT NULL,
    address_key TEXT NOT NULL,
    PRIMARY KEY (article, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX article_link_by_address ON article_link (address_key);

  CREATE TABLE entity (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    class TEXT NOT NULL,
    key TEXT NOT NULL,
    type TEXT NOT NULL,
    name TEXT NOT NULL,
    articles INTEGER NOT NULL,
    stories INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    first TEXT,
    last TEXT
  ) STRICT;
  CREATE INDEX entity_by_articles ON entity (articles DESC);

  CREATE TABLE entity_type (
    entity INTEGER NOT NULL REFERENCES entity,
    type TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (entity, type)
  ) STRICT, WITHOUT ROWID;

  -- count: mentions written so; full: articles in which this was the fullest form.
  CREATE TABLE alias (
    row INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL REFERENCES entity,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    full INTEGER NOT NULL,
    UNIQUE (entity, name)
  ) STRICT;
  CREATE INDEX alias_by_name ON alias (name COLLATE NOCASE);

  CREATE TABLE mention (
    article INTEGER NOT NULL REFERENCES article,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    entity INTEGER NOT NULL REFERENCES entity,
    type TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (article, start, end)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE article_entity (
    entity INTEGER NOT NULL REFERENCES entity,
    article INTEGER NOT NULL REFERENCES article,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (entity, article)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE story_entity (
    story INTEGER NOT NULL REFERENCES story,
    entity INTEGER NOT NULL REFERENCES entity,
    articles INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    PRIMARY KEY (story, entity)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX story_entity_by_entity ON story_entity (entity, story);

  CREATE TABLE relation (
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    subject INTEGER NOT NULL REFERENCES entity,
    object INTEGER NOT NULL REFERENCES entity,
    sentences INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    UNIQUE (subject, object, kind, status)
  ) STRICT;
  CREATE INDEX relation_by_object ON relation (object, subject);

  CREATE TABLE relation_evidence (
    relation INTEGER NOT NULL REFERENCES relation,
    article INTEGER NOT NULL REFERENCES article,
    sentence INTEGER NOT NULL,
    subject_start INTEGER NOT NULL,
    subject_end INTEGER NOT NULL,
    object_start INTEGER NOT NULL,
    object_end INTEGER NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (relation, article, sentence)
  ) STRICT, WITHOUT ROWID;

  -- What two entities have in common, kept up with every article, so that neighbours are an index lookup. near: articles in
  -- which one sentence names both.
  CREATE TABLE pair (
    a INTEGER NOT NULL REFERENCES entity,
    b INTEGER NOT NULL REFERENCES entity,
    articles INTEGER NOT NULL,
    near INTEGER NOT NULL,
    sentences INTEGER NOT NULL,
    relations INTEGER NOT NULL,
    stories INTEGER NOT NULL,
    first TEXT,
    last TEXT,
    PRIMARY KEY (a, b),
    CHECK (a < b)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX pair_by_b ON pair (b, a);
`;

/**
 * Who is who, corrections, and reading anew. See docs/decisions/identity.md and docs/decisions/corrections.md.
 *
 * `identity` holds every entity that was ever given an id, also those that nothing mentions any more; `entity.row` is
 * `identity.row`. Of identities that turned out to be one, all but one lead to that one, which alone is in `entity`.
 */
const identities = `
  CREATE TABLE identity (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    class TEXT NOT NULL,
    key TEXT NOT NULL,
    -- What sets it apart from others of its class and key; empty for the first of them.
    sense TEXT NOT NULL,
    leads_to INTEGER REFERENCES identity,
    UNIQUE (class, key, sense)
  ) STRICT;
  CREATE INDEX identity_by_lead ON identity (leads_to) WHERE leads_to IS NOT NULL;
  INSERT INTO identity (row, id, class, key, sense) SELECT row, id, class, key, '' FROM entity;

  -- Other names that articles give to an identity, and in how many articles each is given for this reason.
  CREATE TABLE known_name (
    class TEXT NOT NULL,
    key TEXT NOT NULL,
    identity INTEGER NOT NULL REFERENCES identity,
    reason TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (class, key, identity, reason)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX known_name_that_joins ON known_name (identity) WHERE reason IN ('acronym', 'said');

  -- What articles say of an identity beside its name: fields, roles, affiliations, places.
  CREATE TABLE trait (
    identity INTEGER NOT NULL REFERENCES identity,
    value TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (identity, value)
  ) STRICT, WITHOUT ROWID;

  -- What extraction found in an article, before anything was decided of it, so that an article can be made anew without
  -- reading it; and what was decided (names), so that it can be taken back exactly.
  CREATE TABLE article_reading (
    article INTEGER PRIMARY KEY REFERENCES article,
    mentions TEXT NOT NULL,
    relations TEXT NOT NULL,
    sentences TEXT NOT NULL,
    names TEXT NOT NULL
  ) STRICT;
  ALTER TABLE article ADD COLUMN read_with INTEGER NOT NULL DEFAULT 0;

  CREATE TABLE reason (row INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
  ALTER TABLE mention ADD COLUMN alias TEXT;
  -- How the article's name came to mean this entity, where it is more than the same name.
  ALTER TABLE article_entity ADD COLUMN why INTEGER REFERENCES reason;
  -- The fullest name that the article gives the entity.
  ALTER TABLE article_entity ADD COLUMN full_name TEXT;
  ALTER TABLE relation_evidence ADD COLUMN attributes TEXT;
  CREATE INDEX relation_evidence_by_article ON relation_evidence (article);

  -- Aliases may go now, and a row must never be given twice.
  CREATE TABLE alias_next (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    entity INTEGER NOT NULL REFERENCES entity,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    full INTEGER NOT NULL,
    -- Mentions for each reason why this spelling stands for the entity.
    as_surname INTEGER NOT NULL DEFAULT 0,
    as_short_form INTEGER NOT NULL DEFAULT 0,
    as_acronym INTEGER NOT NULL DEFAULT 0,
    as_said INTEGER NOT NULL DEFAULT 0,
    as_listed INTEGER NOT NULL DEFAULT 0,
    as_correction INTEGER NOT NULL DEFAULT 0,
    UNIQUE (entity, name)
  ) STRICT;
  INSERT INTO alias_next (row, entity, name, count, full) SELECT row, entity, name, count, full FROM alias;
  DROP TABLE alias;
  ALTER TABLE alias_next RENAME TO alias;
  CREATE INDEX alias_by_name ON alias (name COLLATE NOCASE);

  -- The ledger: only ever added to. verb and payload (JSON) say what was corrected; an entry that undoes another is one itself.
  CREATE TABLE ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at TEXT NOT NULL,
    verb TEXT NOT NULL,
    payload TEXT NOT NULL,
    undoes INTEGER REFERENCES ledger
  ) STRICT;
  CREATE UNIQUE INDEX ledger_undone ON ledger (undoes) WHERE undoes IS NOT NULL;
  -- In which articles a correction took effect.
  CREATE TABLE corrected (
    entry INTEGER NOT NULL REFERENCES ledger,
    article INTEGER NOT NULL REFERENCES article,
    PRIMARY KEY (entry, article)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX corrected_by_article ON corrected (article);

  -- Articles that wait to be made anew from their readings.
  CREATE TABLE stale (article INTEGER PRIMARY KEY REFERENCES article) STRICT;

  -- What search must forget (an alias) or take in anew (an article), in order.
  CREATE TABLE index_change (
    change INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    UNIQUE (kind, number) ON CONFLICT REPLACE
  ) STRICT;
`;

/** What corrections of whole entities make of ids, whatever any article says: see docs/decisions/corrections.md. */
const standing = `
  -- Whom it was merged into, where nothing is mentioned as itself any more.
  ALTER TABLE identity ADD COLUMN merged_into INTEGER REFERENCES identity;
  -- 1: left out of what is drawn and listed.
  ALTER TABLE identity ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX identity_merged ON identity (row) WHERE merged_into IS NOT NULL;
  CREATE INDEX identity_hidden ON identity (row) WHERE hidden = 1;
`;

/** Boards that were saved, and what was noted on entities: see docs/decisions/boards.md. */
const boards = `
  CREATE TABLE board (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    -- The name but for its case: no two boards may be called the same.
    name_key TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    -- Deleted boards can be brought back for a while.
    deleted_at TEXT,
    nodes INTEGER NOT NULL,
    began TEXT NOT NULL,
    content TEXT NOT NULL,
    -- The article that had come in last: what came after it is new.
    last_article INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX board_by_name ON board (name_key) WHERE deleted_at IS NULL;

  -- By the id that was noted on, whomever it means now: what a merge joins parts again when it is withdrawn.
  CREATE TABLE note (entity TEXT PRIMARY KEY, text TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** SQL that takes a library from version n to n + 1, n from 0. */
export const migrations: readonly string[] = [tables, identities, standing, boards];

/** Marks the file as ours (`PRAGMA application_id`): the letters NGLB. */
export const applicationId = 0x4e474c42;
