import { useState } from 'react';
import type { EntityAlias } from '../../shared/views.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount } from '../ui/format.ts';
import styles from './page.module.css';

interface Props {
  type: string;
  name: string;
  aliases: readonly EntityAlias[];
}

/** Names shown before one asks for the rest. */
const first = 5;

/** The type, and by which other names texts call it, with how often. */
export const Aliases = ({ type, name, aliases }: Props) => {
  const [whole, setWhole] = useState(false);
  const others = aliases.filter((alias) => alias.name !== name);
  const shown = whole ? others : others.slice(0, first);
  return (
    <p className={styles.facts}>
      {type}
      {shown.map((alias, at) => (
        <span key={alias.name}>
          {at === 0 ? ' · also ' : ', '}
          {alias.name} <span className={styles.figure}>{formatCount(alias.count)}</span>
        </span>
      ))}
      {shown.length < others.length ? (
        <>
          {', '}
          <Button look="link" size="small" onClick={() => setWhole(true)}>
            {`${formatCount(others.length - shown.length)} more`}
          </Button>
        </>
      ) : null}
    </p>
  );
};
