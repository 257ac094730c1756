import path from 'node:path';
import type { Args } from '../../shared/contract.ts';
import { exportLibrary } from '../core/export-library.ts';
import { callerFolder } from './caller.ts';
import { existingFolder, type LibraryChoice } from './library.ts';
import { toFile } from './out-file.ts';
import { note, print } from './output.ts';
import { counted } from './text.ts';

export interface ExportOptions extends LibraryChoice {
  format: Args<'exportGraph'>['format'];
  out?: string;
}

/** `newsgraph export`: the whole graph to a file or to standard output, piece by piece, so that no library is too large. */
export const exportGraph = async ({ format, out, ...choice }: ExportOptions): Promise<void> => {
  const folder = existingFolder(choice);
  if (out === undefined) {
    await exportLibrary(folder, format, print);
    return;
  }
  const file = path.resolve(callerFolder(), out);
  const { nodes, links } = await toFile(file, (write) => exportLibrary(folder, format, write));
  note(`${counted(nodes, 'node')} and ${counted(links, 'link')} written to ${file}.`);
};
