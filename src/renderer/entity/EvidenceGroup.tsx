import { type KeyboardEvent, useId, useState } from 'react';
import type { Polarity } from '../../shared/relations.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { formatCount, plural } from '../ui/format.ts';
import { Attributes } from './Attributes.tsx';
import styles from './EvidencePage.module.css';
import { byStory, type PlacedPassage, type PolarityGroup, polarityInWords, type StoryPassages } from './evidence.ts';
import { PassageItem, type Types } from './PassageItem.tsx';
import badge from './StatusBadge.module.css';
import { attributesTogether } from './why.ts';

/** Sentences of one group listed before one asks for all. */
const first = 50;

/** The look of a polarity: as the graph draws its lines. */
const looks: Record<Polarity | 'together', string | undefined> = {
  completed: badge.completed,
  announced: badge.announced,
  planned: badge.rumoured,
  denied: badge.denied,
  ended: badge.ended,
  together: badge.ended,
};

interface Reading {
  types: Types;
  /** What the group states, by name; empty where it states nothing. */
  says: string;
  /** The passage that Tab leads to, by its place. */
  current: number;
  onFocus: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const Passages = ({ passages, reading }: { passages: readonly PlacedPassage[]; reading: Reading }) => {
  const { types, says, current, onFocus, onKeyDown } = reading;
  return passages.map(({ passage, at }) => (
    <PassageItem
      key={at}
      passage={passage}
      types={types}
      says={says}
      index={at}
      current={at === current}
      onFocus={() => onFocus(at)}
      onKeyDown={onKeyDown}
    />
  ));
};

/** The sentences of a story: its newest report, and the others folded behind it. */
const Story = ({ story, reading }: { story: StoryPassages; reading: Reading }) => {
  const [open, setOpen] = useState(false);
  const { first: newest, others, reports } = story;
  const toggle = () => {
    // what Tab leads to must not be folded away
    if (open && newest[0] && others.some(({ at }) => at === reading.current)) reading.onFocus(newest[0].at);
    setOpen(!open);
  };
  return (
    <>
      <Passages passages={newest} reading={reading} />
      {reports > 0 ? (
        <li className={styles.others}>
          <Button look="quiet" size="small" aria-expanded={open} onClick={toggle}>
            {open ? 'Fold the other reports away' : `and ${plural(reports, 'more report')} of this story`}
          </Button>
        </li>
      ) : null}
      {open ? <Passages passages={others} reading={reading} /> : null}
    </>
  );
};

interface Props {
  polarity: PolarityGroup;
  reading: Reading;
  /** Whether all that were fetched are listed; what is still missing then is beyond what one page can show. */
  whole: boolean;
}

/** All that says the same of whether a statement holds: its counts, and its sentences, newest first. */
export const EvidenceGroup = ({ polarity: { group, passages }, reading, whole }: Props) => {
  const allEvidenceRequested = useApp((app) => app.allEvidenceRequested);
  const heading = useId();
  const shown = whole ? passages : passages.slice(0, first);
  const cut = shown.length < group.total;
  // where no sentence of an article names both, its two nearest stand together
  const unit = group.relation ? 'sentence' : 'passage';
  return (
    <section className={styles.polarity} aria-labelledby={heading}>
      <h3 id={heading} className={styles.holds}>
        {group.relation ? <span className={classes(badge.badge, looks[group.polarity])}>{polarityInWords(group)}</span> : null}
        <span className={styles.figure}>
          {`${plural(group.total, unit)} in ${plural(group.articles, 'article')}, ${plural(group.stories, 'story', 'stories')}`}
        </span>
      </h3>
      {group.passages.length > 1 ? <Attributes attributes={attributesTogether(group.passages)} /> : null}
      <ol className={styles.passages}>
        {byStory(shown).map((story) => (
          <Story key={story.first[0]?.at} story={story} reading={reading} />
        ))}
      </ol>
      {cut && !whole ? (
        <Button look="quiet" size="small" className={styles.more} onClick={allEvidenceRequested}>
          {`Show all ${plural(group.total, unit)}`}
        </Button>
      ) : null}
      {cut && whole ? (
        <p className={styles.cut}>{`These are the newest ${formatCount(shown.length)} of ${formatCount(group.total)}`}</p>
      ) : null}
    </section>
  );
};
