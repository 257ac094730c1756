import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { EntityType } from '../../shared/model.ts';
import { useAsked } from '../state/asked.ts';
import { formatRange, plural } from '../ui/format.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { TypeGlyph } from '../ui/TypeGlyph.tsx';
import { nodeTypeLabels } from '../ui/types.ts';
import styles from './Correct.module.css';
import { CorrectDialog } from './CorrectDialog.tsx';
import { EntityPicker, type PickedEntity } from './EntityPicker.tsx';
import { TypeChoice } from './TypeChoice.tsx';

/** Other names and neighbours that tell what somebody is. */
const namesShown = 4;
const neighboursShown = 3;

/** What an entity is, in two lines. */
const Facts = ({ entity }: { entity: PickedEntity }) => {
  const { value: card } = useAsked('entity', { id: entity.id });
  const others = card?.aliases.filter(({ name }) => name !== entity.name).slice(0, namesShown) ?? [];
  const near = card?.strongest.filter(({ node }) => node.type !== 'story').slice(0, neighboursShown) ?? [];
  const range = card ? formatRange(card.first, card.last) : '';
  return (
    <>
      <p className={styles.facts}>
        {`${nodeTypeLabels[entity.type].one} in ${plural(entity.articles, 'article')}`}
        {range === '' ? null : ` · ${range}`}
      </p>
      {others.length === 0 ? null : <p className={styles.facts}>{`Also ${others.map(({ name }) => name).join(', ')}`}</p>}
      {near.length === 0 ? null : <p className={styles.facts}>{`With ${near.map(({ node }) => node.name).join(', ')}`}</p>}
    </>
  );
};

const isBody = (type: EntityType) => type === 'company' || type === 'organization';

interface Props {
  entity: PickedEntity;
  /** Who is to be merged with it, as far as that is known. */
  others?: readonly PickedEntity[];
  onClose: () => void;
}

/** Asks who is the same as an entity, and how the one that they become is called. */
export const MergeDialog = ({ entity, others = [], onClose }: Props) => {
  const [picked, setPicked] = useState<readonly PickedEntity[]>([entity, ...others]);
  const [kept, setKept] = useState(entity.id);
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<EntityType | null>(null);
  const group = useId();
  const input = useId();
  const leader = picked.find(({ id }) => id === kept) ?? entity;
  const name = (typed ?? leader.name).trim();
  const types = new Set(picked.map(({ type }) => type));
  const mixed = picked.some(({ type }) => type !== leader.type && !(isBody(type) && isBody(leader.type)));
  const type = chosen ?? (mixed ? null : leader.type);
  const ordered = [leader, ...picked.filter(({ id }) => id !== leader.id)];
  const ready = picked.length > 1 && name !== '' && type !== null;
  return (
    <CorrectDialog
      title={`Merge ${entity.name} with…`}
      action="Merge"
      verdict={ready ? { verb: 'merge', entities: ordered.map(({ id }) => id), name, type } : null}
      onClose={onClose}
    >
      <fieldset className={styles.field}>
        <legend className={styles.label}>{picked.length > 1 ? 'These are one; keep the name of' : 'This one'}</legend>
        <ul className={styles.sides}>
          {picked.map((each) => (
            <li key={each.id} className={styles.side}>
              {picked.length > 1 ? (
                <input
                  type="radio"
                  name={group}
                  aria-label={`Keep the name ${each.name} (${nodeTypeLabels[each.type].one})`}
                  checked={each.id === leader.id}
                  onChange={() => {
                    setKept(each.id);
                    setTyped(null);
                  }}
                />
              ) : null}
              <div className={styles.who}>
                <p className={styles.name}>
                  <TypeGlyph type={each.type} size={15} />
                  {each.name}
                </p>
                <Facts entity={each} />
              </div>
              {each.id === entity.id ? null : (
                <IconButton
                  icon={X}
                  size="small"
                  label={`Leave out ${each.name}`}
                  onClick={() => setPicked(picked.filter(({ id }) => id !== each.id))}
                />
              )}
            </li>
          ))}
        </ul>
      </fieldset>
      <div className={styles.field}>
        <span className={styles.label}>{picked.length > 1 ? 'And with' : 'Is the same as'}</span>
        <EntityPicker label="Who is the same" without={picked.map(({ id }) => id)} onPicked={(found) => setPicked([...picked, found])} />
      </div>
      {picked.length > 1 ? (
        <>
          <div className={styles.field}>
            <label htmlFor={input} className={styles.label}>
              Called
            </label>
            <input
              id={input}
              className={styles.input}
              value={typed ?? leader.name}
              maxLength={200}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          {types.size > 1 ? (
            <TypeChoice
              label={mixed ? 'They are of different kinds. Together they are a' : 'Together they are a'}
              value={type}
              onChange={setChosen}
            />
          ) : null}
        </>
      ) : null}
    </CorrectDialog>
  );
};
