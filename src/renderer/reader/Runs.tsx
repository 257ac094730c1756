import { Fragment, memo, type ReactNode } from 'react';
import type { Span } from '../../shared/model.ts';
import { classes } from '../ui/classes.ts';
import type { Layer, Thing } from './layers.ts';
import { placeText } from './mention-place.ts';
import styles from './Runs.module.css';
import { grouped, type Run, segments } from './segments.ts';

type Kind = Thing['kind'];
const held = <Wanted extends Kind>(run: Run<Thing>, kind: Wanted): Extract<Thing, { kind: Wanted }> | null =>
  (run.holds.find((thing) => thing.kind === kind) as Extract<Thing, { kind: Wanted }> | undefined) ?? null;

interface Props {
  text: string;
  /** The stretch of the text to draw. */
  span: Span;
  /** Its mentions and links. */
  own: Layer;
  /** The sentence that the article was opened at. */
  evidence: Layer;
  words: Layer;
  found: Layer;
  /** The place that find or the words' strip stands at. */
  current: Span | null;
  /** Whether names are marked. */
  marks: boolean;
}

/** The text of one run, marked where it was searched for. */
const Words = ({ text, run, current }: { text: string; run: Run<Thing>; current: Span | null }) => {
  const said = text.slice(run.start, run.end);
  const here = current !== null && run.start >= current.start && run.end <= current.end;
  if (here) {
    return (
      <mark className={styles.current} data-current="">
        {said}
      </mark>
    );
  }
  if (held(run, 'found')) return <mark className={styles.found}>{said}</mark>;
  return held(run, 'word') ? <mark>{said}</mark> : said;
};

/** A mention inside a link: the link is what a click means, the name keeps its underline. */
const Named = ({ run, marks, children }: { run: Run<Thing>; marks: boolean; children: ReactNode }) => {
  const mention = marks ? held(run, 'mention') : null;
  return mention ? (
    <span className={styles.named} data-type={mention.mention.type} data-mention={placeText(mention.mention)}>
      {children}
    </span>
  ) : (
    children
  );
};

/** A link or a name with all its runs. Clicks and hovering are heard by the text as a whole: thousands of these are cheap. */
const Group = ({ thing, marks, children }: { thing: Thing | null; marks: boolean; children: ReactNode }) => {
  if (thing?.kind === 'link') {
    const { link, number } = thing;
    return (
      <a className={classes(styles.link, link.article ? styles.inside : styles.outside)} href={link.href} data-link={number}>
        {children}
      </a>
    );
  }
  if (thing?.kind === 'mention' && marks) {
    const { entity, type } = thing.mention;
    return (
      <a
        className={styles.mention}
        href={`#${entity}`}
        tabIndex={thing.lead ? 0 : -1}
        data-entity={entity}
        data-mention={placeText(thing.mention)}
        data-type={type}
        draggable={false}
      >
        {children}
      </a>
    );
  }
  return children;
};

/** A stretch of text, cut where names, links, evidence and search marks begin and end. */
export const Runs = memo(({ text, span, own, evidence, words, found, current, marks }: Props) => {
  const here: Layer = current ? [{ ...current, thing: { kind: 'found' } }] : [];
  const runs = segments(span, [...own, ...evidence, ...words, ...found, ...here]);
  return grouped(runs, (run) => held(run, 'evidence')).map((sentence) => {
    const groups = grouped(sentence.items, (run): Thing | null => held(run, 'link') ?? held(run, 'mention'));
    const inside = groups.map(({ key: thing, items }) => (
      <Group key={items[0]?.start} thing={thing} marks={marks}>
        {items.map((run) => {
          const said = <Words key={run.start} text={text} run={run} current={current} />;
          return thing?.kind === 'link' ? (
            <Named key={run.start} run={run} marks={marks}>
              {said}
            </Named>
          ) : (
            said
          );
        })}
      </Group>
    ));
    const start = sentence.items[0]?.start;
    return sentence.key ? (
      <Fragment key={start}>
        <mark className={styles.evidence} data-evidence="" tabIndex={-1} style={{ anchorName: `--sentence-${start}` }}>
          {inside}
        </mark>
        <span className={styles.bar} aria-hidden="true" style={{ positionAnchor: `--sentence-${start}` }} />
      </Fragment>
    ) : (
      <Fragment key={start}>{inside}</Fragment>
    );
  });
});
