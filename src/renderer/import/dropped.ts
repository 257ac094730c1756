import type { ImportSource } from '../../shared/shell.ts';
import type { Host } from '../api/index.ts';

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

/** The entries of a folder: a reader gives at most 100 at a time. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
};

/** All files of a dropped entry, each with its path inside the drop where uploads look for it. */
const filesOf = async (entry: FileSystemEntry): Promise<File[]> => {
  if (entry.isDirectory) {
    const inside = await entriesOf(entry as FileSystemDirectoryEntry);
    return (await Promise.all(inside.map(filesOf))).flat();
  }
  const file = await fileOf(entry as FileSystemFileEntry);
  if (entry.fullPath.lastIndexOf('/') > 0) Object.defineProperty(file, 'webkitRelativePath', { value: entry.fullPath.slice(1) });
  return [file];
};

/**
 * What was dropped, as sources for an import; null when there were no files in it. A browser hands out a folder's files
 * only one by one; the desktop knows the folder's path, which is all that the core needs.
 */
export const sourcesOfDrop = async (host: Host, data: DataTransfer): Promise<ImportSource[] | null> => {
  const files = Array.from(data.files);
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const walked =
    host.shell.kind === 'browser' && entries.some((entry) => entry.isDirectory) ? (await Promise.all(entries.map(filesOf))).flat() : files;
  return walked.length > 0 ? host.shell.sourcesOf(walked) : null;
};
