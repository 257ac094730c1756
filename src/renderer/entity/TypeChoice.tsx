import { useId } from 'react';
import { type EntityType, entityTypes } from '../../shared/model.ts';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import { nodeTypeLabels } from '../ui/types.ts';
import styles from './Correct.module.css';

interface Props {
  label: string;
  /** Null while none is chosen. */
  value: EntityType | null;
  onChange: (type: EntityType) => void;
  /** The type that it has already, which can't be chosen. */
  now?: EntityType;
}

/** The five types to choose one from. */
export const TypeChoice = ({ label, value, onChange, now }: Props) => {
  const name = useId();
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.types}>
        {entityTypes.map((type) => (
          <label key={type} className={styles.type} data-type={type}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              checked={type === value}
              disabled={type === now}
              onChange={() => onChange(type)}
            />
            <TypeGlyph type={type} size={14} />
            {nodeTypeLabels[type].one}
            {type === now ? ' (now)' : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
