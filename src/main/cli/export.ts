import { writeFile } from 'node:fs/promises';
import type { Args } from '../../shared/contract.ts';
import { type LibraryChoice, reading } from './library.ts';
import { note, print } from './output.ts';
import { counted } from './text.ts';

export interface ExportOptions extends LibraryChoice {
  format: Args<'exportGraph'>['format'];
  out?: string;
}

/** `newsgraph export`: the whole graph to a file or to standard output. */
export const exportGraph = ({ format, out, ...choice }: ExportOptions): Promise<void> =>
  reading(choice, async (contract) => {
    const { text, nodes, links } = await contract.exportGraph({ format });
    if (out === undefined) return print(text.endsWith('\n') ? text : `${text}\n`);
    await writeFile(out, text);
    note(`${counted(nodes, 'node')} and ${counted(links, 'link')} written to ${out}.`);
    return undefined;
  });
