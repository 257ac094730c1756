import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Runs a command from the palette, by keyboard. */
export const runCommand = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Palette' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(title);
  const line = palette.getByRole('option', { name: title, exact: true });
  await expect(line).toBeVisible();
  // entities and articles of such words may stand above it
  for (let step = 0; step < 20 && (await line.getAttribute('aria-selected')) !== 'true'; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
};
