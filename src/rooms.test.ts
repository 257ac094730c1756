import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { type Room, rooms } from './rooms.ts';

const source = import.meta.dirname;

/** Tests and what only tests import. */
const isTest = (file: string) => /(?:\.test\.tsx?|-suite\.ts|\/testing\.ts|\/arbitrary\.ts|\/memory-host\.ts)$/.test(file);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !isTest(file) && !file.startsWith('rooms'));

const roomOf = (file: string): Room | undefined =>
  rooms
    .filter((room) => file === room.place || file.startsWith(`${room.place}/`))
    .reduce<Room | undefined>((best, room) => (best && best.place.length >= room.place.length ? best : room), undefined);

interface Import {
  name: string;
  typesOnly: boolean;
}

const importsOf = (file: string): Import[] => {
  const text = readFileSync(path.join(source, file), 'utf8');
  const { module } = parseSync(file, text);
  return [
    ...module.staticImports.map((each) => ({
      name: each.moduleRequest.value,
      typesOnly: each.entries.length > 0 && each.entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap((each) =>
      each.entries.flatMap((entry) => (entry.moduleRequest ? [{ name: entry.moduleRequest.value, typesOnly: entry.isType }] : [])),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      name: /^['"`](.*)['"`]$/.exec(text.slice(start, end))?.[1] ?? '',
      typesOnly: false,
    })),
  ].filter(({ name }) => name !== '');
};

const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** Why an import breaks the rules, or null. */
const objection = (file: string, room: Room, { name, typesOnly }: Import): string | null => {
  if (name.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), name);
    if (target.startsWith('../resources/')) return room.resources ? null : `${room.name} may not import resources`;
    const other = roomOf(target);
    if (!other) return `${target} is in no room`;
    const allowed =
      other.name === room.name ||
      room.may.includes(other.name) ||
      room.faces?.includes(target) ||
      (typesOnly && room.types?.includes(other.name));
    return allowed ? null : `${room.name} may not import ${other.name} (${target})`;
  }
  if (isBuiltin(name)) {
    const listed = Array.isArray(room.node) && room.node.includes(name);
    if (name === 'node:sqlite') return listed || file === 'main/core/lock.ts' ? null : `${room.name} may not import node:sqlite`;
    return listed || room.node === true ? null : `${room.name} may not import Node.js’s ${name}`;
  }
  return room.packages?.includes(packageOf(name)) ? null : `${room.name} may not import the package ${name}`;
};

describe('rooms', () => {
  test('every file has a room', () => expect(files.filter((file) => !roomOf(file))).toEqual([]));

  test('every import is one its room may make', () => {
    const objections = files.flatMap((file) => {
      const room = roomOf(file);
      return room
        ? importsOf(file)
            .flatMap((name) => objection(file, room, name) ?? [])
            .map((text) => `${file}: ${text}`)
        : [];
    });
    expect(objections).toEqual([]);
  });

  test('the rules see a wrong import', () => {
    const graph = roomOf('main/core/graph/x.ts');
    if (!graph) throw new Error('the graph has no room');
    expect(objection('main/core/graph/x.ts', graph, { name: '../store/index.ts', typesOnly: false })).toContain('may not import store');
    expect(objection('main/core/graph/x.ts', graph, { name: 'node:fs', typesOnly: false })).toContain('may not import');
    expect(objection('main/core/graph/x.ts', graph, { name: 'electron', typesOnly: false })).toContain('may not import');
    expect(objection('main/core/graph/x.ts', graph, { name: '../../../shared/model.ts', typesOnly: false })).toBeNull();
  });

  test('only the api knows of the bridge to the desktop', () => {
    const others = files.filter((file) => file.startsWith('renderer/') && !file.startsWith('renderer/api/'));
    expect(others.filter((file) => /window\s*(?:\.|\[\s*['"])newsgraph/.test(readFileSync(path.join(source, file), 'utf8')))).toEqual([]);
  });
});
