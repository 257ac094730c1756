import { NewsgraphError } from '../../shared/result.ts';
import type { ArticleHit } from '../../shared/views.ts';
import { type LibraryChoice, reading } from './library.ts';
import { printJson, printLines } from './output.ts';
import { counted, grey, marked, sourceOf, table } from './text.ts';

export interface SearchOptions extends LibraryChoice {
  limit: number;
  offset: number;
}

/** A passage, with dots where its sentence begins earlier or goes on. */
const excerpt = ({ text, marks }: ArticleHit['snippet']): string =>
  `${/^\p{Ll}/u.test(text) ? '… ' : ''}${marked(text, marks)}${/[.!?…]["'”’)\]]*\s*$/.test(text) ? '' : ' …'}`;

/** `newsgraph search QUERY`: entities by name, then articles with the passage that matches. Rejects with `bad-argument` for no words. */
export const search = async (query: string, { limit, offset, json, ...choice }: SearchOptions): Promise<void> => {
  if (query.trim() === '') throw new NewsgraphError('bad-argument', 'There is nothing to search for; see newsgraph search --help.');
  return reading(choice, async (contract) => {
    const answer = await contract.search({ query, articles: limit, offset });
    if (json) return printJson(answer);
    const { entities, articles, total, matched, corrected } = answer;
    if (entities.length === 0 && articles.length === 0) return printLines([`Nothing is found for “${query}”.`]);
    const lines: string[] = [];
    if (corrected.length > 0) lines.push(`Showing ${corrected.map(({ from, to }) => `“${to}” for “${from}”`).join(', ')}.`, '');
    const rows = entities.map(({ node, alias }) => [
      node.name + (alias ? ` (${alias})` : ''),
      node.type,
      counted(node.articles, 'article'),
    ]);
    if (rows.length > 0) lines.push(...table(rows), '');
    lines.push(
      matched === 'any'
        ? `No article has all the words; ${counted(total, 'article has', 'articles have')} some:`
        : `${counted(total, 'article')}:`,
    );
    for (const { article, titleMarks, snippet } of articles) {
      lines.push('', `${marked(article.title, titleMarks)}  ${grey(sourceOf({ ...article, title: '' }))}`.trimEnd());
      if (snippet.text) lines.push(`  ${excerpt(snippet)}`);
    }
    const after = offset + articles.length;
    if (after < total) lines.push('', grey(`${total - after} more: --offset ${after}`));
    return printLines(lines);
  });
};
