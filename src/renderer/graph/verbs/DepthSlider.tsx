import { useId } from 'react';
import { depths } from '../../../shared/board.ts';
import { useApp } from '../../state/app.ts';
import styles from './DepthSlider.module.css';

const words = { 1: 'Neighbours only', 2: 'Up to two links away', 3: 'Up to three links away' } as const;

/** How many links away a neighbourhood reaches. */
export const DepthSlider = () => {
  const depth = useApp(({ board }) => (board.view.kind === 'around' ? board.view.depth : null));
  const depthChosen = useApp((app) => app.depthChosen);
  const id = useId();
  if (depth === null) return null;
  const chosen = (value: number) => {
    const wanted = depths.find((each) => each === value);
    if (wanted) depthChosen(wanted);
  };
  return (
    <span className={styles.depth} title={`${words[depth]} (keys 1, 2 and 3)`}>
      <label htmlFor={id} className={styles.label}>
        Depth
      </label>
      <input
        id={id}
        type="range"
        className={styles.slider}
        min={1}
        max={depths.length}
        step={1}
        value={depth}
        aria-valuetext={`${depth}: ${words[depth].toLowerCase()}`}
        onChange={(event) => chosen(event.target.valueAsNumber)}
      />
      <output htmlFor={id} className={styles.value} aria-hidden="true">
        {depth}
      </output>
    </span>
  );
};
