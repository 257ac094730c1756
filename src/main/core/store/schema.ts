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

/** SQL that takes a library from version n to n + 1, n from 0. */
export const migrations: readonly string[] = [tables];

/** Marks the file as ours (`PRAGMA application_id`): the letters NGLB. */
export const applicationId = 0x4e474c42;
