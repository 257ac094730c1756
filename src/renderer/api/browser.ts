import { contractOver, type MethodName } from '../../shared/contract.ts';
import { NewsgraphError, type Result } from '../../shared/result.ts';
import type { HostEvent, ImportSource, Shell } from '../../shared/shell.ts';
import type { HandOver, Host } from './host.ts';

const unreachable = 'Newsgraph’s own server does not answer';
const hint = 'Start it again with “npm run serve” and open the address it prints';

const send = async (name: MethodName, args: unknown): Promise<Result<unknown>> => {
  try {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args ?? {}),
    });
    return (await response.json()) as Result<unknown>;
  } catch {
    return { ok: false, error: { code: 'unavailable', message: unreachable, hint } };
  }
};

/** Hands a file to the server, which keeps it until the import has read it. Rejects when the server refuses it. */
const upload = async (file: File): Promise<ImportSource> => {
  const name = file.webkitRelativePath || file.name;
  const response = await fetch(`/api/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  });
  const result = (await response.json()) as Result<ImportSource>;
  if (result.ok) return { ...result.value, name };
  throw new NewsgraphError(result.error.code, result.error.message, result.error.hint);
};

/** One upload at a time: a folder of thousands must not open thousands of connections. */
const uploadAll = async (files: readonly File[], told?: HandOver): Promise<ImportSource[]> => {
  const sources: ImportSource[] = [];
  for (const file of files) {
    told?.(sources.length, files.length);
    sources.push(await upload(file));
  }
  return sources;
};

const pick = (what: 'files' | 'folder'): Promise<readonly File[] | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    if (what === 'folder') input.webkitdirectory = true;
    input.addEventListener('change', () => resolve(Array.from(input.files ?? [])));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });

/** How long an address of a download is kept: long enough for the browser to begin with it. */
const downloadMs = 60_000;

/** Hands a file to the browser, which puts it where it puts downloads. */
const download = (name: string, contents: Blob): void => {
  const address = URL.createObjectURL(contents);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), downloadMs);
};

const platform = (): Shell['platform'] => {
  if (/mac/i.test(navigator.userAgent)) return 'mac';
  return /windows/i.test(navigator.userAgent) ? 'windows' : 'linux';
};

/** The host over loopback HTTP. */
export const browserHost = (): Host => ({
  core: contractOver(send),
  shell: {
    kind: 'browser',
    platform: platform(),
    openExternal: async (url) => {
      if (!/^https?:\/\//i.test(url)) throw new NewsgraphError('bad-argument', 'Only web addresses can be opened');
      window.open(url, '_blank', 'noopener,noreferrer');
    },
    chooseSources: async (what, told) => {
      const files = await pick(what);
      return files === null ? null : uploadAll(files, told);
    },
    saveFile: async (name, contents) => {
      download(name, contents);
      return name;
    },
    sourcesOf: uploadAll,
  },
  on: (listener) => {
    const stream = new EventSource('/api/events');
    stream.addEventListener('message', (message: MessageEvent<string>) => listener(JSON.parse(message.data) as HostEvent));
    // the stream tries again by itself; until it is back nobody tells what becomes of the library
    let lost = false;
    stream.addEventListener('error', () => {
      if (!lost) listener({ type: 'core', state: 'down' });
      lost = true;
    });
    stream.addEventListener('open', () => {
      if (lost) listener({ type: 'core', state: 'restarted' });
      lost = false;
    });
    return () => stream.close();
  },
});
