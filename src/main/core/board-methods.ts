import { randomBytes } from 'node:crypto';
import { type BoardContent, boardBounds, boardVersion } from '../../shared/board.ts';
import { boardContent } from '../../shared/board-content.ts';
import type { Implementation } from '../../shared/contract.ts';
import { NewsgraphError } from '../../shared/result.ts';
import type { SavedBoard } from '../../shared/views-boards.ts';
import { beganWith, opening } from './board-opening.ts';
import { onOneState } from './graph-methods.ts';
import { setNote } from './notes.ts';
import type { BoardRow, Store } from './store/index.ts';

type BoardMethods = Pick<
  Implementation,
  'boards' | 'boardSave' | 'boardOpen' | 'boardRename' | 'boardDuplicate' | 'boardDelete' | 'boardRestore' | 'noteSet'
>;

/** How long a deleted board can be brought back. */
const keptDays = 30;

const lineOf = ({ id, name, savedAt, nodes, began }: BoardRow): SavedBoard => ({ id, name, savedAt, nodes, began });

const boardIn = (store: Store, id: string, how?: { deleted: boolean }): BoardRow => {
  const row = store.boardRow(id, how);
  if (row === null) throw new NewsgraphError('not-found', 'This board is no longer among the saved ones.');
  return row;
};

/** Throws `bad-argument` where another board is called so. */
const checkFree = (store: Store, name: string, id: string | null): void => {
  const there = store.boardNamed(name);
  if (there !== null && there !== id) {
    throw new NewsgraphError(
      'bad-argument',
      `There is already a board called “${store.boardRow(there)?.name ?? name}”.`,
      'Choose another name.',
    );
  }
};

/** The first of a name, and the name with a number from 2, that no board has. */
const freeName = (store: Store, name: string): string => {
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : ` ${number}`;
    const wanted = `${name.slice(0, boardBounds.nameLength - end.length)}${end}`;
    if (store.boardNamed(wanted) === null) return wanted;
  }
};

const contentOf = ({ name, content }: BoardRow): BoardContent => {
  const damaged = () => new NewsgraphError('unreadable', `The board “${name}” is damaged.`, 'It was left as it is.');
  let stored: unknown;
  try {
    stored = JSON.parse(content);
  } catch {
    throw damaged();
  }
  const version = (stored as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > boardVersion) {
    throw new NewsgraphError(
      'unreadable',
      `The board “${name}” was saved by a newer version of Newsgraph.`,
      'Update Newsgraph to open it. It was left as it is.',
    );
  }
  const parsed = boardContent.safeParse(stored);
  if (!parsed.success) throw damaged();
  return parsed.data;
};

/** The contract's methods about saved boards and notes. */
export const boardMethods = (store: Store): BoardMethods => {
  const newId = (): string => `b_${randomBytes(12).toString('hex')}`;
  const put = (row: BoardRow): SavedBoard => {
    store.putBoard(row);
    return lineOf(row);
  };
  return {
    boards: () => store.boards(),
    boardSave: ({ id, name, content }) => {
      if (id !== null) boardIn(store, id);
      checkFree(store, name, id);
      return put({
        id: id ?? newId(),
        name,
        savedAt: new Date().toISOString(),
        nodes: content.nodes.length,
        began: beganWith(store, content),
        content: JSON.stringify(content),
        lastArticle: store.lastSeq(),
      });
    },
    boardOpen: ({ id }) => {
      const row = boardIn(store, id);
      const content = contentOf(row);
      return onOneState(store, () => opening(store, lineOf(row), content, row.lastArticle));
    },
    boardRename: ({ id, name }) => {
      const row = boardIn(store, id);
      checkFree(store, name, id);
      store.nameBoard(id, name);
      return { ...lineOf(row), name };
    },
    // when it was saved goes along: what is new is told from then on
    boardDuplicate: ({ id }) => {
      const row = boardIn(store, id);
      return put({ ...row, id: newId(), name: freeName(store, `${row.name.slice(0, boardBounds.nameLength - 5)} copy`) });
    },
    boardDelete: ({ id }) => {
      const row = boardIn(store, id);
      const now = Date.now();
      store.purgeBoards(new Date(now - keptDays * 86_400_000).toISOString());
      store.dropBoard(id, new Date(now).toISOString());
      return lineOf(row);
    },
    boardRestore: ({ id }) => {
      const row = boardIn(store, id, { deleted: true });
      const name = freeName(store, row.name);
      store.nameBoard(id, name);
      return { ...lineOf(row), name };
    },
    noteSet: (args) => setNote(store, args),
  };
};
