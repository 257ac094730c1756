import { useState } from 'react';
import type { EntityType } from '../../shared/model.ts';
import styles from './Correct.module.css';
import { CorrectDialog } from './CorrectDialog.tsx';
import type { PickedEntity } from './EntityPicker.tsx';
import { TypeChoice } from './TypeChoice.tsx';

/** Asks what else an entity is. */
export const RetypeDialog = ({ entity, onClose }: { entity: PickedEntity; onClose: () => void }) => {
  const [type, setType] = useState<EntityType | null>(null);
  return (
    <CorrectDialog
      title={`Other type of ${entity.name}`}
      action="Change"
      verdict={type === null ? null : { verb: 'retype', entity: entity.id, type }}
      onClose={onClose}
    >
      <TypeChoice label="It is a" value={type} now={entity.type} onChange={setType} />
      <p className={styles.hint}>Relations that such an entity can’t have are left out.</p>
    </CorrectDialog>
  );
};
