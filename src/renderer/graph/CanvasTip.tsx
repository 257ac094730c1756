import { useApp } from '../state/app.ts';
import type { Board } from '../state/board/board.ts';
import { seenIn } from '../state/seen.ts';
import { classes } from '../ui/classes.ts';
import { formatDate, plural } from '../ui/format.ts';
import { nodeTypeLabels } from '../ui/types.ts';
import styles from './CanvasTip.module.css';
import type { Pointed } from './canvas/useHover.ts';
import { backingWords, datesWords, linkInFewWords, statementOf } from './words.ts';

const nameIn = (board: Board, id: string): string => board.nodes.find((node) => node.id === id)?.name ?? '';

const NodeWords = ({ id }: { id: string }) => {
  const node = useApp(({ board }) => board.nodes.find((each) => each.id === id));
  if (!node) return null;
  return (
    <>
      <p className={styles.title}>{node.name}</p>
      <p className={styles.detail}>
        {nodeTypeLabels[node.type].one} · {plural(node.articles, 'article')}
        {node.more > 0 ? ` · ${plural(node.more, 'neighbour')} not shown` : ''}
      </p>
      {datesWords(node) === '' ? null : <p className={styles.detail}>{datesWords(node)}</p>}
    </>
  );
};

const LinkWords = ({ id }: { id: string }) => {
  const board = useApp((app) => app.board);
  const passage = useApp(({ peek }) => (peek?.link === id ? peek.passage : null));
  // what the filter leaves of it is what is drawn
  const link = useApp((app) => seenIn(app).links.find((each) => each.id === id));
  if (!link) return null;
  const { from, to } = statementOf(link);
  const words = linkInFewWords(link, from);
  const sentence = passage?.parts.map((part) => part.text).join(' … ');
  const source =
    passage && [passage.article.publisher, passage.article.published && formatDate(passage.article.published)].filter(Boolean).join(' · ');
  return (
    <>
      <p className={styles.title}>
        {nameIn(board, from)} <span className={styles.verb}>{words}</span> {nameIn(board, to)}
      </p>
      <p className={styles.detail}>
        {backingWords(link)}
        {datesWords(link) === '' ? '' : ` · ${datesWords(link)}`}
      </p>
      {sentence === undefined ? null : <p className={styles.quote}>{sentence}</p>}
      {source ? <p className={styles.detail}>{source}</p> : null}
    </>
  );
};

/** Widest that a tip gets, and px between it and the pointer. */
const tipWidth = 300;
const tipGap = 14;

interface Props {
  pointed: Pointed;
  /** Size of the canvas in px: the tip turns to the side that has room. */
  within: { width: number; height: number };
}

/** What the pointer rests on, in words, beside the pointer. */
export const CanvasTip = ({ pointed: { target, at }, within }: Props) => {
  const left = at.x + tipGap + tipWidth > within.width;
  const up = at.y > within.height * 0.62;
  const style = {
    left: Math.min(Math.max(left ? at.x - tipGap : at.x + tipGap, left ? Math.min(tipWidth, within.width) : 0), within.width),
    top: up ? at.y - tipGap : at.y + tipGap,
    translate: `${left ? '-100%' : '0'} ${up ? '-100%' : '0'}`,
  };
  return (
    <div className={classes(styles.tip, target.kind === 'node' && styles.late)} style={style} role="tooltip">
      {target.kind === 'node' ? <NodeWords id={target.id} /> : <LinkWords id={target.id} />}
    </div>
  );
};
