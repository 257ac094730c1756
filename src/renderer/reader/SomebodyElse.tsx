import { Command } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import type { Verdict } from '../../shared/corrections.ts';
import type { EntityHit, MentionCard } from '../../shared/views.ts';
import { useHost } from '../state/app.ts';
import { latestOnly } from '../state/latest.ts';
import { plural } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import styles from './SomebodyElse.module.css';
import { type Candidate, knownCandidates, newCandidates } from './somebody.ts';

/** Entities that a search offers. */
const mostFound = 8;

/** Entities that go by a name; null while nothing is typed. The newest query wins, the last answer stays until the next is here. */
const useFound = (query: string): { hits: readonly EntityHit[] | null; settled: boolean } => {
  const host = useHost();
  const [newest] = useState(latestOnly);
  const [found, setFound] = useState<{ query: string; hits: readonly EntityHit[] | null }>({ query: '', hits: null });
  useEffect(() => {
    const wanted = query.trim();
    void newest(async () => (wanted === '' ? null : host.core.search({ query: wanted, entities: mostFound, articles: 0 })), {
      arrived: (answer) => setFound({ query, hits: answer?.entities ?? null }),
      // somebody new can be named whatever the search says
      failed: () => setFound({ query, hits: [] }),
    });
  }, [query, host, newest]);
  return { hits: query.trim() === '' ? null : found.hits, settled: found.query === query };
};

const Line = ({ candidate }: { candidate: Candidate }) => {
  const { type, name, articles, alias } = candidate;
  if (articles === null) {
    return (
      <>
        <TypeGlyph type={type} />
        <span className={styles.words}>{`New ${type}`}</span>
      </>
    );
  }
  return (
    <>
      <TypeGlyph type={type} labelled />
      <MiddleTruncate text={name} className={styles.words} />
      <span className={styles.detail}>{alias === null ? plural(articles, 'article') : `${alias} · ${plural(articles, 'article')}`}</span>
    </>
  );
};

interface Props {
  card: MentionCard;
  busy: boolean;
  onChosen: (verdict: Verdict) => void;
}

/** Whom the name means instead: others of that name, any entity of the library, or somebody new. */
export const SomebodyElse = ({ card, busy, onChosen }: Props) => {
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState('');
  // until the user moves, the first line is what Enter takes, also when better ones arrive
  const moved = useRef(false);
  const { hits, settled } = useFound(query);
  const name = query.trim() === '' ? card.text : query.trim();
  const groups = [
    { heading: query.trim() === '' ? 'Of the same name' : 'In the library', items: knownCandidates(card, hits) },
    { heading: `New, called “${name}”`, items: newCandidates(name, card.type) },
  ].filter(({ items }) => items.length > 0);
  const items = groups.flatMap((group) => group.items);
  const active = items.some(({ value }) => value === picked) ? picked : (items[0]?.value ?? '');
  // Enter came before the answer did: it means a line of that answer, not of the one still shown
  const [awaited, setAwaited] = useState<string | null>(null);
  useEffect(() => {
    if (awaited === null || !settled) return;
    setAwaited(null);
    const meant = items.find(({ value }) => value === active);
    if (awaited === query && meant) onChosen(meant.verdict);
  }, [awaited, settled, query, items, active, onChosen]);
  return (
    <Command
      className={styles.somebody}
      label="Whom the name means"
      shouldFilter={false}
      loop
      vimBindings={false}
      value={active}
      onValueChange={(value) => {
        if (moved.current) setPicked(value);
      }}
      onKeyDown={(event) => {
        if (event.key.startsWith('Arrow')) moved.current = true;
        if (event.key !== 'Enter' || settled) return;
        event.preventDefault();
        setAwaited(query);
      }}
      onPointerMove={() => {
        moved.current = true;
      }}
    >
      <Command.Input
        className={styles.input}
        placeholder="Search, or type a new name"
        value={query}
        maxLength={200}
        autoFocus
        onValueChange={(value) => {
          moved.current = false;
          setPicked('');
          setQuery(value);
        }}
      />
      <Command.List className={styles.list} label="Suggestions">
        {groups.map(({ heading, items }) => (
          <Command.Group key={heading} heading={heading} className={styles.group}>
            {items.map((candidate) => (
              <Command.Item
                key={candidate.value}
                value={candidate.value}
                className={styles.item}
                disabled={busy}
                onSelect={() => onChosen(candidate.verdict)}
              >
                <Line candidate={candidate} />
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
};
