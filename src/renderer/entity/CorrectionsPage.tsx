import { SpellCheck2 } from 'lucide-react';
import { useState } from 'react';
import type { Correction } from '../../shared/corrections.ts';
import { useApp } from '../state/app.ts';
import { useAsked } from '../state/asked.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { formatCount, plural } from '../ui/format.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { Correcting } from './Correcting.tsx';
import { CorrectionLines } from './CorrectionLines.tsx';
import page from './page.module.css';
import { Section } from './Section.tsx';
import { SuggestedMerges } from './SuggestedMerges.tsx';

const Made = ({ corrections }: { corrections: readonly Correction[] }) => {
  if (corrections.length === 0) {
    return (
      <EmptyState
        icon={SpellCheck2}
        title="What you correct will be listed here"
        detail={
          <>
            Where a name in an article was taken for the wrong thing, right-click it, or press <Kbd keys="w" /> on it; an entity’s card has
            “Correct…”, and each sentence behind a link “Wrong relation”
          </>
        }
      />
    );
  }
  const holding = corrections.filter(({ undoneAt }) => undoneAt === null);
  const undone = corrections.filter(({ undoneAt }) => undoneAt !== null);
  return (
    <>
      {holding.length === 0 ? null : <CorrectionLines label="Corrections" corrections={holding} />}
      {undone.length === 0 ? null : (
        <Section title="Undone" count={undone.length}>
          <CorrectionLines label="Undone corrections" corrections={undone} />
        </Section>
      )}
    </>
  );
};

const says = (corrections: readonly Correction[]): string => {
  const holding = corrections.filter(({ undoneAt }) => undoneAt === null).length;
  if (corrections.length === 0) return 'Nothing was corrected so far.';
  if (holding === 0) return 'None holds; all were undone.';
  const stays = holding === 1 ? 'It stays' : 'They stay';
  return `${plural(holding, 'correction holds', 'corrections hold')}. ${stays} when articles are imported or read again.`;
};

/** All corrections of the library, newest first: those that hold, and below them those that were undone; and merges that are suggested. */
export const CorrectionsPage = ({ corrections }: { corrections: readonly Correction[] }) => {
  const readOnly = useApp((app) => app.library.status?.readOnly ?? false);
  const [shown, setShown] = useState<'made' | 'suggested'>('made');
  const { value: suggestions } = useAsked('suggestions', { limit: 0 });
  const [suggested, setSuggested] = useState<number | null>(null);
  if (suggestions && suggestions.total !== suggested) setSuggested(suggestions.total);
  const count = (words: string, many: number | null) => (many === null ? words : `${words} (${formatCount(many)})`);
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1 className={page.name}>Corrections</h1>
        <p className={page.facts}>
          {says(corrections)}
          {readOnly ? <span className={page.quiet}> This library is open for reading only: nothing can be changed here.</span> : null}
        </p>
        <div className={page.actions}>
          <Segmented
            label="What to list"
            value={shown}
            onChange={setShown}
            options={[
              { value: 'made', label: count('Made', corrections.length) },
              { value: 'suggested', label: count('Suggested merges', suggested) },
            ]}
          />
        </div>
        <Correcting />
      </header>
      {shown === 'made' ? <Made corrections={corrections} /> : <SuggestedMerges />}
    </div>
  );
};
