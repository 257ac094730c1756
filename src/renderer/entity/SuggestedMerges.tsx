import { Combine } from 'lucide-react';
import { useState } from 'react';
import type { SuggestedEntity, Suggestion, Suggestions } from '../../shared/views-corrections.ts';
import { useApp } from '../state/app.ts';
import { useAsked } from '../state/asked.ts';
import { aType } from '../state/correction-words.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureState } from '../ui/FailureState.tsx';
import { formatCount, plural } from '../ui/format.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import { nodeTypeLabels } from '../ui/types.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { Source } from './Source.tsx';
import styles from './SuggestedMerges.module.css';

/** Suggestions shown before one asks for more. */
const first = 20;

const Side = ({ side: { node, examples } }: { side: SuggestedEntity }) => {
  const entityOpened = useApp((app) => app.entityOpened);
  const articleOpened = useApp((app) => app.articleOpened);
  return (
    <div className={styles.side} data-type={node.type}>
      <p className={styles.who}>
        <TypeGlyph type={node.type} size={15} />
        <Button look="link" className={styles.name} onClick={() => entityOpened(node.id)}>
          {node.name}
        </Button>
        <span className={styles.facts}>{`${nodeTypeLabels[node.type].one} · ${plural(node.articles, 'article')}`}</span>
      </p>
      {examples.map(({ article, sentence }) => (
        <blockquote key={`${article.id} ${sentence.start}`} className={styles.quote}>
          <p>
            {sentence.marks.map((mark, at) => (
              <span key={mark.start}>
                {sentence.text.slice(sentence.marks[at - 1]?.end ?? 0, mark.start)}
                <mark className={styles.here}>{sentence.text.slice(mark.start, mark.end)}</mark>
              </span>
            ))}
            {sentence.text.slice(sentence.marks.at(-1)?.end ?? 0)}
          </p>
          <Button
            look="link"
            size="small"
            className={styles.source}
            aria-label={`Open ${article.title}`}
            onClick={() => articleOpened(article.id, { at: { start: sentence.start, end: sentence.end } })}
          >
            <Source article={article} />
          </Button>
        </blockquote>
      ))}
    </div>
  );
};

const One = ({ suggestion }: { suggestion: Suggestion }) => {
  const entityCorrected = useApp((app) => app.entityCorrected);
  const suggestionRefused = useApp((app) => app.suggestionRefused);
  const problemOccurred = useApp((app) => app.problemOccurred);
  const busy = useApp((app) => app.corrections.making > 0);
  const readOnly = useApp((app) => app.library.status?.readOnly ?? false);
  const [naming, setNaming] = useState(false);
  const { a, b, reason } = suggestion;
  const accept = async () => {
    const { name, type } = a.node;
    const failure = await entityCorrected({ verb: 'merge', entities: [a.node.id, b.node.id], name, type });
    if (failure) problemOccurred('They could not be merged', failure);
  };
  const sameName = a.node.name === b.node.name;
  const names = `${b.node.name} and ${a.node.name}`;
  return (
    <li className={styles.suggestion}>
      <p className={styles.reason}>{reason}</p>
      <Side side={a} />
      <Side side={b} />
      <div className={styles.actions}>
        <Button size="small" look="primary" disabled={readOnly || busy} aria-label={`Accept: merge ${names}`} onClick={() => void accept()}>
          {sameName ? `Merge as ${aType[a.node.type]}` : `Merge as ${a.node.name}`}
        </Button>
        <Button size="small" disabled={readOnly || busy} aria-label={`Choose how to merge ${names}`} onClick={() => setNaming(true)}>
          {sameName ? 'Other type or name…' : 'Other name…'}
        </Button>
        <Button
          size="small"
          look="quiet"
          disabled={readOnly || busy}
          aria-label={`Refuse: ${names} are not the same`}
          onClick={() => void suggestionRefused(a.node.id, b.node.id)}
        >
          Not the same
        </Button>
      </div>
      {naming ? <MergeDialog entity={a.node} others={[b.node]} onClose={() => setNaming(false)} /> : null}
    </li>
  );
};

/** Entities that may be one, each with its reason and sentences of both, to accept or refuse. */
export const SuggestedMerges = () => {
  const [limit, setLimit] = useState(first);
  const { value, loading } = useAsked('suggestions', { limit });
  // what was answered last stays while a correction has the list asked for anew
  const [kept, setKept] = useState<Suggestions | null>(value);
  if (value !== null && value !== kept) setKept(value);
  const shown = value ?? kept;
  if (loading.state === 'failed') return <FailureState title="The suggestions could not be listed" failure={loading.failure} />;
  if (!shown) return <Skeleton lines={8} label="Looking for entities that may be one" />;
  if (shown.total === 0) {
    return (
      <EmptyState
        icon={Combine}
        title="No two entities look like one"
        detail={
          shown.refused === 0
            ? undefined
            : `${plural(shown.refused, 'suggestion was', 'suggestions were')} refused; the list of corrections undoes that`
        }
      />
    );
  }
  return (
    <>
      <ul className={styles.list} aria-label="Suggested merges">
        {shown.items.map((suggestion) => (
          <One key={`${suggestion.a.node.id} ${suggestion.b.node.id}`} suggestion={suggestion} />
        ))}
      </ul>
      {shown.items.length < shown.total && limit < 100 ? (
        <Button look="quiet" size="small" className={styles.more} onClick={() => setLimit(Math.min(100, limit + first))}>
          {`Show more of ${formatCount(shown.total)}`}
        </Button>
      ) : null}
    </>
  );
};
