import { type ReactNode, startTransition, useEffect, useMemo, useState } from 'react';
import type { Block, Span } from '../../shared/model.ts';
import type { ArticleView } from '../../shared/views.ts';
import { classes } from '../ui/classes.ts';
import { type Chunk, chunksOf, type Numbered, type Piece, piecesOf } from './flow.ts';
import { blockAt, type Layer } from './layers.ts';
import { Runs } from './Runs.tsx';
import styles from './Text.module.css';

/** What holds over the text, block by block. */
export interface Marks {
  own: readonly Layer[];
  evidence: readonly Layer[];
  words: readonly Layer[];
  found: readonly Layer[];
  current: Span | null;
  /** Whether names are marked. */
  names: boolean;
}

const nothing: Layer = [];

/** One block of the article with all its marks. */
export const BlockRuns = ({ article, marks, index }: { article: ArticleView; marks: Marks; index: number }) => {
  const block = article.blocks[index];
  if (!block) return null;
  const { current } = marks;
  return (
    <Runs
      text={article.text}
      block={block}
      own={marks.own[index] ?? nothing}
      evidence={marks.evidence[index] ?? nothing}
      words={marks.words[index] ?? nothing}
      found={marks.found[index] ?? nothing}
      current={current && current.start < block.end && current.end > block.start ? current : null}
      marks={marks.names}
    />
  );
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
/** Chunks drawn at once; the rest follow while the window is idle. */
const atOnce = 2;
/** A chunk's height before it is laid out: letters on a line, px of a line. */
const estimatedHeight = (chunk: Chunk) => Math.round((chunk.length / 46) * 29);

/** How many chunks are drawn: some at once, those up to `wanted` as soon as it is asked for, the rest step by step. */
const useDrawn = (chunks: readonly Chunk[], wanted: number): number => {
  const [drawn, setDrawn] = useState(atOnce);
  const least = Math.max(drawn, wanted + 1);
  useEffect(() => {
    if (least >= chunks.length) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(least + 1)));
    return () => clearTimeout(timer);
  }, [least, chunks.length]);
  return Math.min(least, chunks.length);
};

interface Props {
  article: ArticleView;
  marks: Marks;
  /** A place of the text that must be there: where one is about to go. */
  wanted: number | null;
}

/** The body of an article. Long ones come in step by step, so that 100,000 words don't hold up the window. */
export const Text = ({ article, marks, wanted }: Props) => {
  const chunks = useMemo(() => chunksOf(piecesOf(article.blocks)), [article]);
  const block = wanted === null ? 0 : blockAt(article.blocks, wanted);
  const drawn = useDrawn(
    chunks,
    chunks.findIndex((chunk) => chunk.last >= block),
  );
  const long = article.text.length > longText;
  return (
    <div className={classes(styles.text, long && styles.long)}>
      {chunks.slice(0, drawn).map((chunk) => (
        <div
          key={chunk.first}
          className={styles.chunk}
          style={long ? { containIntrinsicSize: `auto ${estimatedHeight(chunk)}px` } : undefined}
        >
          {chunk.pieces.map((piece) => (
            <PieceOf
              key={piece.blocks[0]?.index}
              piece={piece}
              runs={({ index }) => <BlockRuns article={article} marks={marks} index={index} />}
            />
          ))}
        </div>
      ))}
    </div>
  );
};
