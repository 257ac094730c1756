/** Duration of every movement on the canvas, in ms: the `--calm` of the tokens. */
const calmMs = 180;

/** How long things take to move, in ms; 0 where the system asks for less motion. */
export const motionMs = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : calmMs);

export const easing = 'ease-out-cubic';
