import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { reportStyle, reportTokens } from './report-style.ts';

const renderer = (...names: string[]): string => readFileSync(path.join(import.meta.dirname, '../../../renderer', ...names), 'utf8');

test('a report knows every colour that a picture of a map is painted with, as the window has it', () => {
  const [, list = ''] = /paletteTokens = \[([^\]]+)\]/.exec(renderer('graph', 'drawing', 'palette.ts')) ?? [];
  const tokens = [...list.matchAll(/'([^']+)'/g)].map(([, token]) => token ?? '');
  const [light = '', dark = ''] = renderer('ui', 'tokens.css').split(':root[data-theme="dark"]');
  const valueIn = (part: string, token: string) => new RegExp(`--${token}: ([^;]+);`).exec(part)?.[1];
  expect(tokens.length).toBeGreaterThan(20);
  expect(reportTokens.light).toEqual(Object.fromEntries(tokens.map((token) => [token, valueIn(light, token)])));
  expect(reportTokens.dark).toEqual(Object.fromEntries(tokens.map((token) => [token, valueIn(dark, token)])));
  for (const token of tokens) expect(reportStyle.split(`--${token}:`)).toHaveLength(3);
});

test('a report is printed in light colours whatever the theme', () => {
  const [screen = '', print = ''] = reportStyle.split('@media print');
  expect(screen).toContain('@media screen and (prefers-color-scheme: dark)');
  expect(print).toContain('color-scheme: light;');
});
