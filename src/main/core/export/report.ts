import { relationKinds } from '../../../shared/relations.ts';
import type { LinkRelation } from '../../../shared/views.ts';
import type { BoardLinkMaterial, BoardMaterial, BoardNodeMaterial, Quote } from './board.ts';
import { backing, extent, namesOf, period, quoted, sourceInWords, statementOf, statusWords } from './citing.ts';
import { counted, dayOf, onOneLine } from './text.ts';

/** A board as something to read, before it is Markdown or HTML: plain text throughout. */

/** A statement about two, with the numbers of the sources that make it. */
export interface Said {
  from: string;
  words: string;
  to: string;
  /** Whether it holds, in brackets; empty where nothing is said of that. */
  status: string;
  sources: number[];
}

export interface Quoted {
  sentence: string;
  /** What it states; empty where it only names both. */
  states: string;
  source: number;
}

export interface ReportedEntity {
  name: string;
  type: string;
  facts: string;
  note: string;
  says: Said[];
}

export interface ReportedLink {
  from: string;
  words: string;
  to: string;
  status: string;
  facts: string;
  quotes: Quoted[];
  /** How many more sentences there are; empty where all are quoted. */
  more: string;
}

export interface Source {
  number: number;
  words: string;
  address: string | null;
}

export interface Report {
  title: string;
  date: string;
  extent: string;
  filter: string[];
  missing: string[];
  notes: string[];
  entities: ReportedEntity[];
  links: ReportedLink[];
  sources: Source[];
}

const web = /^https?:\/\//i;

/** Numbers sources as they come up; an article has one number. */
const numbering = () => {
  const sources = new Map<string, Source>();
  return {
    numberOf: (quote: Quote): number => {
      const known = sources.get(quote.article.id);
      if (known !== undefined) return known.number;
      const address = quote.address !== null && web.test(quote.address) ? quote.address : null;
      const source = { number: sources.size + 1, words: sourceInWords(quote), address };
      sources.set(quote.article.id, source);
      return source.number;
    },
    all: (): Source[] => [...sources.values()],
  };
};

const states = ({ relations }: Quote, one: Pick<LinkRelation, 'kind' | 'status' | 'from'>): boolean =>
  relations.some(({ kind, status, from }) => kind === one.kind && status === one.status && from === one.from);

/** `12 of 40 articles` where a filter leaves some of them out. */
const articlesOf = ({ articles, articlesWithin }: BoardNodeMaterial): string =>
  `${articlesWithin === articles ? '' : `${articlesWithin} of `}${counted(articles, 'article')}`;

/** What a board says, in order: entities the most important first, links the strongest first, and their sources by number. */
export const reportOf = (board: BoardMaterial): Report => {
  const names = namesOf(board);
  const nameOf = (id: string): string => onOneLine(names(id));
  const { numberOf, all } = numbering();

  const links = board.links.map((link): ReportedLink => {
    const { direction, relations, kind, quotes, allQuotes } = link;
    const [first] = relations;
    const story = direction.source.startsWith('s_') ? [direction.source, direction.target] : [direction.target, direction.source];
    const [from = '', to = ''] = kind === 'mention' ? story : [direction.source, direction.target];
    const words = first !== undefined ? relationKinds[first.kind].verb : kind === 'mention' ? 'is about' : 'is named together with';
    const left = allQuotes - quotes.length;
    return {
      from: nameOf(from),
      words,
      to: nameOf(to),
      status: first === undefined ? '' : statusWords(first),
      facts: [backing(link), period(link)].filter(Boolean).join('; '),
      quotes: quotes.map((quote) => ({
        sentence: quoted(quote),
        states: [...new Set(quote.relations.map((relation) => statementOf(relation, nameOf)))].join('; '),
        source: numberOf(quote),
      })),
      more: left > 0 ? `${counted(left, 'more sentence')} not quoted here.` : '',
    };
  });

  const about = new Map<string, Said[]>();
  const tell = (id: string, said: Said): void => {
    const there = about.get(id);
    if (there === undefined) about.set(id, [said]);
    else there.push(said);
  };
  const saidIn = ({ relations, quotes }: BoardLinkMaterial): void => {
    for (const relation of relations) {
      const sources = quotes.filter((quote) => states(quote, relation)).map(numberOf);
      const said = {
        from: nameOf(relation.from),
        words: relationKinds[relation.kind].verb,
        status: statusWords(relation),
        to: nameOf(relation.to),
        sources: [...new Set(sources)].sort((left, right) => left - right),
      };
      tell(relation.from, said);
      tell(relation.to, said);
    }
  };
  board.links.forEach(saidIn);

  const entity = (node: BoardNodeMaterial): ReportedEntity => ({
    name: onOneLine(node.name),
    type: node.type,
    facts: [articlesOf(node), period(node)].filter(Boolean).join('; '),
    note: node.note,
    says: about.get(node.id) ?? [],
  });
  return {
    title: onOneLine(board.title) || 'Board',
    date: dayOf(board.made),
    extent: extent(board),
    filter: board.filter.map(onOneLine),
    missing: board.missing.map(onOneLine),
    notes: board.notes,
    entities: board.nodes.map(entity),
    links,
    sources: all(),
  };
};
