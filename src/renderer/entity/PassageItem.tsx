import { type KeyboardEvent, useId } from 'react';
import type { NodeId, NodeType } from '../../shared/model.ts';
import type { Passage, PassagePart } from '../../shared/views.ts';
import { useApp } from '../state/app.ts';
import { Attributes } from './Attributes.tsx';
import styles from './PassageItem.module.css';
import { Source } from './Source.tsx';
import { WhyLink } from './WhyLink.tsx';
import { WrongRelation } from './WrongRelation.tsx';
import { attributesOf } from './why.ts';

export type Types = ReadonlyMap<NodeId, NodeType>;

/** A sentence with the names of both ends in their types' tints. */
const Sentence = ({ part, types }: { part: PassagePart; types: Types }) => {
  const marks = part.marks.filter((mark, at) => mark.start >= (part.marks[at - 1]?.end ?? 0) && mark.end <= part.text.length);
  const tail = part.text.slice(marks.at(-1)?.end ?? 0);
  return (
    <p>
      {marks.map((mark, at) => (
        <span key={mark.start}>
          {part.text.slice(marks[at - 1]?.end ?? 0, mark.start)}
          <mark className={styles.name} data-type={types.get(mark.node)}>
            {part.text.slice(mark.start, mark.end)}
          </mark>
        </span>
      ))}
      {tail}
    </p>
  );
};

interface Props {
  passage: Passage;
  types: Types;
  /** What its group states, by name; empty where it states nothing. */
  says: string;
  /** Its place among all passages of the evidence. */
  index: number;
  /** Whether Tab leads here. */
  current: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One passage: what is said, and by whom. A click anywhere on it opens its article there. */
export const PassageItem = ({ passage, types, says, index, current, onFocus, onKeyDown }: Props) => {
  const passageOpened = useApp((app) => app.passageOpened);
  const quote = useId();
  const source = useId();
  const { article, parts, relation } = passage;
  return (
    <li className={styles.passage}>
      <blockquote id={quote} className={styles.quote}>
        {parts.map((part) => (
          <Sentence key={part.start} part={part} types={types} />
        ))}
      </blockquote>
      <Attributes attributes={attributesOf(relation).map(({ attribute, words }) => ({ attribute, words: [words] }))} />
      <div className={styles.foot}>
        <a
          id={source}
          className={styles.open}
          href={`#${article.id}`}
          aria-labelledby={`${quote} ${source}`}
          tabIndex={current ? 0 : -1}
          data-passage={index}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          onClick={(event) => {
            event.preventDefault();
            passageOpened(index);
          }}
        >
          <Source article={article} also={article.title} />
        </a>
        {relation ? <WrongRelation passage={{ ...passage, relation }} says={says} current={current} /> : null}
        {relation ? <WhyLink relation={relation} current={current} /> : null}
      </div>
    </li>
  );
};
