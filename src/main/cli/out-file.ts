import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { NewsgraphError } from '../../shared/result.ts';
import { systemReason } from './system-reason.ts';

const unwritable = (file: string, thrown: unknown): unknown => {
  const reason = systemReason(thrown);
  return reason === null ? thrown : new NewsgraphError('unavailable', `${file} can’t be written: ${reason}.`);
};

/**
 * Runs `work` with a way to write a file piece by piece. A file that is there is replaced only when all is written, so what
 * breaks off leaves it as it was; what is no regular file (a pipe, `/dev/stdout`) is written to directly. Rejects with
 * `unavailable` in plain words where the file can't be written, and as `work` does.
 */
export const toFile = async <Outcome>(
  file: string,
  work: (write: (piece: string) => Promise<void>) => Promise<Outcome>,
): Promise<Outcome> => {
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory()) throw new NewsgraphError('unavailable', `${file} can’t be written: it is a folder.`);
  const direct = there !== null && !there.isFile();
  // through a link, the file that it leads to is replaced, not the link
  const final = there === null ? file : await realpath(file);
  const place = direct ? final : `${final}.${process.pid}.part`;
  const guarded = <Value>(step: Promise<Value>): Promise<Value> =>
    step.catch((thrown: unknown) => {
      throw unwritable(file, thrown);
    });
  if (there === null) await guarded(stat(path.dirname(file)));
  const handle: FileHandle = await guarded(open(place, 'w'));
  try {
    const outcome = await work(async (piece) => {
      await guarded(handle.writeFile(piece));
    });
    await guarded(handle.close());
    if (!direct) await guarded(rename(place, final));
    return outcome;
  } catch (thrown) {
    await handle.close().catch(() => undefined);
    if (!direct) await rm(place, { force: true });
    throw thrown;
  }
};
