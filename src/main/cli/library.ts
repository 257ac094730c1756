import path from 'node:path';
import { type Contract, contractOver, dispatch } from '../../shared/contract.ts';
import { NewsgraphError } from '../../shared/result.ts';
import { type Library, libraryExists, openLibrary } from '../core/library.ts';
import { defaultLibraryFolder } from '../settings.ts';
import { callerFolder } from './caller.ts';

/** Options that every command on a library has. */
export interface LibraryChoice {
  library?: string;
  json?: boolean;
}

/** The folder that the options name, or the default one. */
export const folderOf = ({ library }: LibraryChoice): string =>
  library === undefined ? defaultLibraryFolder() : path.resolve(callerFolder(), library);

/** The contract as it is called over a boundary, arguments checked, without one. */
const contractOf = (library: Library): Contract => contractOver((name, args) => dispatch(library.implementation, name, args));

/** The same for a library that must be there. Throws `not-found` where there is none. */
export const existingFolder = (choice: LibraryChoice): string => {
  const folder = folderOf(choice);
  if (libraryExists(folder)) return folder;
  throw new NewsgraphError('not-found', `There is no library in ${folder}.`, 'Import something first: newsgraph import PATH…');
};

/** Opens a library that is there for reading, runs a command on it and closes it. Throws `not-found` where there is none. */
export const reading = async (choice: LibraryChoice, command: (contract: Contract) => Promise<void>): Promise<void> => {
  const library = await openLibrary(existingFolder(choice), { readOnly: true });
  try {
    await library.ready;
    await command(contractOf(library));
  } finally {
    await library.close();
  }
};

/** Opens a library to change it, runs a command on it and closes it. Throws `read-only` when it is open elsewhere. */
export const changing = async (choice: LibraryChoice, command: (contract: Contract, library: Library) => Promise<void>): Promise<void> => {
  const library = await openLibrary(folderOf(choice));
  try {
    const contract = contractOf(library);
    const { readOnly, notices } = await contract.status({});
    if (readOnly) throw new NewsgraphError('read-only', notices[0] ?? 'This library is open for reading only.');
    await command(contract, library);
  } finally {
    await library.close();
  }
};
