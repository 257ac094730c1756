import type { EntityType } from '../../../../shared/model.ts';

/** What a token can be part of: a name of one of our types, or another name (an event, a law, a nationality). */
export const tagTypes = ['company', 'organization', 'person', 'place', 'product', 'other'] as const satisfies readonly (
  | EntityType
  | 'other'
)[];
export type TagType = (typeof tagTypes)[number];

/** Labels are small numbers: 0 is no name, then for each type its beginning and its inside. */
export const labelCount = 1 + 2 * tagTypes.length;
export const outside = 0;
export const beginOf = (type: number): number => 1 + 2 * type;
export const insideOf = (type: number): number => 2 + 2 * type;
export const typeOfLabel = (label: number): number => (label - 1) >> 1;
export const isBegin = (label: number): boolean => label > 0 && (label & 1) === 1;
const isInside = (label: number): boolean => label > 0 && (label & 1) === 0;

/** Whether `label` may follow `before`; −1 is the start of a sentence. The inside of a name follows its own kind alone. */
export const mayFollow = (before: number, label: number): boolean =>
  !isInside(label) || (before > 0 && typeOfLabel(before) === typeOfLabel(label));
