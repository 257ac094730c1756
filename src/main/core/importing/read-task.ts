import { open } from 'node:fs/promises';
import { fileLimitBytes } from '../../../shared/contract.ts';
import type { Extraction } from '../../../shared/extraction.ts';
import type { ParsedArticle } from '../../../shared/model.ts';
import { articleId, fileProblem } from '../articles/index.ts';
import { readArticles } from '../articles/read.ts';
import { extract } from '../extract/index.ts';
import type { Incoming } from '../ingest.ts';
import { endOfGo, type FoundFile, type Outcome, type Rest, type Task, type TextsTask } from './tasks.ts';

/** What a worker does with a task; it runs in worker threads alone, for it brings the language model with it. */
export const runTask = async (task: Task | TextsTask): Promise<Outcome[] | Extraction[]> => {
  if ('texts' in task) return task.texts.map(extract);
  if ('rest' in task) return [extracted(task.rest)];
  const outcomes: Outcome[] = [];
  for (const file of task.files) outcomes.push(await readFile(file));
  return outcomes;
};

const incoming = (article: ParsedArticle, place: string, part: number): Incoming => ({
  id: articleId(article),
  article,
  extraction: extract(article.text),
  origin: { place, part },
});

const extracted = ({ name, bytes, firstPart, articles, last }: Rest): Outcome => ({
  name,
  bytes,
  incoming: articles.map((article, at) => incoming(article, name, firstPart + at)),
  problems: [],
  rest: null,
  done: last,
});

/** At most one byte more than the limit is read, however the file has grown since it was found. */
const bytesOf = async (file: string): Promise<Uint8Array> => {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size <= fileLimitBytes) return await handle.readFile();
    const buffer = Buffer.alloc(fileLimitBytes + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

const readFile = async ({ path, name, bytes }: FoundFile): Promise<Outcome> => {
  let content: Uint8Array;
  try {
    content = await bytesOf(path);
  } catch (thrown) {
    return { name, bytes, incoming: [], problems: [{ place: name, reason: fileProblem(thrown) }], rest: null, done: true };
  }
  const { articles, problems } = readArticles(content, name);
  const end = endOfGo(articles, 0);
  const rest: Rest | null = end < articles.length ? { name, bytes, firstPart: end, articles: articles.slice(end), last: true } : null;
  return {
    name,
    bytes,
    incoming: articles.slice(0, end).map((article, part) => incoming(article, name, part)),
    problems: problems.map(({ part, reason }) => ({ place: part === null ? name : `${name}, part ${part}`, reason })),
    rest,
    done: rest === null,
  };
};
