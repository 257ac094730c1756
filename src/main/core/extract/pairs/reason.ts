import { hashOf } from '../tagger/hash.ts';
import { bit } from '../words.ts';
import { featureHash, type PairScene, pairFeatures, type Template, templates } from './features.ts';
import { bucketOf, type Pair, ways } from './pairs.ts';

interface Range {
  from: number;
  /** Not included. */
  to: number;
}

/** Features that tell a person nothing: they count, or look at no word. */
const silent: ReadonlySet<Template> = new Set([
  'types',
  'names between',
  'distance',
  'pronoun',
  'list',
  'headline',
  'question',
  'condition',
  'rivals',
  'rivals of the first',
  'rivals of the second',
  'clauses',
  'joints',
  'joints, types',
]);
/** Features of all that stands between the names. */
const whole: ReadonlySet<Template> = new Set([
  'all words between',
  'what stands between',
  'what stands between, types',
  'path',
  'path, types',
]);
/** At most so many items are quoted in one piece. */
const mostQuoted = 7;

/** Where the words of a template's features stand. */
const rangeOf = (template: Template, first: number, second: number, length: number): Range => {
  if (/before and between|between and after|both|name|roughly/.test(template)) return { from: 0, to: length };
  if (/before|ahead/.test(template)) return { from: 0, to: first };
  if (/after|next verb/.test(template)) return { from: second + 1, to: length };
  return { from: first + 1, to: second };
};

/** The places of words that a feature looked at. */
const placesOf = (scene: PairScene, template: Template, values: readonly number[], first: number, second: number): number[] => {
  const { items, wordHashes, verbHashes, fine, coarse } = scene;
  if (silent.has(template)) return [];
  const [value = 0] = values;
  const { from, to } = whole.has(template) ? { from: first + 1, to: second } : rangeOf(template, first, second, items.length);
  const inside = Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
  // nearest to the pair
  if (to <= first) inside.reverse();
  const isWord = (i: number): boolean => items[i]?.kind !== 'name' && /\p{L}/u.test(items[i]?.lower ?? '');
  const find = (test: (i: number) => boolean): number[] => inside.filter((i) => isWord(i) && test(i)).slice(0, 1);
  if (whole.has(template)) return inside.length <= mostQuoted && inside.some(isWord) ? inside : [];
  if (template === 'meaning between, types') return find((i) => coarse[i] === value);
  if (template.startsWith('meaning')) return find((i) => fine[i] === value);
  if (template.startsWith('beginning')) return find((i) => hashOf((items[i]?.lower ?? '').slice(0, 5)) === value);
  const found = values.flatMap((each) => (each === 0 ? [] : find((i) => verbHashes[i] === each || wordHashes[i] === each)));
  return [...new Set(found)].sort((a, b) => a - b);
};

/** The places of the words to which the strongest feature looked of those that look at words; none where no such feature spoke for the pair. */
export const tellingWords = (scene: PairScene, { subject, object }: Pair, weightOf: (bucket: number) => number): number[] => {
  const first = Math.min(subject, object);
  const second = Math.max(subject, object);
  const way = subject < object ? ways.forward : ways.backward;
  let most = 0;
  let best: number[] = [];
  pairFeatures(scene, first, second, (template, a, b = 0, c = 0) => {
    const weight = weightOf(bucketOf(featureHash(template, a, b, c), way));
    if (weight <= most) return;
    const places = placesOf(scene, templates[template] as Template, [a, b, c], first, second);
    if (places.length === 0) return;
    most = weight;
    best = places;
  });
  return best;
};

/** The words at `places` as a text for people: `“… is controlled by …”` where all between the names is shown, else with where they stand: `“acquired” between the names`. */
export const quoted = (scene: PairScene, { subject, object }: Pair, places: readonly number[]): string => {
  const { items } = scene;
  const first = Math.min(subject, object);
  const second = Math.max(subject, object);
  let from = Math.min(...places);
  let to = Math.max(...places) + 1;
  const zone: Range =
    to <= first ? { from: 0, to: first } : from > second ? { from: second + 1, to: items.length } : { from: first + 1, to: second };
  const within = from >= zone.from && to <= zone.to;
  // "by" alone tells little: what it belongs to stands around it
  const slight = places.every(
    (i) => ((items[i]?.bits ?? 0) & bit.function) !== 0 || /^(?:ADP|DET|PUNCT|CCONJ|PART|AUX|PRON)$/.test(items[i]?.tag ?? ''),
  );
  if (within && slight) {
    const short = zone.from > first && zone.to - zone.from <= mostQuoted && zone.to === second;
    from = short ? zone.from : Math.max(zone.from, from - 2);
    to = short ? zone.to : Math.min(zone.to, to + (zone.to === second ? 0 : 1));
  }
  const shown = to - from <= mostQuoted ? Array.from({ length: to - from }, (_, k) => from + k) : [...places];
  const words = shown.map((i, at) => {
    const gap = at > 0 && i - (shown[at - 1] ?? i) > 1 ? '… ' : '';
    return gap + (items[i]?.kind === 'name' ? '…' : (items[i]?.lower ?? ''));
  });
  const text = words
    .join(' ')
    .replace(/ (?=[,.;:)%]|'s\b)/g, '')
    .replace(/(?<=[$(€£]) /g, '');
  // all that stands between the names: they can be shown in their places
  if (zone.to === second && from === zone.from && to === zone.to) return `“…${/^(?:[,.;:]|'s\b)/.test(text) ? '' : ' '}${text} …”`;
  const said = text.replace(/^[,.;:]\s*/, '');
  if (!within) return `the words “${said}”`;
  return `“${said}” ${zone.to === second ? 'between' : zone.from === 0 ? 'before' : 'after'} the names`;
};
