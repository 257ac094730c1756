import { Bookmark, type LucideIcon } from 'lucide-react';
import { isStoryId, type NodeType } from '../../shared/model.ts';
import type { SearchAnswer } from '../../shared/views.ts';
import type { SavedBoard } from '../../shared/views-boards.ts';
import type { Host } from '../api/index.ts';
import type { App } from '../state/app.ts';
import type { Visit } from '../state/chrome.ts';
import { plural } from '../ui/format.ts';
import { type Command, canRun, selectedNode } from './command.ts';

/** One line of the palette. */
export interface PaletteItem {
  /** Unique among all lines. */
  value: string;
  title: string;
  /** Grey words after the title. */
  detail?: string;
  type?: NodeType;
  icon?: LucideIcon;
  keys?: string;
  /** What choosing it puts into the box, which stays open, instead of doing something. */
  fills?: string;
  choose: (app: App, host: Host) => void;
}

export interface PaletteGroup {
  heading: string;
  items: PaletteItem[];
}

const openNode = (app: App, id: Parameters<App['nodeFocused']>[0]) => {
  app.nodeFocused(id);
  if (isStoryId(id)) app.storyOpened(id);
  else app.entityOpened(id);
};

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[\s:,…]+/)
    .filter((word) => word !== '');

/** Whether each word typed begins a word of the title. An empty query fits everything. */
export const fits = (title: string, query: string): boolean => {
  const inTitle = wordsOf(title);
  return wordsOf(query).every((word) => inTitle.some((each) => each.startsWith(word)));
};

const titleFor = (command: Command, app: App): string => {
  const { size } = app.board.selection;
  if (size > 1 && command.severals) return command.title.replace('the selected', `the ${size} selected`);
  const node = selectedNode(app);
  return node ? command.title.replace('the selected', node.name) : command.title;
};

/** The commands that can be done now and whose title has the words typed. */
export const commandItems = (commands: readonly Command[], query: string, app: App, host: Host): PaletteItem[] =>
  commands
    .filter((command) => !command.keysOnly && canRun(command, app, host))
    .map((command) => ({ command, title: titleFor(command, app) }))
    .filter(({ title, command }) => fits(`${title} ${command.group}`, query))
    .map(({ command, title }) => ({
      value: `command ${command.id}`,
      title,
      icon: command.icon,
      ...(command.keys?.[0] === undefined ? {} : { keys: command.keys[0] }),
      choose: command.run,
    }));

/** Saved boards, by the words typed; without any, none: the commands come first. */
export const boardItems = (boards: readonly SavedBoard[], query: string): PaletteItem[] =>
  query.trim() === ''
    ? []
    : boards
        .filter(({ name }) => fits(`Open board ${name}`, query))
        .slice(0, 8)
        .map(({ id, name, began }) => ({
          value: `board ${id}`,
          title: `Open board ${name}`,
          ...(began === name ? {} : { detail: began }),
          icon: Bookmark,
          choose: (app) => app.savedBoardOpened(id),
        }));

/** Entities and stories of a search's answer; `choose` says what picking one does. */
export const entityItems = (
  answer: SearchAnswer,
  choose: (app: App, id: Parameters<App['nodeFocused']>[0]) => void = openNode,
): PaletteItem[] =>
  answer.entities.map(({ node, alias }) => ({
    value: `node ${node.id}`,
    title: node.name,
    detail: alias === null ? plural(node.articles, 'article') : `${alias} · ${plural(node.articles, 'article')}`,
    type: node.type,
    choose: (app) => choose(app, node.id),
  }));

/** Articles of a search's answer. */
export const articleItems = (answer: SearchAnswer, query: string): PaletteItem[] =>
  answer.articles.map(({ article }) => ({
    value: `article ${article.id}`,
    title: article.title,
    ...(article.publisher === null ? {} : { detail: article.publisher }),
    type: 'story',
    choose: (app) => app.articleOpened(article.id, { words: query.trim() }),
  }));

/** Pages that were opened before, but for the one that is open. */
export const recentItems = (visits: readonly Visit[]): PaletteItem[] =>
  visits.slice(1, 7).map((visit) => ({
    value: `recent ${visit.id}`,
    title: visit.name,
    type: visit.kind === 'article' ? 'story' : visit.type,
    choose: (app) => {
      if (visit.kind === 'article') app.articleOpened(visit.id);
      else openNode(app, visit.id);
    },
  }));
