import aliases from '../../../../resources/gazetteer/aliases.json' with { type: 'json' };
import companies from '../../../../resources/gazetteer/companies.json' with { type: 'json' };
import organizations from '../../../../resources/gazetteer/organizations.json' with { type: 'json' };
import people from '../../../../resources/gazetteer/people.json' with { type: 'json' };
import places from '../../../../resources/gazetteer/places.json' with { type: 'json' };
import products from '../../../../resources/gazetteer/products.json' with { type: 'json' };
import type { EntityType } from '../../../shared/model.ts';
import { squash } from './words.ts';

/** A name of our own lists. */
export interface KnownName {
  name: string;
  type: EntityType;
  /** Written in capitals only, so that "who" and "Us" are not taken for it. */
  upper: boolean;
  /** One word: it may be an ordinary word as well. */
  single: boolean;
}

const bySquashed = new Map<string, KnownName>();

const add = (names: readonly string[], type: EntityType): void => {
  for (const name of names) {
    const squashed = squash(name.replace(/^The /, ''));
    if (squashed === '' || bySquashed.has(squashed)) continue;
    bySquashed.set(squashed, { name, type, upper: name.length <= 5 && name === name.toUpperCase(), single: !/[\s-]/.test(name) });
  }
};

const typeOfAliases = (group: readonly string[], fallback: EntityType): EntityType => {
  for (const name of group) {
    const known = bySquashed.get(squash(name));
    if (known) return known.type;
  }
  return fallback;
};

// Earlier lists win where a word is in two.
add(places.countries, 'place');
add(companies, 'company');
add(organizations, 'organization');
add(people, 'person');
add(products, 'product');
add(places.states, 'place');
add(places.regions, 'place');
add(places.cities, 'place');
for (const group of aliases.org) add(group, typeOfAliases(group, 'company'));
for (const group of aliases.place) add(group, 'place');
for (const group of aliases.person)
  add(
    group.filter((name) => !name.startsWith('President ')),
    'person',
  );
for (const group of aliases.product) add(group, 'product');

/** All beginnings of all names, so that looking for a name stops at the first token that none begins with. */
const beginnings = new Set<string>();
for (const [squashed, { type }] of bySquashed) {
  for (let length = 1; length <= squashed.length; length += 1) beginnings.add(squashed.slice(0, length));
  if (type === 'product') beginnings.add(`${squashed}s`);
}

/** Whether a name in our lists begins with these letters and digits. */
export const beginsKnownName = (squashed: string): boolean => beginnings.has(squashed);

/** The name in our lists that is spelled like this in squashed form, if any. */
export const knownName = (squashed: string): KnownName | undefined => {
  const name = bySquashed.get(squashed);
  if (name || !squashed.endsWith('s')) return name;
  // Products alone have plurals: "iPhones".
  const one = bySquashed.get(squashed.slice(0, -1));
  return one?.type === 'product' && one.name.length > 3 ? one : undefined;
};

/** The most tokens that a name of our lists takes up. */
export const longestKnownName = 8;
