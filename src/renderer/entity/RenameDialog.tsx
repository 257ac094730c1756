import { useId, useState } from 'react';
import styles from './Correct.module.css';
import { CorrectDialog } from './CorrectDialog.tsx';
import type { PickedEntity } from './EntityPicker.tsx';

/** Asks for another name of an entity. */
export const RenameDialog = ({ entity, onClose }: { entity: PickedEntity; onClose: () => void }) => {
  const [name, setName] = useState(entity.name);
  const input = useId();
  const wanted = name.trim();
  return (
    <CorrectDialog
      title={`Rename ${entity.name}`}
      action="Rename"
      verdict={wanted === '' || wanted === entity.name ? null : { verb: 'rename', entity: entity.id, name: wanted }}
      onClose={onClose}
    >
      <div className={styles.field}>
        <label htmlFor={input} className={styles.label}>
          Name
        </label>
        <input
          id={input}
          className={styles.input}
          value={name}
          maxLength={200}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        <p className={styles.hint}>Articles keep their own words; search goes on finding it by all its names.</p>
      </div>
    </CorrectDialog>
  );
};
