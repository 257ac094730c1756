import { useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { NodeId } from '../../../shared/model.ts';
import { useApp, useAppStore } from '../../state/app.ts';
import { expansionStep } from '../../state/board/growing.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { FailureState } from '../../ui/FailureState.tsx';
import { formatCount } from '../../ui/format.ts';
import { MiddleTruncate } from '../../ui/MiddleTruncate.tsx';
import { type Anchor, Popover } from '../../ui/Popover.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { nodeTypeLabels } from '../../ui/types.ts';
import { ShapeMark } from '../ShapeMark.tsx';
import styles from './NeighbourPicker.module.css';
import { type Choice, picksLike, picksOf } from './picking.ts';
import { useNeighbourPages } from './useNeighbourPages.ts';

const rowHeight = 44;
/** With fewer rows than this after filtering, further pages are asked for: what is looked for may be among them. */
const enoughRows = 12;

interface ListProps {
  id: string;
  choices: readonly Choice[];
  ticked: ReadonlySet<NodeId>;
  active: number;
  onTick: (choice: Choice, at: number) => void;
  onEnd: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const optionId = (list: string, choice: Choice) => `${list}-${choice.id}`;

const ChoiceList = ({ id, choices, ticked, active, onTick, onEnd, onKeyDown }: ListProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: choices.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const current = choices[active];
  const clicked = ({ target }: MouseEvent) => {
    const place = target instanceof Element ? target.closest<HTMLElement>('[role="option"]')?.dataset.index : undefined;
    const choice = place === undefined ? undefined : choices[Number(place)];
    if (choice) onTick(choice, Number(place));
  };
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual]);
  useEffect(() => {
    if (last >= choices.length - 1) onEnd();
  }, [last, choices.length, onEnd]);
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        id={id}
        role="listbox"
        aria-multiselectable="true"
        aria-label="Neighbours that can be added"
        aria-activedescendant={current ? optionId(id, current) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        // the focus stays in the box above
        onMouseDown={(event) => event.preventDefault()}
        onClick={clicked}
        className={styles.list}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const choice = choices[item.index];
          if (!choice) return null;
          const on = ticked.has(choice.id);
          return (
            <div
              key={choice.id}
              id={optionId(id, choice)}
              role="option"
              tabIndex={-1}
              aria-selected={on}
              aria-setsize={choices.length}
              aria-posinset={item.index + 1}
              className={classes(styles.choice, item.index === active && styles.active)}
              style={{ transform: `translateY(${item.start}px)` }}
              data-index={item.index}
            >
              <span className={classes(styles.tick, on && styles.ticked)}>
                {on ? <Check size={12} strokeWidth={2.5} aria-hidden="true" /> : null}
              </span>
              <ShapeMark type={choice.type} />
              <span className={styles.words}>
                <span className={styles.name}>
                  <MiddleTruncate text={choice.name} />
                </span>
                <span className={styles.detail}>
                  <span className="visually-hidden">{nodeTypeLabels[choice.type].one}, </span>
                  {choice.hidden ? 'hidden · ' : ''}
                  {choice.how} · {choice.backing}
                </span>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
};

const Picker = ({ of, onDone }: { of: NodeId; onDone: () => void }) => {
  const app = useAppStore();
  const nodes = useApp(({ board }) => board.nodes);
  const hidden = useApp(({ board }) => board.hidden);
  const { items, total, loading, more } = useNeighbourPages(of);
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<NodeId>>(new Set());
  const [active, setActive] = useState(0);
  const listId = useId();
  const all = useMemo(() => picksOf(items, { nodes, hidden }), [items, nodes, hidden]);
  const choices = useMemo(() => picksLike(all, text), [all, text]);
  const here = Math.min(active, choices.length - 1);
  const current = choices[here];
  const name = nodes.find(({ id }) => id === of)?.name ?? '';
  const waiting = loading.state === 'loading';
  const whole = total !== null && items.length >= total;

  useEffect(() => {
    if (loading.state === 'ready' && !whole && choices.length < enoughRows) more();
  }, [loading, whole, choices.length, more]);

  const tick = (choice: Choice, at: number) => {
    const next = new Set(ticked);
    if (!next.delete(choice.id)) next.add(choice.id);
    setTicked(next);
    setActive(at);
  };
  const add = () => {
    if (ticked.size > 0) app.getState().neighboursAdded(of, [...ticked]);
    else app.getState().nodeExpanded(of);
    onDone();
  };
  const addBest = () => {
    app.getState().nodeExpanded(of);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
    const by = steps[event.key];
    if (by !== undefined) setActive(Math.max(0, Math.min(choices.length - 1, here + by)));
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add();
    else if (event.key === 'Enter' || (event.key === ' ' && !(event.target instanceof HTMLInputElement))) {
      if (current) tick(current, here);
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles.picker}>
      <h2 className={styles.title}>
        <MiddleTruncate text={`Neighbours of ${name}`} />
        {whole ? <span className={styles.count}>{`${formatCount(all.length)} not shown`}</span> : null}
      </h2>
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-label="Filter the neighbours"
        aria-description="Arrows move, Enter ticks, Ctrl+Enter adds."
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current ? optionId(listId, current) : undefined}
        placeholder="Filter"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {choices.length > 0 ? (
        <ChoiceList id={listId} choices={choices} ticked={ticked} active={here} onTick={tick} onEnd={more} onKeyDown={onKeyDown} />
      ) : (
        <div className={styles.instead} aria-live="polite">
          {loading.state === 'failed' ? (
            <FailureState title="The neighbours could not be listed" failure={loading.failure} onRetry={more} />
          ) : waiting ? (
            <Skeleton lines={6} label="Listing the neighbours" list />
          ) : (
            <p className={styles.nothing}>{all.length === 0 ? 'All its neighbours are on the map' : 'None is called that'}</p>
          )}
        </div>
      )}
      {loading.state === 'failed' && choices.length > 0 ? (
        <p className={styles.problem} role="alert">
          The rest could not be listed.{' '}
          <Button look="link" onClick={more}>
            Try again
          </Button>
        </p>
      ) : null}
      <div className={styles.foot}>
        <Button look="quiet" disabled={all.length === 0} onClick={addBest}>
          {`Add the best ${Math.min(expansionStep, whole ? all.length : expansionStep)}`}
        </Button>
        <Button look="primary" disabled={ticked.size === 0} onClick={add}>
          {ticked.size === 0 ? 'Add' : `Add ${formatCount(ticked.size)}`}
        </Button>
      </div>
    </div>
  );
};

interface Props {
  /** Where the node whose neighbours are picked from is drawn. */
  anchorOf: (id: NodeId) => Anchor | null;
  /** Where the focus goes afterwards. */
  returnTo: () => HTMLElement | null;
}

/** A list of the neighbours of a node that are not on the board, to pick from; stands at the node. */
export const NeighbourPicker = ({ anchorOf, returnTo }: Props) => {
  const of = useApp(({ board }) => board.picking);
  const pickerClosed = useApp((app) => app.pickerClosed);
  const anchor = useMemo(() => (of === null ? null : anchorOf(of)), [of, anchorOf]);
  if (of === null || !anchor) return null;
  return (
    <Popover
      label="Pick neighbours to add"
      open
      onOpenChange={(open) => !open && pickerClosed()}
      anchor={anchor}
      side="right"
      returnTo={returnTo}
    >
      <Picker key={of} of={of} onDone={pickerClosed} />
    </Popover>
  );
};
