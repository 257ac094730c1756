import { type ReactNode, useEffect, useState } from 'react';

interface Props {
  /** Frames to wait for. */
  frames: number;
  children: ReactNode;
}

/** Draws its children some frames after what is around them, so that no single task has to draw the whole window. */
export const Later = ({ frames, children }: Props) => {
  const [due, setDue] = useState(false);
  useEffect(() => {
    let left = frames;
    const next = () => {
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(next);
      else setDue(true);
    };
    let frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }, [frames]);
  return due ? children : null;
};
