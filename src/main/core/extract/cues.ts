import type { EntityType } from '../../../shared/model.ts';
import { bit } from './words.ts';

/** What a cue adds to each type's score, in the order of `typeOrder`. */
export type Weights = readonly [company: number, organization: number, person: number, place: number, product: number];

const words = (line: string): readonly string[] => line.split(' ');
const table = (rows: readonly (readonly [string, Weights])[]): ReadonlyMap<string, Weights> => {
  const map = new Map<string, Weights>();
  for (const [line, weights] of rows) for (const word of words(line)) map.set(word, weights);
  return map;
};

/** The word right before a name. */
export const before = table([
  ['in', [0, 0, -0.8, 1.7, 0]],
  ['near outside inside across throughout around', [0, 0, -0.5, 1.5, 0]],
  ['at', [0.6, 0.8, 0, 0.3, 0]],
  ['from to', [0.1, 0.1, 0.1, 0.4, 0]],
  ['via using', [0.5, 0.3, 0, 0, 0.7]],
  ['by', [0.4, 0.2, 0.5, 0, 0]],
  ['the', [0.1, 0.5, -3, -0.6, 0.3]],
  ['a an', [0, 0, -1.5, -1, 0.4]],
  ['his her', [0, 0, 0.3, 0, 0]],
  ['called named dubbed known', [0.3, 0, 0.2, 0, 0.8]],
  ['northern southern eastern western central downtown nearby upstate', [0, 0, -1, 2.5, 0]],
  ['acquire acquires acquired acquiring buy buys bought buying sue sues sued fined backed', [0.9, 0.2, 0, 0, 0.1]],
  ['joined join joins', [0.8, 0.8, 0, 0, 0]],
]);

/** A name of our lists beside it in a list: "Exxon and X". */
export const listed: Record<EntityType, Weights> = {
  company: [0.9, 0, 0, 0, 0],
  organization: [0, 0.8, 0, 0, 0],
  person: [0, 0, 0.9, 0, 0],
  place: [0, 0, 0, 0.9, 0],
  product: [0, 0, 0, 0, 0.7],
};

/** The word before "of" before a name: "shares of X", "city of X". */
export const beforeOf = table([
  [
    'shares unit subsidiary ceo boss chairman shareholders acquisition takeover division arm parent purchase customers users',
    [2.5, 0, 0, 0, 0],
  ],
  ['maker owner founder co-founder director executive headquarters employees rival competitor', [1.8, 0.5, 0, 0, 0.3]],
  [
    'city town province state county capital south north east west outskirts people island port village region streets suburb coast centre',
    [0, 0, -1, 3, 0],
  ],
  ['president minister king queen ambassador government republic parts population', [0, 0.3, 0, 1.2, 0]],
  ['member members leader spokesman spokeswoman head secretary', [0.3, 1.5, 0, 0, 0]],
  ['version versions users copies launch release', [0, 0, 0, 0, 1.5]],
  ['death life wife son daughter family brother trial arrest', [0, 0, 1.8, 0, 0]],
]);

/** The word right after a name. */
export const after = table([
  ['said says', [0.4, 0.4, 1.0, -0.2, -0.5]],
  ['told added argued tweeted joked recalled wrote testified insisted explained admitted', [0.1, 0.3, 1.8, -0.5, -0.5]],
  ['born died married resigned retired starred scored sang grew lives lived graduated pleaded', [0, 0, 2, 0, -0.5]],
  [
    'acquired acquires launched launches unveiled unveils released introduces introduced hired sells manufactures shipped',
    [1.6, 0.2, 0, -0.3, 0],
  ],
  ['announced announces reported raised raises filed owns makes develops invests invested competes', [1.2, 0.4, 0.1, 0, 0]],
  ['shares stock', [2.5, 0, 0, 0, 0]],
  ['employees executives spokesman spokeswoman founder co-founder boss chief ceo shareholders customers', [2, 0.6, 0, 0, 0]],
  ['officials lawmakers regulators authorities police troops citizens', [0, 0.8, 0, 1, 0]],
  ['government border coast region area city residents', [0, 0, 0, 1.2, 0]],
  ['users devices phones software technology products chips', [0.9, 0, 0, 0, 0.9]],
  ['administration', [0, 0, 1.5, 0, 0]],
  ['himself herself', [0, 0, 2.5, 0, 0]],
]);

/** The noun after a name's possessive: "X's shares". */
export const owned = table([
  [
    'shares stock chief ceo products customers revenue revenues profit profits sales headquarters app apps board employees founder founders platform chips software technology parent subsidiary market earnings rival rivals investors valuation models model',
    [2, 0.2, 0, 0, 0],
  ],
  [
    'capital government president prime economy parliament army border population coast foreign ruling central largest biggest',
    [0, 0.1, 0, 1.5, 0],
  ],
  ['wife husband son daughter father mother brother sister life death career lawyer family death book novel', [0, 0, 2.2, 0, 0]],
]);

/** What a hyphened word after a name says: "X-based". */
export const hyphened = table([
  ['based born', [0, 0, 0, 4, 0]],
  ['backed owned made developed led funded designed powered branded', [1, 0, 0.2, 0.6, 0.3]],
  ['controlled held occupied', [0, 0.4, 0, 0.6, 0]],
]);

/** Word classes that stand right before a name or describe it in apposition. */
export const nounCues: readonly (readonly [number, Weights])[] = [
  [bit.role, [-0.5, -0.3, 3, -0.5, -0.5]],
  [bit.companyNoun, [3, 0.3, -0.5, -0.5, 0]],
  [bit.organizationNoun, [0.2, 2.6, -0.5, -0.3, 0]],
  [bit.productNoun, [0.3, 0, -0.5, -0.5, 2.2]],
  [bit.placeNoun, [0, 0, -0.5, 2.4, 0]],
];

/** What the last word of a name says of it: "University", "Motors", "River". */
export const headCues: readonly (readonly [number, Weights])[] = [
  [bit.suffix, [6, 0, -2, -2, 0]],
  [bit.organizationHead, [0.4, 4, -2, -1, 0]],
  [bit.companyHead, [3, 1, -1.5, -1, 0]],
  [bit.placeHead, [0, 0, -0.5, 3, 0]],
];

/** What a name is likely to be when nothing else is known, by its shape. */
export const shapeWeights = {
  known: 4.5,
  firstName: [0, 0, 3.6, 0, 0] as Weights,
  doubtfulFirstName: [0.2, 0.2, 1.8, 0, 0] as Weights,
  initials: [0, 0, 2, 0, 0] as Weights,
  particle: [0, 0, 1.2, 0.3, 0] as Weights,
  titled: [-0.5, -0.5, 3.6, -0.5, -0.5] as Weights,
  ampersand: [2, 0.5, 0, 0, 0] as Weights,
  strange: [0.3, 0.4, 1, 0.3, 0] as Weights,
  mixed: [0.4, 0.5, 0.72, 0.3, 0.1] as Weights,
  ordinary: [0.4, 0.6, 0.3, 0.1, 0.3] as Weights,
  many: [0.2, 0.7, 0, 0, 0.2] as Weights,
  one: [0.35, 0.3, 0.55, 0.45, 0.1] as Weights,
  capitals: [0.55, 0.85, 0, 0, 0.1] as Weights,
  camel: [1.4, 0, 0, 0, 0.5] as Weights,
  code: [0, 0, -0.5, 0, 1.2] as Weights,
  placeStart: [0, 0, 0, 1.6, 0] as Weights,
  organizationOf: [0.2, 3.5, -2, -0.5, 0] as Weights,
  placeThenName: [0.5, 0.9, 0, 0, 0] as Weights,
  makerThenName: [1, 0.2, 0, 0, 0.9] as Weights,
} as const;
