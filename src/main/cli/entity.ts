import type { Contract } from '../../shared/contract.ts';
import { linkInWords } from '../../shared/link-words.ts';
import { relationKinds } from '../../shared/relations.ts';
import type { Neighbour } from '../../shared/views.ts';
import { type LibraryChoice, reading } from './library.ts';
import { entityNamed } from './named.ts';
import { printJson, printLines } from './output.ts';
import { bold, counted, days, quoted, table } from './text.ts';

export interface EntityOptions extends LibraryChoice {
  limit: number;
}

const strongestSentence = async (contract: Contract, { link }: Neighbour): Promise<string[]> => {
  const { groups } = await contract.evidence({ link: link.id, limit: 1 });
  const passage = groups[0]?.passages[0];
  return passage ? [`  ${quoted(passage)}`] : [];
};

/** `newsgraph entity NAME`: what it is, what it is called, and its strongest links with a sentence for each. */
export const entity = (name: string, { limit, json, ...choice }: EntityOptions): Promise<void> =>
  reading(choice, async (contract) => {
    const { id } = await entityNamed(contract, name);
    const card = await contract.entity({ id });
    if (json) return printJson(card);
    const { node, aliases, mentions, first, last, relations } = card;
    const others = aliases.filter((alias) => alias.name !== node.name);
    const lines = [
      `${bold(node.name)}  ${node.type}, ${counted(node.articles, 'article')}, ${counted(mentions, 'mention')}, ${days(first, last)}`,
      ...(others.length > 0 ? [`Also called ${others.map((alias) => alias.name).join(', ')}.`] : []),
      ...(relations.length > 0
        ? [`Relations: ${relations.map(({ kind, total }) => `${relationKinds[kind].verb} ${total}`).join(', ')}.`]
        : []),
    ];
    const { items, total } = await contract.neighbours({ id, limit });
    for (const neighbour of items) {
      const { link } = neighbour;
      const [heading = ''] = table([
        [bold(neighbour.node.name), neighbour.node.type, linkInWords(link, id), counted(link.articles, 'article')],
      ]);
      lines.push('', heading, ...(await strongestSentence(contract, neighbour)));
    }
    if (total > items.length) lines.push('', `${total - items.length} more: --limit ${Math.min(total, 1000)}`);
    return printLines(lines);
  });
