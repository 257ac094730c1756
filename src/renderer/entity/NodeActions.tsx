import { Crosshair, Expand } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NodeRef } from '../../shared/model.ts';
import { useApp } from '../state/app.ts';
import { Button } from '../ui/Button.tsx';
import styles from './page.module.css';

/** What can be done with a node in the graph, from its page. */
export const NodeActions = ({ node, children }: { node: NodeRef; children?: ReactNode }) => {
  const nodeFocused = useApp((app) => app.nodeFocused);
  const nodeExpanded = useApp((app) => app.nodeExpanded);
  const centred = useApp((app) => app.board.view.kind === 'around' && app.board.view.id === node.id);
  const onBoard = useApp((app) => app.board.nodes.some((each) => each.id === node.id));
  return (
    <div className={styles.actions}>
      <Button icon={Crosshair} disabled={centred} onClick={() => nodeFocused(node.id)}>
        Centre
      </Button>
      <Button icon={Expand} disabled={!onBoard} onClick={() => nodeExpanded(node.id)}>
        Expand
      </Button>
      {children}
    </div>
  );
};
