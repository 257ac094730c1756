import { Newspaper, SearchX, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApp, useAppStore } from '../state/app.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { plural } from '../ui/format.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useResultChoice } from './choice.ts';
import { noteOf } from './note.ts';
import { ResultList, rowElementId } from './ResultList.tsx';
import { rowAt, rowsOfAnswer, rowsOfList, stepRow } from './rows.ts';
import { SearchBox } from './SearchBox.tsx';
import { SearchNoteLine } from './SearchNoteLine.tsx';
import styles from './SearchPane.module.css';

const listId = 'results';

/** What was found, said to screen readers once typing rests. */
const useSpokenTotal = (total: number | null, entities: number) =>
  useEffect(() => {
    if (total === null) return;
    const rest = setTimeout(() => announce(`${plural(entities, 'entity', 'entities')}, ${plural(total, 'article')}`), 700);
    return () => clearTimeout(rest);
  }, [total, entities]);

/** The left pane: the search box, and below it what was found or the newest articles. */
export const SearchPane = () => {
  const search = useApp((app) => app.search);
  const recent = useApp((app) => app.recent);
  const open = useApp((app) => {
    const page = app.detail.trail[app.detail.at];
    return page && 'id' in page ? page.id : null;
  });
  const { queryTyped, moreArticlesRequested, recentRequested } = useAppStore().getState();
  const choose = useResultChoice();
  // belongs to the query it was chosen in: another query starts at the top again
  const [choice, setChoice] = useState<{ id: string; query: string } | null>(null);

  const answer = search.query.trim() === '' ? null : search.answer;
  const searching = search.query.trim() !== '';
  const rows = useMemo(() => {
    if (searching) return answer ? rowsOfAnswer(answer) : [];
    return recent.list ? rowsOfList(recent.list) : [];
  }, [searching, answer, recent.list]);
  // while one types, the first row is what Enter opens
  const moved = rowAt(rows, choice?.query === search.query ? choice.id : null);
  const active = moved >= 0 ? moved : searching ? stepRow(rows, -1, 1) : -1;
  useSpokenTotal(answer ? answer.total : null, answer?.entities.length ?? 0);

  const activeRow = rows[active];
  const chooseActive = () => {
    if (activeRow && activeRow.kind !== 'heading') choose(activeRow, search.query);
  };

  // Enter came before the answer did: it means the first row of that answer, not of the one still shown
  const [awaited, setAwaited] = useState<string | null>(null);
  useEffect(() => {
    if (awaited === null || search.loading.state === 'loading') return;
    setAwaited(null);
    const first = rows[stepRow(rows, -1, 1)];
    if (awaited === search.query && first && first.kind !== 'heading') choose(first, awaited);
  }, [awaited, search.loading, search.query, rows, choose]);

  const keys = {
    onStep: (by: number) => {
      const next = rows[stepRow(rows, active, by)];
      if (next) setChoice({ id: next.id, query: search.query });
    },
    onEnter: () => (searching && search.loading.state === 'loading' ? setAwaited(search.query) : chooseActive()),
  };

  const onEnd = useCallback(() => moreArticlesRequested(), [moreArticlesRequested]);
  const loading = searching ? search.loading : recent.loading;
  const note = answer && search.loading.state !== 'failed' ? noteOf(answer) : null;

  const body = () => {
    if (loading.state === 'failed' && rows.length === 0) {
      return (
        <FailureState
          title={searching ? 'The search failed' : 'The list of articles could not be read'}
          failure={loading.failure}
          onRetry={() => (searching ? queryTyped(search.query) : recentRequested())}
        />
      );
    }
    if (rows.length > 0) {
      return (
        <ResultList
          id={listId}
          label={searching ? 'Results' : 'Articles'}
          rows={rows}
          active={active}
          open={open}
          keys={keys}
          onChoose={(row) => choose(row, search.query)}
          onEnd={onEnd}
        />
      );
    }
    if (loading.state !== 'ready') return <Skeleton lines={10} list label="Looking for articles" />;
    return searching ? (
      <EmptyState
        icon={SearchX}
        title={`Nothing has “${search.query.trim().slice(0, 60)}”`}
        detail="Try fewer or other words: a name, a company, a place."
        action={<Button onClick={() => queryTyped('')}>Show the newest articles</Button>}
      />
    ) : (
      <EmptyState icon={Newspaper} title="Your articles will be listed here" detail="Import some to begin." />
    );
  };

  return (
    <section className={styles.pane} aria-label="Search and results">
      <SearchBox
        listId={rows.length > 0 ? listId : undefined}
        activeId={activeRow && activeRow.kind !== 'heading' ? rowElementId(listId, activeRow) : undefined}
        keys={keys}
      />
      {searching ? (
        note && <SearchNoteLine note={note} />
      ) : (
        <div className={styles.above}>
          <h2 className={styles.heading}>{recent.of === 'imported' ? 'Just imported' : 'Newest articles'}</h2>
          {recent.of === 'imported' ? (
            <Button look="quiet" size="small" icon={X} onClick={recentRequested}>
              Show the newest
            </Button>
          ) : null}
        </div>
      )}
      {body()}
    </section>
  );
};
