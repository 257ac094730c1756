import type { EntityType } from '../src/shared/model.ts';
import { pick, zipf } from './random.ts';

/** An entity of the generated world. */
export interface Actor {
  /** The fullest name. */
  name: string;
  /** How articles write it after the first time. */
  short: string;
  type: EntityType;
}

/** A field of news with the actors and words that recur in it. */
export interface Beat {
  actors: readonly Actor[];
  drawActor: () => number;
  words: readonly string[];
}

export interface World {
  beats: readonly Beat[];
  /** Named in a large part of all articles, whatever they are about. */
  hubs: readonly { actor: Actor; share: number }[];
  commonWords: readonly string[];
  drawCommon: () => number;
}

const onsets = 'b br c ch cl d dr f fl g gr h j k kr l m n p pl pr qu r s sh st t tr v w z'.split(' ');
const nuclei = 'a e i o u ai ea ee ia io oa ou'.split(' ');
const codas = 'b ck d l ll m n nd ng nt r rd rk rn s ss st t th x'.split(' ');
const firstNames = `Ada Alan Amara Anders Anita Arjun Beatrice Boris Carla Chen Clara Daniel David Diego Elena Emil Fatima Felix Grace
  Hana Hugo Ines Ivan James Jana Jonas Karen Kenji Laura Leila Liam Lucia Marco Maria Mei Mona Nadia Nils Nora Omar Paul Petra Priya
  Rafael Rosa Samuel Sara Sofia Tariq Thomas Vera Victor Wen Yusuf Zoe`.split(/\s+/);
const companyEndings = [
  'Systems',
  'Group',
  'Corp',
  'Labs',
  'Holdings',
  'Technologies',
  'Motors',
  'Energy',
  'Capital',
  'Networks',
  'Foods',
  'Media',
];
const organizationForms = ['Ministry of %', 'University of %', '% Commission', '% Agency', '% Council', '% Institute', 'Bank of %'];
const placeForms = ['%', 'Port %', '%ton', '%burg', 'New %', '% Valley'];
const productForms = ['% One', '% Pro', '% X', '% Cloud', '%Pad', '% Air'];
const commonWords = `the of to and a in that is was for on it with as he be at by this had not are but from or have an they which one you
  were her all she there would their we him been has when who will more no if out so said what up its about into than them can only
  other new some could time these two may then do first any my now such like our over man me even most made after also did many before
  must through back years where much your way well down should because each just those people how too little state good very make world
  still own see men work long get here between both life being under never day same another know while last might us great old year off
  come since against go came right used take three market share price growth plan deal report result sale cost profit loss quarter
  demand supply investor analyst official spokesman government policy tax rate bank law court decision talks agreement project service
  customer worker job factory plant product technology software research team match game season player film music award show election
  party vote leader minister campaign health school study risk security data network energy oil gas power transport road rail air`.split(
  /\s+/,
);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const syllables = (count: number, random: () => number): string => {
  let word = '';
  for (let at = 0; at < count; at += 1) word += pick(onsets, random) + pick(nuclei, random) + (at + 1 === count ? pick(codas, random) : '');
  return word;
};

const actorOf = (type: EntityType, random: () => number): Actor => {
  const root = capital(syllables(2, random));
  const formed = (forms: readonly string[]) => pick(forms, random).replace('%', root);
  switch (type) {
    case 'company':
      return { name: `${root} ${pick(companyEndings, random)}`, short: root, type };
    case 'person':
      return { name: `${pick(firstNames, random)} ${root}`, short: root, type };
    case 'organization': {
      const name = formed(organizationForms);
      return { name, short: name, type };
    }
    case 'place': {
      const name = formed(placeForms);
      return { name, short: name, type };
    }
    case 'product': {
      const name = formed(productForms);
      return { name, short: name, type };
    }
  }
};

const typeMix: readonly EntityType[] = (
  [
    ['company', 6],
    ['person', 8],
    ['organization', 3],
    ['place', 3],
    ['product', 2],
  ] as const
).flatMap(([type, times]) => Array.from({ length: times }, () => type));

/**
 * A world of some five actors for each article to come (fewer the more articles, as in real archives), in beats of news. The
 * head of each beat recurs in half its articles; most of the tail is named once.
 */
export const worldFor = (articles: number, random: () => number): World => {
  const beatCount = Math.max(3, Math.min(60, Math.round(Math.sqrt(articles))));
  const actorCount = Math.max(12, Math.round((10 * articles ** 0.9) / beatCount));
  const used = new Set<string>();
  const fresh = (): Actor => {
    for (;;) {
      const actor = actorOf(pick(typeMix, random), random);
      if (used.has(actor.short) || used.has(actor.name)) continue;
      used.add(actor.short).add(actor.name);
      return actor;
    }
  };
  const beats = Array.from({ length: beatCount }, (): Beat => {
    const actors = Array.from({ length: actorCount }, fresh);
    return {
      actors,
      drawActor: zipf(actorCount, 2.5, random),
      words: Array.from({ length: 400 }, () => syllables(random() < 0.4 ? 1 : 2, random)),
    };
  });
  const hub = (name: string, type: EntityType, share: number) => ({ actor: { name, short: name, type }, share });
  return {
    beats,
    hubs: [
      hub('United States', 'place', 0.6),
      hub('London', 'place', 0.3),
      hub('China', 'place', 0.2),
      hub('European Union', 'organization', 0.15),
      hub('Orbital Corp', 'company', 0.1),
    ],
    commonWords,
    drawCommon: zipf(commonWords.length, 3, random),
  };
};
