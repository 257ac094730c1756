import { afterEach, describe, expect, it } from 'vitest';
import { batchesIn, isHeldOut, readBatch, readOpenBatches, readPassage } from './corpus.ts';
import { folderWith } from './testing.ts';

describe('a passage', () => {
  it('is plain text with its names, each with its type and the fullest name', () => {
    const { text, names } = readPassage(
      '[p:Maya Lindqvist], chief of [c:Tarn Robotics] in [l:Oslo], showed the [t:T4] to [o:Nato]. [p:Lindqvist=Maya Lindqvist] left.',
    );
    expect(text).toBe('Maya Lindqvist, chief of Tarn Robotics in Oslo, showed the T4 to Nato. Lindqvist left.');
    expect(names.map(({ type, text: name, entity }) => [type, name, entity])).toEqual([
      ['person', 'Maya Lindqvist', 'Maya Lindqvist'],
      ['company', 'Tarn Robotics', 'Tarn Robotics'],
      ['place', 'Oslo', 'Oslo'],
      ['product', 'T4', 'T4'],
      ['organization', 'Nato', 'Nato'],
      ['person', 'Lindqvist', 'Maya Lindqvist'],
    ]);
    for (const { start, end, text: name } of names) expect(text.slice(start, end)).toBe(name);
  });

  it('counts UTF-16 code units, so that names after emoji and rare letters have their exact place', () => {
    const { text, names } = readPassage('😀 𝒳 “[c:Łódź 𠮷野家]” beat [c:Zoé’s]’s 🇫🇷 rival [c:Ostrel].');
    expect(text).toBe('😀 𝒳 “Łódź 𠮷野家” beat Zoé’s’s 🇫🇷 rival Ostrel.');
    expect(names.map(({ start, end }) => [start, end])).toEqual([
      [7, 16],
      [23, 28],
      [42, 48],
    ]);
    for (const { start, end, text: name } of names) expect(text.slice(start, end)).toBe(name);
  });

  it('says its relations between fullest names, with status and attributes', () => {
    const { relations, negative } = readPassage(
      '[c:Tarn=Tarn Robotics] ([c:Tarn Robotics]) agreed in May to pay $4 million for 51% of [c:Ostrel]. {acquired: Tarn -> Ostrel; announced; amount $4 million; share 51%; date in May}',
    );
    expect(relations).toEqual([
      {
        kind: 'acquired',
        status: 'announced',
        subject: 'Tarn Robotics',
        object: 'Ostrel',
        optional: false,
        attributes: { amount: '$4 million', share: '51%', date: 'in May' },
      },
    ]);
    expect(negative).toBe(false);
  });

  it('takes a relation for stated where no status is written, and `?` for one that counts neither way', () => {
    const { relations } = readPassage('[p:Ann Oda] runs [c:Ostrel]. {leads: Ann Oda -> Ostrel} {?owns: Ann Oda -> Ostrel; rumoured}');
    expect(relations.map(({ kind, status, optional }) => [kind, status, optional])).toEqual([
      ['leads', 'stated', false],
      ['owns', 'rumoured', true],
    ]);
  });

  it('is a negative where it says `none`, and nothing in particular where it says nothing', () => {
    expect(readPassage('[c:Ostrel] would object. {none}')).toMatchObject({ negative: true, relations: [] });
    expect(readPassage('[c:Ostrel] grew.')).toMatchObject({ negative: false, relations: [] });
    expect(readPassage('Nothing is named here.')).toMatchObject({ text: 'Nothing is named here.', names: [] });
  });

  it('takes the singular of a role that the text has in the plural', () => {
    const line = '[p:Ann Oda] and [p:Bo Ek] are directors of [c:Ostrel]. {board_member_of: Ann Oda -> Ostrel; role director}';
    expect(readPassage(line).relations[0]?.attributes).toEqual({ role: 'director' });
  });

  it('lets a relation stand in both directions where that means two things', () => {
    const line = '[c:Ostrel] sued [c:Tarn], which countersued. {sued: Ostrel -> Tarn} {sued: Tarn -> Ostrel}';
    expect(readPassage(line).relations).toHaveLength(2);
  });
});

/** A broken line, and what the complaint must name. */
const broken: readonly (readonly [what: string, line: string, ...said: string[]])[] = [
  ['an unknown letter', '[x:Ostrel] grew.', '[x:Ostrel]', 'is no mark'],
  ['a mark without a letter', '[Ostrel] grew.', '[Ostrel]', 'is no mark'],
  ['a mark without a name', '[c:] grew.', '[c:]', 'is no mark'],
  ['an empty mark', '[] grew.', '[]', 'is no mark'],
  ['a capital letter for a type', '[C:Ostrel] grew.', '[C:Ostrel]', 'is no mark'],
  ['an empty fuller name', '[c:Ostrel=] grew.', '[c:Ostrel=]', 'is no mark'],
  ['a space before a name', '[c: Ostrel] grew.', '[c: Ostrel]', 'a space'],
  ['a space after a name', '[c:Ostrel ] grew.', '[c:Ostrel ]', 'a space'],
  ['an article in a name', '[o:The Fed] met.', '[o:The Fed]', '“the”'],
  ['a mark that is never closed', '[c:Ostrel grew.', 'a bracket stands alone'],
  ['a mark that is never opened', 'c:Ostrel] grew.', 'a bracket stands alone'],
  ['a mark inside a mark', '[c:Ostrel [l:Oslo]] grew.', 'a bracket stands alone'],
  ['a brace that is never opened', '[c:Ostrel] grew.}', 'a bracket stands alone'],
  ['a brace that is never closed', '[c:Ostrel] grew. {none', 'at the end of the line'],
  ['text after a relation', '[c:Ostrel] grew. {none} It did.', 'at the end of the line'],
  ['a fuller name that is not in the passage', '[c:Ostrel=Ostrel Systems] grew.', 'Ostrel', 'Ostrel Systems', 'does not name'],
  ['a fuller name that is itself short for another', '[p:Tim=Cook] met [p:Cook=Tim Cook], [p:Tim Cook].', 'Tim', 'Cook'],
  ['an empty relation', '[c:Ostrel] grew. {}', '{}', 'is no relation'],
  ['a relation without an arrow', '[c:Ostrel] bought [c:Tarn]. {acquired: Ostrel, Tarn}', 'acquired: Ostrel, Tarn', 'is no relation'],
  ['a relation without an object', '[c:Ostrel] bought it. {acquired: Ostrel -> }', 'acquired: Ostrel ->', 'is no relation'],
  ['an unknown kind', '[c:Ostrel] ate [c:Tarn]. {ate: Ostrel -> Tarn}', '“ate”', 'no kind'],
  ['an unmarked subject', '[c:Tarn] was bought. {acquired: Ostrel -> Tarn}', '“Ostrel”', 'not marked'],
  ['an unmarked object', '[c:Ostrel] bought. {acquired: Ostrel -> Tarn}', '“Tarn”', 'not marked'],
  ['types that the kind does not join', '[p:Ann Oda] bought [c:Tarn]. {acquired: Ann Oda -> Tarn}', 'acquired', 'person', 'Ann Oda'],
  ['types in the wrong direction', '[p:Ann Oda] runs [c:Tarn]. {leads: Tarn -> Ann Oda}', 'leads', 'company “Tarn”', 'person “Ann Oda”'],
  ['a thing joined to itself', '[c:Tarn=Tarn AG] is [c:Tarn AG]. {acquired: Tarn -> Tarn AG}', 'to itself'],
  ['an unknown status', '[c:Ostrel] bought [c:Tarn]. {acquired: Ostrel -> Tarn; finished}', '“finished”'],
  ['two statuses', '[c:Ostrel] bought [c:Tarn]. {acquired: Ostrel -> Tarn; announced; completed}', 'two statuses'],
  ['an unknown attribute', '[c:Ostrel] bought [c:Tarn] fast. {acquired: Ostrel -> Tarn; speed fast}', '“speed fast”'],
  ['an attribute without words', '[c:Ostrel] bought [c:Tarn]. {acquired: Ostrel -> Tarn; amount}', '“amount”'],
  ['an empty part', '[c:Ostrel] bought [c:Tarn]. {acquired: Ostrel -> Tarn; }', '“”'],
  ['an attribute twice', '[c:Ostrel] bought [c:Tarn] in May for May. {acquired: Ostrel -> Tarn; date in May; date May}', 'two of date'],
  [
    'an attribute in other words',
    '[c:Ostrel] paid $4m for [c:Tarn]. {acquired: Ostrel -> Tarn; amount $4 million}',
    'amount',
    '$4 million',
  ],
  ['an attribute out of a number', '[c:Ostrel] paid $69 million for [c:Tarn]. {acquired: Ostrel -> Tarn; amount 9 million}', '9 million'],
  ['an attribute cut inside a number', '[c:Ostrel] has 51% of [c:Tarn]. {owns: Ostrel -> Tarn; share 5}', 'share “5”'],
  ['an attribute out of a word', '[c:Ostrel] dismayed [c:Tarn]. {sued: Ostrel -> Tarn; date may}', 'date “may”'],
  ['a relation twice', '[c:Ostrel] bought [c:Tarn]. {acquired: Ostrel -> Tarn} {?acquired: Ostrel -> Tarn}', 'acquired', 'twice'],
  [
    'a symmetric relation in both directions',
    '[c:Ostrel] rivals [c:Tarn]. {competes_with: Ostrel -> Tarn} {competes_with: Tarn -> Ostrel}',
    'competes_with: Tarn -> Ostrel',
    'twice',
  ],
  ['`none` beside a relation', '[c:Ostrel] bought [c:Tarn]. {none} {acquired: Ostrel -> Tarn}', '{none} stands alone'],
];

describe('a broken passage', () => {
  for (const [what, line, ...said] of broken) {
    it(`is refused for ${what}`, () => {
      const { passages, errors } = readBatch(`# a remark\n\n${line}\n[c:Tarn] grew.`, '07-x.txt');
      expect(errors).toMatchObject([{ batch: '07-x.txt', line: 3 }]);
      for (const part of said) expect(errors[0]?.message).toContain(part);
      expect(passages.map(({ text }) => text)).toEqual(['Tarn grew.']);
      expect(() => readPassage(line)).toThrow(errors[0]?.message);
    });
  }
});

describe('a corpus folder', () => {
  let remove: (() => void) | undefined;
  afterEach(() => remove?.());
  const corpus = (files: Record<string, string>): string => {
    const made = folderWith(files);
    remove = made.remove;
    return made.folder;
  };

  it('holds back every fifth batch by its number', () => {
    const folder = corpus({
      '04-d.txt': '[c:Dorn] grew.\n',
      '05-e.txt': '[c:Elm] grew.\n',
      '10-j.txt': '# a remark\r\n[c:Jor] grew.\r\n',
      '11-k.txt': '[c:Kel] grew.\n',
      'README.md': '[broken',
      '5-short.txt': '[broken',
      '06-f.txt.bak': '[broken',
    });
    expect(batchesIn(folder)).toEqual(['04-d.txt', '05-e.txt', '10-j.txt', '11-k.txt']);
    expect(batchesIn(folder).filter(isHeldOut)).toEqual(['05-e.txt', '10-j.txt']);
    expect(readOpenBatches(folder).map(({ text }) => text)).toEqual(['Dorn grew.', 'Kel grew.']);
  });

  it('knows for each passage where it stands', () => {
    const folder = corpus({ '01-a.txt': '# a remark\n\n[c:Ann] grew.\n', '02-b.txt': '[c:Bel] grew.' });
    expect(readOpenBatches(folder).map(({ batch, line }) => `${batch}:${line}`)).toEqual(['01-a.txt:3', '02-b.txt:1']);
  });

  it('is refused as a whole where a line is broken, naming it', () => {
    const folder = corpus({ '01-a.txt': '[c:Ann] grew.\n', '02-b.txt': '[c:Bel] grew.\n[z:Cor] grew.\n' });
    expect(() => readOpenBatches(folder)).toThrow('02-b.txt:2: “[z:Cor]” is no mark');
  });
});
