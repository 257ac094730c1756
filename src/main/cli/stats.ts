import { entityTypes } from '../../shared/model.ts';
import { relationKindNames, relationKinds } from '../../shared/relations.ts';
import { type LibraryChoice, reading } from './library.ts';
import { printJson, printLines } from './output.ts';
import { bold, counted, days, table } from './text.ts';

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** `newsgraph stats`: how much is in the library, by type, kind and publisher. */
export const stats = ({ json, ...choice }: LibraryChoice): Promise<void> =>
  reading(choice, async (contract) => {
    const answer = await contract.stats({});
    if (json) return printJson(answer);
    const { entitiesByType, relationsByKind, publishers, bytes } = answer;
    const kinds = relationKindNames.flatMap((kind): [string, number][] =>
      relationsByKind[kind] ? [[relationKinds[kind].verb, relationsByKind[kind]]] : [],
    );
    const section = (title: string, rows: readonly (readonly [string, number])[]): string[] =>
      rows.length === 0 ? [] : ['', bold(title), ...table(rows.map(([name, count]) => [`  ${name}`, count.toLocaleString('en')]))];
    return printLines([
      bold(answer.folder),
      `${counted(answer.articles, 'article')}, ${days(answer.firstPublished, answer.lastPublished)}, ${counted(answer.stories, 'story', 'stories')}`,
      `${counted(answer.entities, 'entity', 'entities')}, ${counted(answer.mentions, 'mention')}, ${counted(answer.relations, 'relation')}`,
      `database ${megabytes(bytes.database)}, search index ${megabytes(bytes.index)}`,
      ...section(
        'Entities',
        entityTypes.map((type) => [type, entitiesByType[type]] as const),
      ),
      ...section(
        'Relations',
        kinds.sort((a, b) => b[1] - a[1]),
      ),
      ...section(
        'Publishers',
        publishers.slice(0, 20).map(({ name, articles }) => [name, articles] as const),
      ),
    ]);
  });
