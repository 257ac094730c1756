import { useApp } from '../state/app.ts';
import { formatCount } from '../ui/format.ts';
import { Progress } from '../ui/Progress.tsx';
import styles from './Correct.module.css';

/** How far a correction of many articles has come; nothing while none takes long. `busy`: one that may take long is under way here. */
export const Correcting = ({ busy = false }: { busy?: boolean }) => {
  const progress = useApp((app) => app.corrections.progress);
  if (!progress && !busy) return null;
  return (
    <div className={styles.correcting}>
      <Progress label="Correcting" done={progress ? progress.done / progress.total : null} />
      {progress ? <span>{`${formatCount(progress.done)} of ${formatCount(progress.total)} articles`}</span> : null}
    </div>
  );
};
