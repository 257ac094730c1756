import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import type { LinkKind } from '../../../shared/board.ts';
import type { NodeId } from '../../../shared/model.ts';
import { useApp, useAppStore } from '../../state/app.ts';
import { isFiltered, kindsOf } from '../../state/board/seen.ts';
import { seenIn } from '../../state/seen.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { publisherLabel, strengthWords } from './chips.ts';
import styles from './FilterPanel.module.css';
import { FilterSection } from './FilterSection.tsx';
import { allKinds, kindGroups, kindLabel } from './kinds.ts';
import { useFacets } from './useFacets.ts';

const Strength = () => {
  const app = useAppStore();
  const id = useId();
  const strength = useApp(({ board }) => board.filter.strength);
  const links = useApp(({ board }) => board.links.length);
  const seen = useApp((state) => seenIn(state).links.length);
  const words = strength === 0 ? 'any' : strengthWords(strength);
  const settle = () => app.getState().changeSettled();
  return (
    <section className={styles.section}>
      <header className={styles.sectionHead}>
        <label htmlFor={id} className={styles.title}>
          Least strength
        </label>
        <span className={styles.value}>{words}</span>
      </header>
      <input
        id={id}
        type="range"
        className={styles.slider}
        min={0}
        max={100}
        step={1}
        value={Math.round(strength * 100)}
        aria-valuetext={`${words}, ${formatCount(seen)} of ${formatCount(links)} links shown`}
        onChange={({ target }) => app.getState().filterChanged({ strength: Number(target.value) / 100 }, 'strength')}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
      <p className={styles.note}>{`${formatCount(seen)} of ${formatCount(links)} links shown`}</p>
    </section>
  );
};

const Kinds = ({ counts }: { counts: Partial<Record<LinkKind, number>> }) => {
  const app = useAppStore();
  const links = useApp(({ board }) => board.links);
  const off = useApp(({ board }) => board.filter.kindsOff);
  const there = useMemo(() => new Set(links.flatMap(kindsOf)), [links]);
  const groups = kindGroups
    .map(({ label, kinds }) => ({
      label,
      switches: kinds.filter((kind) => there.has(kind)).map((kind) => ({ key: kind, label: kindLabel(kind), count: counts[kind] ?? 0 })),
    }))
    .filter(({ switches }) => switches.length > 0);
  return (
    <FilterSection
      title="Kinds of link"
      groups={groups}
      off={off}
      all={allKinds}
      onChange={(kindsOff) => app.getState().filterChanged({ kindsOff })}
      empty="There are no links"
    />
  );
};

const Communities = ({ counts }: { counts: Readonly<Record<NodeId, number>> }) => {
  const app = useAppStore();
  const communities = useApp(({ board }) => board.communities);
  const off = useApp(({ board }) => board.filter.communitiesOff);
  const switches = useMemo(
    () => [...communities].sort((a, b) => b.size - a.size).map(({ head, name }) => ({ key: head, label: name, count: counts[head] ?? 0 })),
    [communities, counts],
  );
  return (
    <FilterSection
      title="Communities"
      groups={[{ switches }]}
      off={off}
      onChange={(communitiesOff) => app.getState().filterChanged({ communitiesOff })}
      empty="There are no communities"
    />
  );
};

const Publishers = () => {
  const app = useAppStore();
  const publishers = useApp(({ activity }) => activity.answer?.publishers ?? null);
  const failed = useApp(({ activity }) => activity.loading.state === 'failed');
  const off = useApp(({ board }) => board.filter.publishersOff);
  const switches = useMemo(
    () => (publishers ?? []).map(({ name, articles }) => ({ key: name, label: publisherLabel(name), count: articles })),
    [publishers],
  );
  return (
    <FilterSection
      title="Publishers"
      groups={[{ switches }]}
      off={off}
      onChange={(publishersOff) => app.getState().filterChanged({ publishersOff })}
      empty={failed ? 'They could not be counted' : publishers === null ? 'They are being counted' : 'No article names one'}
    />
  );
};

/** Brings the focus in, and back when it closes. */
const useFocusWithin = () => {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      const held = document.activeElement === document.body || sheet.current?.contains(document.activeElement);
      const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : null;
      if (held !== false) (back ?? document.querySelector<HTMLElement>('[data-filter-button]'))?.focus();
    };
  }, []);
  return sheet;
};

const Sheet = () => {
  const app = useAppStore();
  const sheet = useFocusWithin();
  const heading = useId();
  const filtered = useApp(({ board }) => isFiltered(board.filter));
  const facets = useFacets();
  const close = () => app.getState().filterPanelToggled(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <section ref={sheet} className={styles.sheet} tabIndex={-1} aria-labelledby={heading} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h2 id={heading} className={styles.name}>
          Filter
        </h2>
        <Button size="small" look="quiet" disabled={!filtered} onClick={() => app.getState().filterCleared()}>
          Clear the filter
        </Button>
        <IconButton icon={X} size="small" label="Close the filter" onClick={close} />
      </header>
      <div className={styles.body}>
        <Strength />
        <Kinds counts={facets.kinds} />
        <Publishers />
        <Communities counts={facets.communities} />
      </div>
    </section>
  );
};

/** The filter of the board at the side of the map, which goes on beneath it. */
export const FilterPanel = () => {
  const open = useApp(({ filtering }) => filtering.panel);
  return open ? <Sheet /> : null;
};
