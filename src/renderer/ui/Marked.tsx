import type { ReactNode } from 'react';

interface Props {
  text: string;
  /** Stretches to mark: start and end in UTF-16 units. In order, without overlap; what lies outside the text is left out. */
  marks: readonly { start: number; end: number }[];
}

/** Text with some stretches of it marked as found. */
export const Marked = ({ text, marks }: Props): ReactNode => {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
};
