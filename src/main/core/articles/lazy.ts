import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Libraries that cost time to load, loaded at first use: most processes that need an address or an id compared never
 * read a page. Measured on Node.js 24: linkedom 150 ms, eld's smallest set 160 ms and 29 MB of heap, yaml 35 ms.
 * The readers answer synchronously, hence `require`; eld is a module only, so it is required by its file.
 */
const load = createRequire(import.meta.url);

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** The HTML parser. */
export const linkedom = once(() => load('linkedom') as typeof import('linkedom'));
/** The finder of a page's main text. */
export const readability = once(() => load('@mozilla/readability') as typeof import('@mozilla/readability'));
/** The YAML parser. */
export const yaml = once(() => load('yaml') as typeof import('yaml'));
/** What is used of the language detector. */
interface Detector {
  detect(text: string): { language: string; isReliable(): boolean };
  info(): { Languages: Record<number, string> };
}

/** The language detector, with its smallest set: on news-length text it is within 0.2 points of the largest. */
export const detector = once((): Detector => {
  const { eld } = load(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as typeof import('eld/extrasmall');
  return eld;
});
