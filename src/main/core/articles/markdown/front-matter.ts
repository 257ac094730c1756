import { parse } from 'yaml';
import { asRecord, type JsonRecord } from '../json/values.ts';

/** What stands above a Markdown text between `---` (YAML) or `+++` (TOML) lines. */
export interface FrontMatter {
  fields: JsonRecord;
  /** The text below. */
  body: string;
  /** A sentence on what is wrong with it; null where nothing is. */
  problem: string | null;
}

const longest = 65_536;
const fence = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/;
const line = /^([\p{L}\p{N}_. -]{1,60}?)\s*[:=]\s*(\S.*)$/u;

/** The lines `key: value`, for front matter that is not quite YAML (a title with a colon in it, say) and for TOML. */
const simpleFields = (text: string): JsonRecord => {
  const fields: Record<string, unknown> = Object.create(null);
  for (const written of text.split('\n').slice(0, 500)) {
    const match = line.exec(written);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    const value = match[2].trim();
    const list = /^\[(.*)\]$/.exec(value)?.[1];
    fields[match[1]] = list === undefined ? unquoted(value) : list.split(',').map((part) => unquoted(part.trim()));
  }
  return fields;
};

/**
 * A value without its quotes, and without one that was opened and not closed or the other way round; a last `'` without
 * another is a genitive (`the workers'`).
 */
const unquoted = (value: string): string => {
  const inside = /^(["'])(.*)\1$/.exec(value)?.[2];
  if (inside !== undefined) return inside;
  const stray = /^(?:"([^"]*)|'([^']*)|([^"]*)")$/.exec(value);
  return (stray?.[1] ?? stray?.[2] ?? stray?.[3] ?? value).trim();
};

/** Parts the front matter from the text. Broken front matter gives the fields that can be made out, and a problem. */
export const frontMatterOf = (text: string): FrontMatter => {
  const match = fence.exec(text.slice(0, longest));
  if (!match) return { fields: {}, body: text, problem: null };
  const body = text.slice(match[0].length);
  const source = match[2] ?? '';
  if (match[1] === '+++') return { fields: simpleFields(source), body, problem: null };
  try {
    const fields = asRecord(parse(source, { logLevel: 'error', maxAliasCount: 20 }));
    // A rule, a paragraph and a rule look like front matter, but are text.
    return fields ? { fields, body, problem: null } : { fields: {}, body: text, problem: null };
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown);
    return {
      fields: simpleFields(source),
      body,
      problem: `The front matter is not valid YAML (${reason.replace(/[:.]+$/, '')}); the text came in.`,
    };
  }
};
