import type { NodeId, NodeType } from '../../../shared/model.ts';
import { useApp } from '../../state/app.ts';
import { useAsked } from '../../state/asked.ts';
import { manyOfType } from '../../state/board/path.ts';
import { Chip } from '../../ui/Chip.tsx';
import styles from './LeftOut.module.css';

const none: { without: NodeId[]; withoutTypes: NodeType[] } = { without: [], withoutTypes: [] };

/** What no path of the board's question may lead through, each with a way to let it through again; nothing where nothing is left out. */
export const LeftOut = () => {
  const { without, withoutTypes } = useApp(({ board }) => (board.view.kind === 'path' ? board.view : none));
  const letThrough = useApp((app) => app.pathLetThrough);
  const letThroughType = useApp((app) => app.pathLetThroughType);
  // what is left out is on no map: its name is asked for
  const { value } = useAsked('slice', without.length > 0 ? { nodes: without } : null);
  if (without.length + withoutTypes.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label="Left out">
      {without.map((id) => {
        const node = value?.nodes.find((each) => each.id === id);
        // one that is gone is in nobody's way, and can be taken off the list all the same
        const name = node?.name ?? (value ? 'something that is gone' : '…');
        return (
          <li key={id}>
            <Chip type={node?.type} onRemove={() => letThrough({ id, name })} removeLabel={`Let paths lead through ${name} again`}>
              without {name}
            </Chip>
          </li>
        );
      })}
      {withoutTypes.map((type) => (
        <li key={type}>
          <Chip onRemove={() => letThroughType(type)} removeLabel={`Let paths lead through ${manyOfType[type]} again`}>
            not through {manyOfType[type]}
          </Chip>
        </li>
      ))}
    </ul>
  );
};
