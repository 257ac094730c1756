/** Foreign JSON, looked at with care: own properties only, nothing copied or merged. */

export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value as an object that is no array, or null. */
export const asRecord = (value: unknown): JsonRecord | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;

/** An own property; undefined where the object only inherits one of that name. */
export const own = (record: JsonRecord, key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined);

/** Text that is not blank, or null. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** Names differ in case and in `_`, `-`, `:` and spaces: `published_at`, `publishedAt` and `Published At` are one. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[\s_:.-]+/g, '');

/** The record under plain keys; of two with one plain key the first counts. */
export const byPlainKey = (record: JsonRecord): ReadonlyMap<string, unknown> => {
  const map = new Map<string, unknown>();
  for (const [key, value] of Object.entries(record).slice(0, 500)) {
    const plain = plainKey(key);
    if (!map.has(plain) && value !== null && value !== '') map.set(plain, value);
  }
  return map;
};
