import { Check, Copy, Download, Route } from 'lucide-react';
import { Fragment } from 'react';
import { isStoryId, type NodeRef } from '../../../shared/model.ts';
import type { PathStep, Paths } from '../../../shared/views-paths.ts';
import { useApp, useAppStore } from '../../state/app.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Marked } from '../../ui/Marked.tsx';
import { ShapeMark } from '../ShapeMark.tsx';
import { backingWords } from '../words.ts';
import styles from './PathChain.module.css';
import { markdownOf, placeOf, sourceWords, stepWords } from './path-words.ts';
import { useOut } from './useOut.ts';

const Stop = ({ node, end }: { node: NodeRef; end: boolean }) => {
  const app = useAppStore();
  const open = () => {
    app.getState().targetSelected({ kind: 'node', id: node.id });
    if (isStoryId(node.id)) app.getState().storyOpened(node.id);
    else app.getState().entityOpened(node.id);
  };
  return (
    <div className={styles.stop}>
      <span className={styles.mark}>
        <ShapeMark type={node.type} size={14} />
      </span>
      <button type="button" className={styles.name} onClick={open}>
        {node.name}
      </button>
      {end ? null : (
        <Button size="small" look="quiet" icon={Route} className={styles.around} onClick={() => app.getState().pathKeptFrom(node)}>
          <span className={styles.words}>Another way without {node.name}</span>
        </Button>
      )}
    </div>
  );
};

const Leg = ({ step }: { step: PathStep }) => {
  const app = useAppStore();
  const selected = useApp(({ board }) => board.selected?.id === step.link.id);
  const evidence = () => {
    app.getState().targetSelected({ kind: 'link', id: step.link.id });
    app.getState().evidenceOpened(step.link.id);
  };
  const read = () => {
    const at = placeOf(step);
    app.getState().articleOpened(step.passage.article.id, at ? { at } : {});
  };
  return (
    <div className={classes(styles.leg, selected && styles.selected)}>
      <p className={styles.said}>
        {stepWords(step)}
        <span className={styles.backing}>{backingWords(step.link)}</span>
        <Button
          size="small"
          look="link"
          aria-label={`Evidence: ${step.from.name} ${stepWords(step)} ${step.to.name}`}
          aria-current={selected || undefined}
          onClick={evidence}
        >
          Evidence
        </Button>
      </p>
      <button type="button" className={styles.quote} onClick={read} title={`Read it in “${step.passage.article.title}”`}>
        <q className={styles.sentence}>
          {step.passage.parts.map((part, at) => (
            <Fragment key={part.start}>
              {at > 0 ? ' … ' : null}
              <Marked text={part.text} marks={part.marks} />
            </Fragment>
          ))}
        </q>
        <span className={styles.source}>{sourceWords(step)}</span>
      </button>
    </div>
  );
};

/** One path link by link: what each says, the sentence behind it, and by whom and when it was said. */
export const PathChain = ({ answer, at }: { answer: Extract<Paths, { found: true }>; at: number }) => {
  const { copied, copy, save } = useOut();
  const steps = answer.paths[at]?.steps ?? [];
  return (
    <div className={styles.whole}>
      <ol className={styles.chain} aria-label={`Path from ${answer.from.name} to ${answer.to.name}`}>
        {steps.map((step, index) => (
          <li key={step.link.id}>
            <Stop node={step.from} end={index === 0} />
            <Leg step={step} />
            {index === steps.length - 1 ? <Stop node={step.to} end /> : null}
          </li>
        ))}
      </ol>
      <div className={styles.out}>
        <Button size="small" icon={copied ? Check : Copy} onClick={() => copy(markdownOf(answer, at).text)}>
          {copied ? 'Copied' : 'Copy this path'}
        </Button>
        <Button size="small" look="quiet" icon={Download} onClick={() => save(markdownOf(answer, at))}>
          Save as Markdown
        </Button>
      </div>
    </div>
  );
};
