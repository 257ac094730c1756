import { Check, ChevronDown, ChevronRight, ChevronUp, Copy, Download } from 'lucide-react';
import { Fragment, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FoundPath, Paths } from '../../../shared/views-paths.ts';
import { useApp } from '../../state/app.ts';
import { manyOfType, pathShownAt } from '../../state/board/path.ts';
import { isFiltered } from '../../state/board/seen.ts';
import { seenIn } from '../../state/seen.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { plural } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { ShapeMark } from '../ShapeMark.tsx';
import { LeftOut } from './LeftOut.tsx';
import { PathChain } from './PathChain.tsx';
import styles from './PathPanel.module.css';
import { markdownOf, stepWords, strengthFigure, typesBetween } from './path-words.ts';
import { useOut } from './useOut.ts';

type Found = Extract<Paths, { found: true }>;

const Strength = ({ strength, best }: { strength: number; best: number }) => (
  <span className={styles.strength} title={`Strength ${strengthFigure(strength)} of 100: by evidence, number of links, and hubs between`}>
    <svg className={styles.bar} viewBox="0 0 32 4" width={32} height={4} aria-hidden="true">
      <rect className={styles.ground} width={32} height={4} rx={2} />
      <rect className={styles.filled} width={Math.max(3, (32 * strength) / Math.max(best, 0.001))} height={4} rx={2} />
    </svg>
    <span className="visually-hidden">Strength </span>
    {strengthFigure(strength)}
  </span>
);

/** A path on one line: names with their types, and what joins them. */
const Line = ({ path }: { path: FoundPath }) => (
  <span className={styles.line}>
    {path.steps.map((step, at) => (
      <Fragment key={step.link.id}>
        {at === 0 ? (
          <span className={styles.node}>
            <ShapeMark type={step.from.type} size={12} />
            {`\u00a0${step.from.name}`}
          </span>
        ) : null}
        <span className={styles.verb}> {stepWords(step)} </span>
        <span className={styles.node}>
          <ShapeMark type={step.to.type} size={12} />
          {`\u00a0${step.to.name}`}
        </span>
      </Fragment>
    ))}
  </span>
);

const Row = ({ answer, at, shown }: { answer: Found; at: number; shown: boolean }) => {
  const pathChosen = useApp((app) => app.pathChosen);
  const row = useRef<HTMLLIElement>(null);
  const chain = useId();
  const path = answer.paths[at];
  const wasShown = useRef(shown);
  useEffect(() => {
    if (shown && !wasShown.current) row.current?.scrollIntoView({ block: 'nearest' });
    wasShown.current = shown;
  }, [shown]);
  if (!path) return null;
  const Fold = shown ? ChevronDown : ChevronRight;
  return (
    <li ref={row} className={classes(styles.path, shown && styles.shown)}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={shown}
        aria-controls={shown ? chain : undefined}
        onClick={() => pathChosen(shown ? null : at)}
      >
        <Fold className={styles.fold} size={14} strokeWidth={2} aria-hidden="true" />
        <Line path={path} />
        <span className={styles.figures}>
          <span className={styles.links}>{plural(path.steps.length, 'link')}</span>
          <Strength strength={path.strength} best={answer.paths[0]?.strength ?? 1} />
        </span>
      </button>
      {shown ? (
        <div id={chain}>
          <HiddenNote path={path} />
          <PathChain answer={answer} at={at} />
        </div>
      ) : null}
    </li>
  );
};

/** That the map's filter hides some of what a path leads through: paths are looked for in all articles. */
const HiddenNote = ({ path }: { path: FoundPath }) => {
  const { nodes } = useApp(seenIn);
  const filtered = useApp(({ board }) => isFiltered(board.filter));
  const filterCleared = useApp((app) => app.filterCleared);
  const seen = useMemo(() => new Set(nodes.map(({ id }) => id)), [nodes]);
  if (!filtered || path.steps.every(({ from, to }) => seen.has(from.id) && seen.has(to.id))) return null;
  return (
    <p className={styles.hidden}>
      The map’s filter hides a part of this path.{' '}
      <Button size="small" look="link" onClick={filterCleared}>
        Clear the filter
      </Button>
    </p>
  );
};

/** Leaves a type out of all paths. */
const NotThrough = ({ paths }: { paths: readonly FoundPath[] }) => {
  const keptFromType = useApp((app) => app.pathKeptFromType);
  const types = typesBetween(paths);
  if (types.length === 0) return null;
  return (
    <Menu
      label="Not through"
      trigger={
        <Button size="small" look="quiet">
          Not through…
        </Button>
      }
      items={types.map((type) => ({ id: type, label: `Not through ${manyOfType[type]}`, onChoose: () => keptFromType(type) }))}
    />
  );
};

const Panel = ({ answer }: { answer: Found }) => {
  const at = useApp(({ board }) => pathShownAt(board));
  const [open, setOpen] = useState(true);
  const { copied, copy, save } = useOut();
  const paths = answer.paths.filter(({ steps }) => steps.length > 0);
  return (
    <section className={styles.panel} aria-label="Paths">
      <header className={styles.top}>
        <h3 className={styles.title}>{paths.length === 1 ? 'The one path' : 'Strongest first'}</h3>
        <LeftOut />
        <NotThrough paths={paths} />
        <span className={styles.tools}>
          <IconButton
            size="small"
            icon={copied ? Check : Copy}
            label={copied ? 'Copied' : 'Copy all paths as Markdown'}
            onClick={() => copy(markdownOf(answer, null).text)}
          />
          <IconButton size="small" icon={Download} label="Save all paths as Markdown" onClick={() => save(markdownOf(answer, null))} />
          <IconButton
            size="small"
            icon={open ? ChevronDown : ChevronUp}
            label={open ? 'Fold the paths away' : 'Show the paths'}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        </span>
      </header>
      {open ? (
        <ol className={styles.paths} aria-label="Paths">
          {answer.paths.map((path, number) => (
            <Row key={path.steps.map(({ link }) => link.id).join()} answer={answer} at={number} shown={number === at} />
          ))}
        </ol>
      ) : null}
    </section>
  );
};

/** The paths of a board that shows some, under its map: each a line that unfolds into its sentences. */
export const PathPanel = () => {
  const answer = useApp(({ board }) => board.path);
  if (!answer?.found || answer.paths.every(({ steps }) => steps.length === 0)) return null;
  return <Panel answer={answer} />;
};
