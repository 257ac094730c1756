import type { KeyboardEvent } from 'react';

const pageRows = 8;
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageRows, PageUp: -pageRows };

export interface ListKeys {
  /** Moves the choice by so many rows. */
  onStep: (by: number) => void;
  /** Opens what is chosen. */
  onEnter: () => void;
}

/** Handles the keys of a list of results, whether the focus is in the search box or in the list itself. */
export const handleListKey = (event: KeyboardEvent, { onStep, onEnter }: ListKeys): void => {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const by = steps[event.key];
  if (by !== undefined) onStep(by);
  else if (event.key === 'Enter') onEnter();
  else return;
  event.preventDefault();
};
