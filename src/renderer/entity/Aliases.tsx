import { useState } from 'react';
import type { EntityAlias } from '../../shared/views.ts';
import { Button } from '../ui/Button.tsx';
import { formatCount } from '../ui/format.ts';
import styles from './page.module.css';

interface Props {
  name: string;
  aliases: readonly EntityAlias[];
}

/** Names shown before one asks for the rest. */
const first = 5;

/** By which other names texts call an entity, with how often; nothing where there are none. */
export const Aliases = ({ name, aliases }: Props) => {
  const [whole, setWhole] = useState(false);
  const others = aliases.filter((alias) => alias.name !== name);
  const shown = whole ? others : others.slice(0, first);
  if (others.length === 0) return null;
  return (
    <p className={styles.facts}>
      {shown.map((alias, at) => (
        <span key={alias.name}>
          {at === 0 ? 'Also ' : ', '}
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
