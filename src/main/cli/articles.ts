import { type LibraryChoice, reading } from './library.ts';
import { entityNamed } from './named.ts';
import { printJson, printLines } from './output.ts';
import { day, table } from './text.ts';

export interface ArticlesOptions extends LibraryChoice {
  entity?: string;
  limit: number;
  offset: number;
}

/** `newsgraph articles`: the articles of the library, or those that mention an entity, newest first. */
export const articles = ({ entity, limit, offset, json, ...choice }: ArticlesOptions): Promise<void> =>
  reading(choice, async (contract) => {
    const node = entity === undefined ? {} : { node: (await entityNamed(contract, entity)).id };
    const answer = await contract.articles({ ...node, limit, offset });
    if (json) return printJson(answer);
    const { items, total } = answer;
    const lines = table(items.map(({ published, publisher, title }) => [day(published), publisher ?? '–', title]));
    const after = offset + items.length;
    if (after < total) lines.push(`${total - after} more: --offset ${after}`);
    return printLines(lines.length > 0 ? lines : ['There are no articles.']);
  });
