import { linkInWords } from '../../shared/link-words.ts';
import type { NodeType } from '../../shared/model.ts';
import { pathMarkdown, searchInWords } from '../../shared/path-markdown.ts';
import type { FoundPath, PathStep } from '../../shared/views-paths.ts';
import { type LibraryChoice, reading } from './library.ts';
import { entityNamed } from './named.ts';
import { note, print, printJson, printLines } from './output.ts';
import { bold, counted, quoted } from './text.ts';

export interface PathOptions extends LibraryChoice {
  steps: number;
  most: number;
  /** Names of entities that no path may pass. */
  without: string[];
  withoutType: NodeType[];
  markdown?: boolean;
}

const stepLines = ({ from, to, link, passage }: PathStep, number: number): string[] => [
  '',
  `${number}. ${from.name} – ${to.name}: ${linkInWords(link, from.id)}, ${counted(link.articles, 'article')}, ${counted(link.stories, 'story', 'stories')}`,
  `   ${quoted(passage)}`,
];

const pathLines = (from: string, { steps }: FoundPath): string[] => [
  bold([from, ...steps.map((step) => step.to.name)].join(' → ')),
  ...steps.flatMap((step, at) => stepLines(step, at + 1)),
];

/** `newsgraph path A B`: the best connections, each a chain of quoted sentences. Exit code 1 where there is none. */
export const path = (
  from: string,
  to: string,
  { steps, most, without, withoutType, markdown, json, ...choice }: PathOptions,
): Promise<void> =>
  reading(choice, async (contract) => {
    const start = await entityNamed(contract, from);
    const end = await entityNamed(contract, to);
    const avoided = [];
    for (const name of without) avoided.push((await entityNamed(contract, name)).id);
    const answer = await contract.paths({ from: start.id, to: end.id, steps, most, without: avoided, withoutTypes: withoutType });
    if (!answer.found) process.exitCode = 1;
    if (json) return printJson(answer);
    if (markdown) return print(pathMarkdown(answer));
    if (!answer.found) {
      note(`${start.name} and ${end.name} are not connected (${searchInWords(answer)}).`);
      return undefined;
    }
    return printLines(answer.paths.flatMap((found, at) => [...(at > 0 ? [''] : []), ...pathLines(answer.from.name, found)]));
  });
