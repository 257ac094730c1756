import { Bookmark, BookmarkCheck, Save } from 'lucide-react';
import { useRef, useState } from 'react';
import { useApp } from '../../state/app.ts';
import { boardDiffers, savedName } from '../../state/boards.ts';
import { Button } from '../../ui/Button.tsx';
import { FailureState } from '../../ui/FailureState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { MiddleTruncate } from '../../ui/MiddleTruncate.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BoardRow } from './BoardRow.tsx';
import styles from './BoardsMenu.module.css';
import { NameDialog } from './NameDialog.tsx';

const Saving = ({ onDone }: { onDone: () => void }) => {
  const saved = useApp(savedName);
  const differs = useApp(boardDiffers);
  const drawn = useApp(({ board }) => board.drawn !== null);
  const requested = useApp((app) => app.boardSaveRequested);
  const save = (how?: { anew: boolean }) => {
    onDone();
    requested(how);
  };
  return (
    <div className={styles.saving}>
      <Button icon={Save} disabled={!drawn} onClick={() => save()}>
        {saved === null ? 'Save this map…' : 'Save'} <Kbd keys="Mod+S" quiet />
      </Button>
      {saved === null ? null : (
        <Button look="quiet" onClick={() => save({ anew: true })}>
          Save as…
        </Button>
      )}
      {differs ? <span className={styles.hint}>Has changes</span> : null}
    </div>
  );
};

const List = ({ onDone, onGone }: { onDone: () => void; onGone: () => void }) => {
  const { list, loading } = useApp(({ boards }) => boards);
  const current = useApp(({ board }) => board.saved?.id ?? null);
  const readOnly = useApp(({ library }) => library.status?.readOnly ?? false);
  const requested = useApp((app) => app.savedBoardsRequested);
  const opened = useApp((app) => app.savedBoardOpened);
  const renamed = useApp((app) => app.boardRenameRequested);
  const duplicated = useApp((app) => app.savedBoardDuplicated);
  const deleted = useApp((app) => app.savedBoardDeleted);
  if (loading.state === 'failed') {
    return <FailureState title="The boards could not be listed" failure={loading.failure} onRetry={requested} />;
  }
  if (list.length === 0) {
    if (loading.state === 'loading') return <Skeleton lines={3} label="Listing the boards" />;
    return (
      <p className={styles.empty}>Saved boards will stand here: a map with its places, filter and notes, to go on with another day.</p>
    );
  }
  return (
    <ul className={styles.list} aria-label="Saved boards" aria-busy={loading.state === 'loading'}>
      {list.map((board) => (
        <BoardRow
          key={board.id}
          board={board}
          current={board.id === current}
          readOnly={readOnly}
          onOpen={() => {
            onDone();
            opened(board.id);
          }}
          onRename={() => {
            onDone();
            renamed(board.id);
          }}
          onDuplicate={() => void duplicated(board.id)}
          onDelete={() => void deleted(board.id).then(onGone)}
        />
      ))}
    </ul>
  );
};

/** The board's name, with a mark while it differs from what is saved, and all that can be done with saved boards. */
export const BoardsMenu = () => {
  const name = useApp(savedName);
  const differs = useApp(boardDiffers);
  const readOnly = useApp(({ library }) => library.status?.readOnly ?? false);
  const requested = useApp((app) => app.savedBoardsRequested);
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const shown = (next: boolean) => {
    setOpen(next);
    if (next) requested();
  };
  return (
    <>
      <Popover
        label="Boards"
        align="end"
        open={open}
        onOpenChange={shown}
        trigger={
          <Button
            size="small"
            look="quiet"
            icon={name === null ? Bookmark : BookmarkCheck}
            className={styles.trigger}
            title={name ?? 'Boards'}
            aria-label={name === null ? 'Boards' : `Board ${name}${differs ? ', changed since it was saved' : ''}`}
          >
            <span className={styles.title}>{name === null ? 'Boards' : <MiddleTruncate text={name} />}</span>
            {differs ? <span className={styles.differs} aria-hidden="true" /> : null}
          </Button>
        }
      >
        <div ref={menu} className={styles.menu}>
          {readOnly ? (
            <p className={styles.empty}>This library is open for reading only: boards can be opened here, not saved.</p>
          ) : (
            <Saving onDone={() => setOpen(false)} />
          )}
          <List
            onDone={() => setOpen(false)}
            // the button that had the focus is gone with its board
            onGone={() => menu.current?.querySelector('button')?.focus()}
          />
        </div>
      </Popover>
      <NameDialog />
    </>
  );
};
