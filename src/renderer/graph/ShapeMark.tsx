import type { NodeType } from '../../shared/model.ts';
import styles from './ShapeMark.module.css';

/** The outline of each type as the canvas draws it, in a box of 16. */
const outlines: Record<NodeType, string> = {
  company: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  organization: 'M4.7 2.6h6.6L14.6 8l-3.3 5.4H4.7L1.4 8z',
  person: 'M4.5 2.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z',
  place: 'M8 1.2L14.8 8L8 14.8L1.2 8z',
  product: 'M3 3.2h7.4L14.6 8l-4.2 4.8H3a1 1 0 0 1-1-1V4.2a1 1 0 0 1 1-1z',
  story: 'M4.2 2h7.6v12H4.2z',
};

/** The shape and colour of a type as on the canvas. */
export const ShapeMark = ({ type, size = 14 }: { type: NodeType; size?: number }) => (
  <svg className={styles.mark} data-type={type} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
    <path d={outlines[type]} strokeWidth={1.75} strokeLinejoin="round" />
  </svg>
);
