import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react';
import type { Block, Span } from '../../shared/model.ts';
import type { ArticleView } from '../../shared/views.ts';
import { classes } from '../ui/classes.ts';
import { type Chunk, chunksOf, type Numbered, type Piece, piecesOf } from './flow.ts';
import { type Layer, nothing } from './layers.ts';
import { Runs } from './Runs.tsx';
import type { Stretches } from './stretches.ts';
import styles from './Text.module.css';

/** What holds over the text, stretch by stretch. */
export interface Marks {
  stretches: Stretches;
  own: readonly Layer[];
  evidence: readonly Layer[];
  words: readonly Layer[];
  found: readonly Layer[];
  current: Span | null;
  /** Whether names are marked. */
  names: boolean;
}

interface BlockProps {
  article: ArticleView;
  marks: Marks;
  index: number;
  /** Whether a stretch has its marks by now; until then its text stands there alone. */
  live: (span: Span) => boolean;
}

/** A block of more stretches came without paragraphs: each stretch is set as one. */
const paragraphOfStretches = 3;

/** One block of the article with all its marks. */
export const BlockRuns = ({ article, marks, index, live }: BlockProps) => {
  const { current, stretches } = marks;
  const from = stretches.first[index] ?? 0;
  const own = stretches.spans.slice(from, stretches.first[index + 1]);
  return own.map((span, at) => {
    const number = from + at;
    const marked = live(span);
    const runs = (
      <Runs
        key={span.start}
        text={article.text}
        span={span}
        own={(marked ? marks.own[number] : null) ?? nothing}
        evidence={(marked ? marks.evidence[number] : null) ?? nothing}
        words={(marked ? marks.words[number] : null) ?? nothing}
        found={(marked ? marks.found[number] : null) ?? nothing}
        current={current && current.start < span.end && current.end > span.start ? current : null}
        marks={marks.names}
      />
    );
    return own.length > paragraphOfStretches ? (
      <span key={span.start} className={styles.stretch}>
        {runs}
      </span>
    ) : (
      runs
    );
  });
};

/** The article's own title is the first heading; what stands in the text comes below it. */
const Heading = ({ block, children }: { block: Block; children: ReactNode }) => {
  const level = Math.min(4, Math.max(2, block.level ?? 2));
  if (level === 2) return <h2>{children}</h2>;
  return level === 3 ? <h3>{children}</h3> : <h4>{children}</h4>;
};

const PieceOf = ({ piece, runs }: { piece: Piece; runs: (numbered: Numbered) => ReactNode }) => {
  const [first] = piece.blocks;
  if (!first) return null;
  switch (piece.kind) {
    case 'heading':
      return <Heading block={first.block}>{runs(first)}</Heading>;
    case 'paragraph':
      return <p>{runs(first)}</p>;
    case 'code':
      return (
        <pre>
          <code>{runs(first)}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          {piece.blocks.map((each) => (
            <p key={each.index}>{runs(each)}</p>
          ))}
        </blockquote>
      );
    case 'list':
      return (
        <ul>
          {piece.blocks.map((each) => (
            <li key={each.index}>{runs(each)}</li>
          ))}
        </ul>
      );
  }
};

/** Text above which only what is near the window is laid out, in UTF-16 units: some 10,000 words. */
const longText = 60_000;
/** Text drawn at once, and then at a time, in UTF-16 units: some six screens. */
const atOnce = 16_000;
/** What is drawn before and behind a place that one goes to. */
const near = 6000;
/** A chunk's height before it is laid out: letters on a line, px of a line. */
const estimatedHeight = (chunk: Chunk) => Math.round((chunk.length / 46) * 29);

/** The place up to which the text has its marks: some at once, the rest step by step. */
const useMarkedTo = (length: number): number => {
  const [to, setTo] = useState(atOnce);
  useEffect(() => {
    if (to >= length) return;
    const timer = setTimeout(() => startTransition(() => setTo(to + atOnce)));
    return () => clearTimeout(timer);
  }, [to, length]);
  return to;
};

interface Props {
  article: ArticleView;
  marks: Marks;
  /** A place of the text that must be there: where one is about to go. */
  wanted: number;
}

/** The body of an article. Long ones come in step by step, so that 100,000 words don't hold up the window. */
export const Text = ({ article, marks, wanted }: Props) => {
  const chunks = useMemo(() => chunksOf(piecesOf(article.blocks)), [article]);
  const to = useMarkedTo(article.text.length);
  const live = ({ start, end }: Span) => start < to || (start < wanted + near && end > wanted - near);
  const long = article.text.length > longText;
  return (
    <div className={classes(styles.text, long && styles.long)}>
      {chunks
        .filter((chunk) => chunk.start < Math.max(to, wanted + near))
        .map((chunk) => (
          <div
            key={chunk.start}
            className={styles.chunk}
            style={long ? { containIntrinsicSize: `auto ${estimatedHeight(chunk)}px` } : undefined}
          >
            {chunk.pieces.map((piece) => (
              <PieceOf
                key={piece.blocks[0]?.index}
                piece={piece}
                runs={({ index }) => <BlockRuns article={article} marks={marks} index={index} live={live} />}
              />
            ))}
          </div>
        ))}
    </div>
  );
};
