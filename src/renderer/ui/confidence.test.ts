import { expect, test } from 'vitest';
import { confidenceFigure, confidenceWord } from './confidence.ts';

test('a confidence has a word', () => {
  expect([1, 0.9, 0.899, 0.6, 0.599, 0].map(confidenceWord)).toEqual(['sure', 'sure', 'likely', 'likely', 'unsure', 'unsure']);
});

test('what is nearly certain is not called certain', () => {
  expect([0, 0.784, 0.999, 1, 1.2, -1].map(confidenceFigure)).toEqual(
    ['0 %', '78 %', '99 %', '100 %', '100 %', '0 %'].map((text) => text.replace(' ', '\u00a0')),
  );
});
