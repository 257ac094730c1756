import { linkInWords } from './entity.ts';
import { type LibraryChoice, reading } from './library.ts';
import { entityNamed } from './named.ts';
import { note, printJson, printLines } from './output.ts';
import { bold, counted, quoted } from './text.ts';

export interface PathOptions extends LibraryChoice {
  steps: number;
}

/** `newsgraph path A B`: the shortest connection as a chain of quoted sentences. Exit code 1 where there is none. */
export const path = (from: string, to: string, { steps, json, ...choice }: PathOptions): Promise<void> =>
  reading(choice, async (contract) => {
    const start = await entityNamed(contract, from);
    const end = await entityNamed(contract, to);
    const answer = await contract.path({ from: start.id, to: end.id, steps });
    if (!answer.found) process.exitCode = 1;
    if (json) return printJson(answer);
    if (!answer.found) {
      note(
        `${start.name} and ${end.name} are not connected within ${counted(answer.searchedSteps, 'step')} (${counted(answer.searchedNodes, 'node')} looked at).`,
      );
      return undefined;
    }
    const lines = [bold([answer.from.name, ...answer.steps.map((step) => step.to.name)].join(' → '))];
    for (const [at, { from: a, to: b, link, passage }] of answer.steps.entries()) {
      lines.push(
        '',
        `${at + 1}. ${a.name} – ${b.name}: ${linkInWords(link, a.id)}, ${counted(link.articles, 'article')}`,
        `   ${quoted(passage)}`,
      );
    }
    return printLines(lines);
  });
