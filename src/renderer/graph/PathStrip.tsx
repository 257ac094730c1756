import { Fragment } from 'react';
import type { PathAnswer, PathStep } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { classes } from '../ui/classes.ts';
import { formatDate } from '../ui/format.ts';
import { Marked } from '../ui/Marked.tsx';
import styles from './PathStrip.module.css';
import { ShapeMark } from './ShapeMark.tsx';
import { backingWords, linkWords } from './words.ts';

const sourceOf = ({ passage: { article } }: PathStep): string =>
  [article.publisher, article.published === null ? null : formatDate(article.published)].filter(Boolean).join(', ');

/** How a step reads from its start to its end. */
const stepWords = ({ link, from }: PathStep): string => (link.kind === 'co-mention' ? 'named together with' : linkWords(link, from.id));

const Step = ({ step, index }: { step: PathStep; index: number }) => {
  const selected = useApp(({ board }) => board.selected?.id === step.link.id);
  const evidenceOpened = useApp((app) => app.evidenceOpened);
  const targetSelected = useApp((app) => app.targetSelected);
  const open = () => {
    targetSelected({ kind: 'link', id: step.link.id });
    evidenceOpened(step.link.id);
  };
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={classes(styles.step, selected && styles.selected)}
        aria-current={selected || undefined}
        onClick={open}
      >
        <span className={styles.number}>{index + 1}</span>
        <span className={styles.body}>
          <span className={styles.statement}>
            <ShapeMark type={step.from.type} size={12} />
            <strong>{step.from.name}</strong>
            <span className={styles.verb}>{stepWords(step)}</span>
            <ShapeMark type={step.to.type} size={12} />
            <strong>{step.to.name}</strong>
          </span>
          <span className={styles.quote}>
            {step.passage.parts.map((part, at) => (
              <Fragment key={part.start}>
                {at > 0 ? ' … ' : null}
                <Marked text={part.text} marks={part.marks} />
              </Fragment>
            ))}
          </span>
          <span className={styles.source}>
            {sourceOf(step)} · {backingWords(step.link)}
          </span>
        </span>
      </button>
    </li>
  );
};

/** The steps of a path, each with the sentence behind it; a click opens all its sentences. */
export const PathStrip = ({ path }: { path: PathAnswer & { found: true } }) => (
  <ol className={styles.strip} aria-label={`Path from ${path.from.name} to ${path.to.name}`}>
    {path.steps.map((step, index) => (
      <Step key={step.link.id} step={step} index={index} />
    ))}
  </ol>
);
