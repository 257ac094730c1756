/**
 * Which room may import what: docs/architecture.md as data. A room is a folder or a file of `src`; `may` names rooms
 * (by their own names below), `node:` modules and packages. The most specific room that holds a file counts.
 */
export interface Room {
  name: string;
  /** Path under `src`, without a trailing slash. */
  place: string;
  may: readonly string[];
  /** Rooms of which types alone may be imported. */
  types?: readonly string[];
  /** Single files of other rooms that may be imported: their faces. */
  faces?: readonly string[];
  /** Node's own modules that are allowed; `true` for all but `node:sqlite`, which is the store's and the lock's. */
  node?: true | readonly string[];
  /** May import what ships in `resources/`. */
  resources?: boolean;
  packages?: readonly string[];
}

const core = ['articles', 'extract', 'identity', 'store', 'search', 'graph', 'importing'];

/** Files of one feature that another may import. */
const featureFaces: Readonly<Record<string, readonly string[]>> = {
  // the reader shows an entity's card over a name
  reader: ['renderer/entity/index.ts'],
  // what is new is listed in the same words as the map's
  timeline: ['renderer/graph/words.ts'],
};

/** All rooms. What lies in none may not be imported, and may import nothing. */
export const rooms: readonly Room[] = [
  { name: 'shared', place: 'shared', may: [], packages: ['zod'] },

  {
    name: 'articles',
    place: 'main/core/articles',
    may: ['shared'],
    node: true,
    packages: ['linkedom', '@mozilla/readability', 'marked', 'yaml', 'iconv-lite', 'chardet', 'eld'],
  },
  {
    name: 'extract',
    place: 'main/core/extract',
    may: ['shared', 'places'],
    node: ['node:fs', 'node:zlib'],
    resources: true,
  },
  // who is who: decisions over what the store knows
  { name: 'identity', place: 'main/core/identity', may: ['shared', 'extract', 'store'], node: ['node:crypto'] },
  // one folder, one database file in it
  { name: 'store', place: 'main/core/store', may: ['shared'], node: ['node:sqlite', 'node:fs', 'node:path', 'node:url'] },
  { name: 'search', place: 'main/core/search', may: ['shared'], packages: ['minisearch'] },
  { name: 'graph', place: 'main/core/graph', may: ['shared'], packages: ['graphology', 'graphology-communities-louvain', 'd3-force'] },
  { name: 'importing', place: 'main/core/importing', may: ['shared', 'core', ...core, 'places'], node: true, packages: ['tinypool'] },
  { name: 'places', place: 'main/core/places.ts', may: [], node: true },
  // what joins the rooms of the core: the methods of the contract, and the process they run in
  { name: 'core', place: 'main/core', may: ['shared', 'places', ...core], node: true, packages: ['tinypool'] },

  { name: 'settings', place: 'main/settings.ts', may: ['shared'], node: true, packages: ['env-paths', 'zod'] },
  {
    name: 'desktop',
    place: 'main/desktop',
    may: ['shared', 'places', 'settings'],
    faces: ['main/core/connection.ts', 'main/core/protocol.ts'],
    node: true,
    packages: ['electron'],
  },
  {
    name: 'web',
    place: 'main/web',
    may: ['shared', 'places', 'settings'],
    faces: ['main/core/connection.ts', 'main/core/fork.ts'],
    node: true,
  },
  {
    name: 'cli',
    place: 'main/cli',
    may: ['shared', 'places', 'settings'],
    faces: [
      'main/core/library.ts',
      'main/core/find-entity.ts',
      'main/core/export-library.ts',
      'main/core/lines.ts',
      'main/core/extract/index.ts',
    ],
    node: true,
    packages: ['commander'],
  },
  { name: 'preload', place: 'main/preload.ts', may: ['shared'], packages: ['electron'] },
  // entries: composition only
  {
    name: 'desktop entry',
    place: 'main/index.ts',
    may: ['desktop', 'places', 'settings', 'shared'],
    node: true,
    packages: ['electron'],
  },
  {
    name: 'web entry',
    place: 'main/serve.ts',
    may: ['web', 'cli', 'places', 'settings', 'shared'],
    node: true,
    packages: ['commander'],
  },
  { name: 'cli entry', place: 'main/cli.ts', may: ['cli', 'web entry', 'shared', 'settings'], node: true, packages: ['commander'] },

  { name: 'api', place: 'renderer/api', may: ['shared'] },
  { name: 'state', place: 'renderer/state', may: ['shared', 'api'], packages: ['zustand', 'react'] },
  {
    name: 'ui',
    place: 'renderer/ui',
    may: [],
    packages: ['react', 'react-dom', '@base-ui/react', 'lucide-react', 'react-resizable-panels', '@tanstack/react-virtual'],
  },
  ...['graph', 'search', 'reader', 'entity', 'timeline', 'import'].map((feature) => ({
    name: `renderer/${feature}`,
    place: `renderer/${feature}`,
    may: ['shared', 'state', 'ui'],
    types: ['api'],
    faces: featureFaces[feature] ?? [],
    packages: ['react', 'lucide-react', '@base-ui/react', '@tanstack/react-virtual', 'cmdk', ...(feature === 'graph' ? ['cytoscape'] : [])],
  })),
  {
    name: 'app',
    place: 'renderer',
    may: [
      'shared',
      'state',
      'ui',
      'api',
      'renderer/graph',
      'renderer/search',
      'renderer/reader',
      'renderer/entity',
      'renderer/timeline',
      'renderer/import',
    ],
    packages: [
      'react',
      'react-dom',
      'zustand',
      'cmdk',
      'lucide-react',
      'react-resizable-panels',
      '@fontsource-variable/inter',
      '@fontsource-variable/source-serif-4',
    ],
  },
];
