/** Verbs that mean the same for a relation. Patterns name them by their group: `{acquire}`. */
const groups = {
  acquire: 'acquire buy purchase',
  sell: 'sell',
  merge: 'merge',
  invest: 'invest pump pour',
  back: 'back fund finance bankroll',
  lead: 'lead head run chair',
  leadRound: 'lead join',
  raise: 'raise secure',
  own: 'own control',
  hold: 'own hold have retain',
  take: 'take buy acquire purchase build',
  takeOver: 'take snap gobble',
  spin: 'spin hive',
  partner: 'partner team collaborate cooperate ally',
  sign: 'sign announce strike form enter forge ink reach unveil seal agree expand extend build have',
  supply: 'supply',
  provide: 'provide sell deliver ship offer',
  make: 'make manufacture assemble produce build design',
  use: 'use adopt deploy license integrate implement host embed utilise utilize',
  run: 'run rely depend switch migrate move',
  buy: 'buy purchase order source get',
  compete: 'compete vie',
  challenge: 'rival',
  sue: 'sue',
  file: 'file launch bring lodge',
  accuse: 'accuse',
  allege: 'allege',
  level: 'make level raise',
  restrict: 'ban block fine sanction restrict blacklist prohibit investigate probe outlaw penalise penalize bar suspend charge',
  open: 'open launch start begin announce step widen',
  impose: 'impose slap place put levy tighten announce order',
  develop: 'develop launch unveil release introduce create debut ship',
  base: 'base headquarter locate situate',
  move: 'move relocate',
  meet: 'meet',
  found: 'found establish cofound co-found',
  start: 'start launch create',
  appoint: 'appoint name hire poach elect tap pick recruit promote',
  serve: 'serve work act',
  join: 'join',
  leave: 'leave quit depart exit',
  resign: 'resign retire depart',
  step: 'step stand',
  fire: 'fire sack oust dismiss remove',
  succeed: 'succeed replace',
  complete: 'complete close finalise finalize announce abandon scrap pursue plan propose approve agree make confirm drop cancel consider',
  be: 'be become remain',
} as const;

export type VerbGroup = keyof typeof groups;
export type VerbForm = 'base' | 's' | 'past' | 'pp' | 'ing';

const irregular: Record<string, readonly [past: string, pp: string]> = {
  buy: ['bought', 'bought'],
  sell: ['sold', 'sold'],
  lead: ['led', 'led'],
  run: ['ran', 'run'],
  hold: ['held', 'held'],
  have: ['had', 'had'],
  take: ['took', 'taken'],
  spin: ['spun', 'spun'],
  strike: ['struck', 'struck'],
  build: ['built', 'built'],
  make: ['made', 'made'],
  get: ['got', 'got'],
  bring: ['brought', 'brought'],
  put: ['put', 'put'],
  begin: ['began', 'begun'],
  meet: ['met', 'met'],
  leave: ['left', 'left'],
  quit: ['quit', 'quit'],
  stand: ['stood', 'stood'],
  vie: ['vied', 'vied'],
  be: ['was', 'been'],
  become: ['became', 'become'],
};
const doubling = new Set('ban bar ship step drop plan spin run quit get put begin cancel tap'.split(' '));
const odd: Record<string, readonly (readonly [string, VerbForm])[]> = {
  be: [
    ['is', 's'],
    ['are', 's'],
    ['am', 's'],
    ['were', 'past'],
    ["'s", 's'],
    ['’s', 's'],
  ],
  have: [['has', 's']],
  vie: [['vying', 'ing']],
};

/** All forms of a regular or listed verb. */
const formsOf = (verb: string): (readonly [string, VerbForm])[] => {
  const stem = doubling.has(verb) ? verb + verb.slice(-1) : verb.replace(/e$/, '');
  const y = /[^aeiou]y$/.test(verb);
  const s = y ? `${verb.slice(0, -1)}ies` : /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = irregular[verb]?.[0] ?? (y ? `${verb.slice(0, -1)}ied` : `${stem}ed`);
  const pp = irregular[verb]?.[1] ?? past;
  return [[verb, 'base'], [s, 's'], [past, 'past'], [pp, 'pp'], [`${stem}ing`, 'ing'], ...(odd[verb] ?? [])];
};

const formsByWord = new Map<string, { group: VerbGroup; form: VerbForm }[]>();
for (const [group, verbs] of Object.entries(groups)) {
  for (const verb of verbs.split(' ')) {
    for (const [word, form] of formsOf(verb)) {
      const list = formsByWord.get(word) ?? [];
      list.push({ group: group as VerbGroup, form });
      formsByWord.set(word, list);
    }
  }
}

const wordsByGroup = new Map<VerbGroup, string[]>();
for (const [word, uses] of formsByWord) {
  for (const group of new Set(uses.map((use) => use.group))) {
    const words = wordsByGroup.get(group);
    if (words) words.push(word);
    else wordsByGroup.set(group, [word]);
  }
}

/** Every word that is a form of a verb in this group. */
export const wordsOfGroup = (group: VerbGroup): readonly string[] => wordsByGroup.get(group) ?? [];

/** Whether this lower-case word is one of these forms of a verb in the group; any form where none is given. */
export const isForm = (word: string, group: VerbGroup, forms: readonly VerbForm[]): boolean =>
  formsByWord.get(word)?.some((use) => use.group === group && (forms.length === 0 || forms.includes(use.form))) ?? false;

/** Whether this names a group of verbs. */
export const isVerbGroup = (name: string): name is VerbGroup => name in groups;

const bases = new Map<string, string>();
for (const verbs of Object.values(groups))
  for (const verb of verbs.split(' ')) for (const [word] of formsOf(verb)) if (!bases.has(word)) bases.set(word, verb);

/** The base form of a verb: exact for those of our groups, for others by their ending ("relocated" → "relocat"). */
export const verbOf = (word: string): string => bases.get(word) ?? word.replace(/(?:ied|ies|ed|es|ing|s)$/, '').replace(/e$/, '');
