import { clean } from '../../../shared/xml-text.ts';

/** Words that all formats share. */

/** Text on one line, without what XML 1.0 forbids. */
export const onOneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim();

/** A day of a date that may carry a time. */
export const dayOf = (date: string): string => date.slice(0, 10);

/** `1 node`, `3 nodes`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
