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
 * The files in a drop; none where something else was dropped. A browser hands out a folder's files only one by one; the
 * desktop knows the folder's path, which is all that the core needs.
 */
export const filesOfDrop = async (host: Host, data: DataTransfer): Promise<File[]> => {
  const files = Array.from(data.files);
  const entries = Array.from(data.items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const folders = host.shell.kind === 'browser' && entries.some((entry) => entry.isDirectory);
  return folders ? (await Promise.all(entries.map(filesOf))).flat() : files;
};
