import { SpellCheck2 } from 'lucide-react';
import type { Correction } from '../../shared/corrections.ts';
import { useApp } from '../state/app.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { plural } from '../ui/format.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { CorrectionLines } from './CorrectionLines.tsx';
import page from './page.module.css';
import { Section } from './Section.tsx';

/** All corrections of the library, newest first: those that hold, and below them those that were undone. */
export const CorrectionsPage = ({ corrections }: { corrections: readonly Correction[] }) => {
  const readOnly = useApp((app) => app.library.status?.readOnly ?? false);
  if (corrections.length === 0) {
    return (
      <EmptyState
        icon={SpellCheck2}
        title="What you correct will be listed here"
        detail={
          <>
            Where a name in an article was taken for the wrong thing, right-click it, or press <Kbd keys="w" /> on it
          </>
        }
      />
    );
  }
  const holding = corrections.filter(({ undoneAt }) => undoneAt === null);
  const undone = corrections.filter(({ undoneAt }) => undoneAt !== null);
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1 className={page.name}>Corrections</h1>
        <p className={page.facts}>
          {holding.length === 0 ? 'None holds; all were undone.' : `${plural(holding.length, 'correction holds', 'corrections hold')}.`}{' '}
          <span className={page.quiet}>
            {readOnly
              ? 'This library is open for reading only: none can be undone here.'
              : holding.length === 0
                ? null
                : `${holding.length === 1 ? 'It stays' : 'They stay'} when articles are imported or read again.`}
          </span>
        </p>
      </header>
      {holding.length === 0 ? null : <CorrectionLines label="Corrections" corrections={holding} />}
      {undone.length === 0 ? null : (
        <Section title="Undone" count={undone.length}>
          <CorrectionLines label="Undone corrections" corrections={undone} />
        </Section>
      )}
    </div>
  );
};
