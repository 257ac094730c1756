import { useState } from 'react';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { formatCount, plural } from '../ui/format.ts';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import styles from './Statements.module.css';
import { StatusBadge } from './StatusBadge.tsx';
import { type Statement, type StatementGroup, statusesToTell } from './statements.ts';

/** Statements of one group shown before one asks for the rest. */
const first = 6;

const Line = ({ self, verb, statement }: { self: string; verb: string; statement: Statement }) => {
  const evidenceOpened = useApp((app) => app.evidenceOpened);
  const { other, statuses, sentences, link } = statement;
  const told = statusesToTell(statuses);
  const says = `${[`${self} ${verb} ${other.name}`, ...told].join(', ')}: ${plural(sentences, 'sentence')}`;
  // struck or dimmed only where nobody says otherwise
  const [only] = statuses.length === 1 ? statuses : [];
  return (
    <button
      type="button"
      className={classes(styles.statement, only && styles[only])}
      aria-label={says}
      onClick={() => evidenceOpened(link)}
    >
      <TypeGlyph type={other.type} size={14} />
      <MiddleTruncate className={styles.name} text={other.name} />
      {told.map((status) => (
        <StatusBadge key={status} status={status} />
      ))}
      <span className={styles.count} title={plural(sentences, 'sentence')}>
        {formatCount(sentences)}
      </span>
    </button>
  );
};

const Group = ({ self, group }: { self: string; group: StatementGroup }) => {
  const [whole, setWhole] = useState(false);
  const { statements, verb } = group;
  const shown = whole ? statements : statements.slice(0, first);
  return (
    <div className={styles.group}>
      <dt className={styles.verb}>{verb}</dt>
      <dd className={styles.statements}>
        {shown.map((statement) => (
          <Line key={statement.link} self={self} verb={verb} statement={statement} />
        ))}
        {shown.length < statements.length ? (
          <Button look="quiet" size="small" onClick={() => setWhole(true)}>
            {`${formatCount(statements.length - shown.length)} more`}
          </Button>
        ) : null}
      </dd>
    </div>
  );
};

/** What is stated of an entity, one line a statement: a click shows the sentences that say so. */
export const Statements = ({ self, groups }: { self: string; groups: readonly StatementGroup[] }) => (
  <dl className={styles.groups}>
    {groups.map((group) => (
      <Group key={group.key} self={self} group={group} />
    ))}
  </dl>
);
