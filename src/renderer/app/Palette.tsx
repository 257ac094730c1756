import { Command } from 'cmdk';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useApp, useAppStore, useHost } from '../state/app.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { MiddleTruncate } from '../ui/MiddleTruncate.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import styles from './Palette.module.css';
import type { PaletteItem } from './palette-items.ts';
import { pathEndsIn } from './palette-path.ts';
import { usePaletteGroups } from './usePaletteGroups.ts';

const Line = ({ item }: { item: PaletteItem }) => {
  const Icon = item.icon;
  return (
    <>
      {item.type === undefined ? null : <TypeGlyph type={item.type} />}
      {Icon ? <Icon size={15} strokeWidth={1.75} aria-hidden="true" /> : null}
      <MiddleTruncate text={item.title} />
      {item.detail === undefined ? null : <span className={styles.detail}>{item.detail}</span>}
      {item.keys === undefined ? null : (
        <span className={styles.keys}>
          <Kbd keys={item.keys} />
        </span>
      )}
    </>
  );
};

/** Why there is no line. */
const noneWords = (query: string): string => {
  if (query.trim() === '') return 'Type the name of a company, a person or a place';
  if (pathEndsIn(query).length > 0) return 'A path needs two names that the library has: path from … to …';
  return `Nothing is called “${query.trim()}”`;
};

const Inside = () => {
  const store = useAppStore();
  const host = useHost();
  const connectFrom = useApp((app) => app.chrome.connectFrom);
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState('');
  // until the user moves, the first line is what Enter takes, also when better ones arrive
  const moved = useRef(false);
  const { groups, settled } = usePaletteGroups(query, connectFrom);
  const items = groups.flatMap((group) => group.items);
  const active = items.some((item) => item.value === picked) ? picked : (items[0]?.value ?? '');

  const choose = (item: PaletteItem) => {
    if (item.fills !== undefined) {
      moved.current = false;
      setPicked('');
      setQuery(item.fills);
      return;
    }
    const app = store.getState();
    app.paletteToggled(false);
    item.choose(store.getState(), host);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') moved.current = true;
    if (event.key === 'Backspace' && query === '' && connectFrom) store.getState().paletteToggled(true);
  };

  return (
    <Command
      className={styles.palette}
      label={connectFrom ? `Connect ${connectFrom.name} with` : 'Palette'}
      shouldFilter={false}
      loop
      vimBindings={false}
      value={active}
      onValueChange={(value) => {
        if (moved.current) setPicked(value);
      }}
      onKeyDown={pressed}
      onPointerMove={() => {
        moved.current = true;
      }}
    >
      <div className={styles.top}>
        {connectFrom ? <span className={styles.mode}>Connect {connectFrom.name} with</span> : null}
        <Command.Input
          className={styles.input}
          placeholder={connectFrom ? 'Company, person, place…' : 'Go to a company, a person, an article; or do something'}
          value={query}
          maxLength={1000}
          onValueChange={(value) => {
            moved.current = false;
            setPicked('');
            setQuery(value);
          }}
        />
      </div>
      <Command.List className={styles.list} label="Suggestions">
        {groups.map((group) => (
          <Command.Group key={group.heading} heading={group.heading} className={styles.group}>
            {group.items.map((item) => (
              <Command.Item key={item.value} value={item.value} className={styles.item} onSelect={() => choose(item)}>
                <Line item={item} />
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {items.length === 0 && settled ? <p className={styles.none}>{noneWords(query)}</p> : null}
      </Command.List>
    </Command>
  );
};

/** The palette: commands, entities and articles by name, in one box. Also asks for the other end of a connection. */
export const Palette = () => {
  const open = useApp((app) => app.chrome.palette);
  const connectFrom = useApp((app) => app.chrome.connectFrom);
  const toggled = useApp((app) => app.paletteToggled);
  return (
    <Dialog
      open={open}
      onClose={() => toggled(false)}
      title={connectFrom ? `Connect ${connectFrom.name} with` : 'Palette'}
      look="bare"
      high
    >
      <Inside key={connectFrom?.id ?? 'all'} />
    </Dialog>
  );
};
