import { afterEach, describe, expect, it } from 'vitest';
import type { Passage } from './corpus.ts';
import { readKnowledgeNet } from './knowledgenet.ts';
import { folderWith } from './testing.ts';

let remove: (() => void) | undefined;
afterEach(() => remove?.());

interface Row {
  mentions?: [from: number, to: number, type: string][];
  relations?: [subject: number, object: number, kind: string][];
}

const pathOf = (content: string): string => {
  const made = folderWith({ 'kn.jsonl': content });
  remove = made.remove;
  return `${made.folder}/kn.jsonl`;
};

const passageOf = (said: string, { mentions = [], relations = [] }: Row): Passage => {
  const row = {
    fold: 1,
    tokens: said.split(' '),
    mentions: mentions.map(([from, to, type]) => ({ from, to, type })),
    relations: relations.map(([subject, object, kind]) => ({ subject, object, kind })),
  };
  const [passage] = readKnowledgeNet(pathOf(JSON.stringify(row)));
  if (!passage) throw new Error('There is no passage.');
  return passage;
};

const said = ({ relations }: Passage): string[] =>
  relations.map(({ optional, subject, kind, object }) => `${optional ? '?' : ''}${subject} ${kind} ${object}`);

describe('readKnowledgeNet', () => {
  it('puts names where they stand in the running text', () => {
    const { text, names } = passageOf('“ 😀 , ” said Ann Oda of Tarn , Oslo .', {
      mentions: [
        [8, 9, 'ORG'],
        [5, 7, 'PER'],
        [10, 11, 'LOC'],
      ],
    });
    expect(text).toBe('“😀,” said Ann Oda of Tarn, Oslo.');
    expect(names.map(({ start, end, type, text: name }) => [text.slice(start, end), name, type])).toEqual([
      ['Ann Oda', 'Ann Oda', 'person'],
      ['Tarn', 'Tarn', 'company'],
      ['Oslo', 'Oslo', 'place'],
    ]);
  });

  it('turns its kinds into ours', () => {
    const passage = passageOf('Tarn of Oslo , run by Ann and begun by Bo , is part of Ek .', {
      mentions: [
        [0, 1, 'ORG'],
        [2, 3, 'LOC'],
        [6, 7, 'PER'],
        [10, 11, 'PER'],
        [15, 16, 'ORG'],
      ],
      relations: [
        [0, 1, 'HEADQUARTERS'],
        [0, 2, 'CEO'],
        [0, 3, 'FOUNDED_BY'],
        [0, 4, 'SUBSIDIARY_OF'],
        [2, 1, 'PLACE_OF_RESIDENCE'],
      ],
    });
    expect(said(passage)).toEqual(['Tarn located_in Oslo', 'Ann leads Tarn', 'Bo founded Tarn', 'Ek owns Tarn']);
  });

  it('asks for no certain kind where somebody belongs to a body somehow, but for the one that is said as well', () => {
    const mentions: Row['mentions'] = [
      [0, 1, 'PER'],
      [2, 3, 'ORG'],
    ];
    const member = ['?Ann works_for Tarn', '?Ann leads Tarn', '?Ann left Tarn', '?Ann founded Tarn', '?Ann board_member_of Tarn'];
    expect(said(passageOf('Ann of Tarn', { mentions, relations: [[0, 1, 'EMPLOYEE_OR_MEMBER_OF']] }))).toEqual(member);
    for (const relations of [
      [
        [0, 1, 'EMPLOYEE_OR_MEMBER_OF'],
        [1, 0, 'CEO'],
      ],
      [
        [1, 0, 'CEO'],
        [0, 1, 'EMPLOYEE_OR_MEMBER_OF'],
      ],
    ] satisfies Row['relations'][]) {
      const all = said(passageOf('Ann of Tarn', { mentions, relations }));
      expect(all.sort()).toEqual(['Ann leads Tarn', ...member.filter((each) => !each.includes('leads'))].sort());
    }
  });

  it('leaves out what is no name of ours, and relations through it', () => {
    const passage = passageOf('She runs Tarn , which she founded on Monday .', {
      mentions: [
        [0, 1, 'PRONOUN'],
        [2, 3, 'ORG'],
        [40, 41, 'PER'],
      ],
      relations: [
        [1, 0, 'CEO'],
        [1, 2, 'FOUNDED_BY'],
      ],
    });
    expect(passage.names.map(({ text }) => text)).toEqual(['Tarn']);
    expect(passage.relations).toEqual([]);
  });

  it('has no relation of a name to itself', () => {
    const passage = passageOf('Tarn is Tarn', {
      mentions: [
        [0, 1, 'ORG'],
        [2, 3, 'ORG'],
      ],
      relations: [[0, 1, 'SUBSIDIARY_OF']],
    });
    expect(passage.relations).toEqual([]);
  });

  it('never has names that overlap: of those that do, the first', () => {
    const { names } = passageOf('Bank of New York Mellon of Oslo', {
      mentions: [
        [2, 4, 'LOC'],
        [0, 5, 'ORG'],
        [4, 5, 'PER'],
        [6, 7, 'LOC'],
      ],
    });
    expect(names.map(({ text }) => text)).toEqual(['Bank of New York Mellon', 'Oslo']);
  });

  it('names the line that is broken', () => {
    const good = '{"tokens":["x"],"mentions":[],"relations":[]}';
    for (const broken of ['{"tokens":', 'null', '{"tokens":["x"]}', '{"tokens":["x"],"mentions":[]}']) {
      const path = pathOf(`${good}\n\n${broken}\n`);
      expect(() => readKnowledgeNet(path)).toThrow(`${path}:3: `);
    }
    const passages = readKnowledgeNet(pathOf(`${good}\n\n${good}\n`));
    expect(passages.map(({ line }) => line)).toEqual([1, 3]);
  });
});
