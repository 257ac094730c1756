import styles from './WelcomeFigure.module.css';

/** A small drawing of a graph in the types' own shapes and colours: decoration, said nowhere. */
export const WelcomeFigure = () => (
  <svg className={styles.figure} viewBox="0 0 260 132" aria-hidden="true">
    <g className={styles.lines}>
      <path d="M130 66 L58 34 M130 66 L64 104 M130 66 L206 36 M130 66 L196 102" />
      <path className={styles.weak} d="M58 34 L64 104 M206 36 L196 102 M206 36 L236 74 M58 34 L22 62" />
    </g>
    <circle className={styles.ring} cx="130" cy="66" r="30" />
    <circle className={styles.company} cx="130" cy="66" r="24" />
    <rect className={styles.person} x="43" y="19" width="30" height="30" rx="9" />
    <path className={styles.place} d="M64 88 L80 104 L64 120 L48 104 Z" />
    <circle className={styles.company} cx="206" cy="36" r="17" />
    <path className={styles.organization} d="M196 87 L209 94.5 L209 109.5 L196 117 L183 109.5 L183 94.5 Z" />
    <rect className={styles.story} x="228" y="64" width="16" height="20" rx="2" />
    <path className={styles.product} d="M14 53 H25 L34 62 L25 71 H14 Q11 71 11 68 V56 Q11 53 14 53 Z" />
  </svg>
);
