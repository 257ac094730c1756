import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { map, mapAround, nodePlace } from '../graph.ts';
import { copyOf, newsgraph, remove, temporaryFolder } from '../library.ts';

const messages = (page: Page) => page.getByRole('list', { name: 'Messages' });
const heading = (page: Page) => page.getByRole('region', { name: 'Map' }).getByRole('heading', { level: 2 });
const boards = (page: Page) => page.getByRole('region', { name: 'Map' }).getByRole('button', { name: /^Boards?\b/ });
const listed = (page: Page) =>
  page.getByRole('dialog', { name: 'Boards' }).getByRole('list', { name: 'Saved boards' }).getByRole('listitem');

const openEntity = async (page: Page, name: string) => {
  await page.getByRole('combobox', { name: 'Search articles and entities' }).fill(name);
  await page.getByRole('option', { name: new RegExp(`^Company ${name} \\d`) }).click();
  await mapAround(page, name);
};

const saveAs = async (page: Page, name: string) => {
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('dialog', { name: 'Save the board' }).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(boards(page)).toHaveAccessibleName(`Board ${name}`);
};

/** Opens a saved board from the palette. */
const openBoard = async (page: Page, name: string) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`open board ${name}`);
  await page
    .getByRole('dialog', { name: 'Palette' })
    .getByRole('option', { name: new RegExp(`^Open board ${name}`) })
    .click();
  await expect(boards(page)).toHaveAccessibleName(`Board ${name}`);
};

/** Drags a node by so many px. */
const drag = async (page: Page, name: string, by: { x: number; y: number }) => {
  const { x, y } = await nodePlace(page, name);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x, y + by.y, { steps: 4 });
  await page.mouse.up();
};

test('a board is saved, changed, left and opened as it was saved; undo leads back to the changes', async ({ window: page }) => {
  await openEntity(page, 'Nvidia');
  const all = Number(await map(page).getAttribute('data-nodes'));
  await drag(page, 'Jensen Huang', { x: 40, y: 30 });
  const place = await nodePlace(page, 'Jensen Huang');
  await saveAs(page, 'Chips');

  await drag(page, 'Jensen Huang', { x: -70, y: 20 });
  await expect(boards(page)).toHaveAccessibleName('Board Chips, changed since it was saved');
  await page.keyboard.press('Control+z');
  await expect(boards(page)).toHaveAccessibleName('Board Chips');
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+s');
  await expect(boards(page)).toHaveAccessibleName('Board Chips');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+s');
  await expect(boards(page)).toHaveAccessibleName('Board Chips');

  await page.keyboard.press('h');
  await expect(heading(page)).toHaveText('Overview');
  await expect(boards(page)).toHaveAccessibleName('Boards');
  await saveAs(page, 'Whole');
  await openBoard(page, 'Chips');
  await mapAround(page, 'Nvidia');
  await expect(map(page)).toHaveAttribute('data-nodes', String(all));
  const again = await nodePlace(page, 'Jensen Huang');
  expect(Math.hypot(again.x - place.x, again.y - place.y)).toBeLessThan(40);

  // back to the other saved board, forward to this one, and undone
  await page.keyboard.press('Control+[');
  await expect(boards(page)).toHaveAccessibleName('Board Whole');
  await page.keyboard.press('Control+]');
  await expect(boards(page)).toHaveAccessibleName('Board Chips');
  await mapAround(page, 'Nvidia');
  await drag(page, 'Jensen Huang', { x: 30, y: 30 });
  await boards(page).click();
  await listed(page).filter({ hasText: 'Whole' }).getByRole('button').first().click();
  await expect(boards(page)).toHaveAccessibleName('Board Whole');
  const offer = messages(page).getByRole('listitem').filter({ hasText: '“Chips” has changes that are not saved' });
  await offer.getByRole('button', { name: 'Undo' }).click();
  await expect(boards(page)).toHaveAccessibleName('Board Chips, changed since it was saved');
});

test('boards are renamed, duplicated and deleted; a deleted one comes back', async ({ window: page, complaints }) => {
  await boards(page).click();
  await expect(page.getByRole('dialog', { name: 'Boards' })).toContainText('Saved boards will stand here');
  await page.keyboard.press('Escape');
  await openEntity(page, 'Nvidia');
  await saveAs(page, 'Chips');
  await boards(page).click();
  await listed(page).getByRole('button', { name: 'Duplicate Chips' }).click();
  await expect(listed(page)).toHaveCount(2);
  await listed(page).getByRole('button', { name: 'Rename Chips', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename the board' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('chips copy');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('There is already a board called “Chips copy”.');
  // browsers note that a name was refused
  expect(complaints.filter((text) => !/400/.test(text))).toEqual([]);
  complaints.length = 0;
  await dialog.getByRole('textbox').fill('Silicon');
  await page.keyboard.press('Enter');
  await expect(boards(page)).toHaveAccessibleName('Board Silicon');

  await boards(page).click();
  await listed(page).getByRole('button', { name: 'Delete Silicon' }).click();
  await expect(listed(page)).toHaveCount(1);
  await expect(boards(page)).toHaveAccessibleName('Boards');
  await messages(page).getByRole('listitem').filter({ hasText: 'Deleted “Silicon”' }).getByRole('button', { name: 'Undo' }).click();
  await expect(boards(page)).toHaveAccessibleName('Board Silicon');
});

test('notes on the map: written, moved by keyboard, undone, saved with the board', { tag: '@browser' }, async ({ window: page }) => {
  await openEntity(page, 'Nvidia');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+M');
  const note = page.getByRole('group', { name: 'Note' });
  await expect(note.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Who pays?');
  const before = await note.boundingBox();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(note.getByRole('button', { name: 'Move the note' })).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => ((await note.boundingBox())?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(30);
  await saveAs(page, 'Chips');
  await page.keyboard.press('h');
  await expect(heading(page)).toHaveText('Overview');
  await expect(note).toBeHidden();
  await openBoard(page, 'Chips');
  await expect(note.getByRole('textbox')).toHaveValue('Who pays?');
  await note.getByRole('button', { name: 'Move the note' }).focus();
  await page.keyboard.press('Delete');
  await expect(note).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(note.getByRole('textbox')).toHaveValue('Who pays?');
});

test('a note on an entity stays on its card', { tag: '@browser' }, async ({ window: page }) => {
  await openEntity(page, 'Nvidia');
  const reader = page.getByRole('region', { name: 'Reader' });
  await reader.getByRole('button', { name: 'Add a note' }).click();
  await page.keyboard.type('Ask about the customers');
  await page.keyboard.press('Control+Enter');
  await expect(reader.getByRole('region', { name: 'Note on Nvidia' })).toContainText('Ask about the customers');
  await openEntity(page, 'OpenAI');
  await expect(reader.getByRole('button', { name: 'Add a note' })).toBeVisible();
  await openEntity(page, 'Nvidia');
  await expect(reader.getByRole('region', { name: 'Note on Nvidia' })).toContainText('Ask about the customers');
});

test('after another import and a merge, a board tells its news and marks them', async ({ open, sampleLibrary }) => {
  const library = await copyOf(sampleLibrary);
  const first = await open({ library });
  await openEntity(first.page, 'OpenAI');
  await saveAs(first.page, 'Labs');
  await first.close();
  const folder = await temporaryFolder();
  const article = path.join(folder, 'news.txt');
  await writeFile(
    article,
    'Mistral opens a lab with Figure\n\nMistral and Figure said on Monday that they would open a laboratory together in San Francisco. OpenAI declined to comment.\n',
  );
  await newsgraph(['import', article, '--library', library]);

  const { page } = await open({ library });
  await openEntity(page, 'Cohere');
  await page.getByRole('region', { name: 'Reader' }).getByRole('button', { name: 'Correct…' }).click();
  await page.getByRole('menuitem', { name: /^Merge with/ }).click();
  const merging = page.getByRole('dialog', { name: 'Merge Cohere with…' });
  await merging.getByRole('combobox').fill('mistral');
  await merging
    .getByRole('option', { name: /Mistral/ })
    .first()
    .click();
  await merging.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(merging).toBeHidden();

  await openBoard(page, 'Labs');
  await mapAround(page, 'OpenAI');
  const news = page.getByRole('region', { name: 'News of this board' });
  await expect(news).toContainText(/have news since it was saved today: .*OpenAI/);
  await expect(news).toContainText('Mistral is now Cohere');
  await expect(page.locator('canvas[data-marked]')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([]);
  await news.getByRole('button', { name: 'Select them' }).click();
  await expect(page.getByText(/^\d+ selected/).first()).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(news).toBeHidden();
  await remove(folder);
});

test('in a library that is open for reading only, saving says why not', { tag: '@browser' }, async ({ open, sampleLibrary }) => {
  const library = await copyOf(sampleLibrary);
  await open({ library });
  const home = await temporaryFolder();
  const { page } = await open({ library, home });
  await openEntity(page, 'Nvidia');
  await page.keyboard.press('Control+s');
  await expect(messages(page)).toContainText('The board can’t be saved');
  await boards(page).click();
  await expect(page.getByRole('dialog', { name: 'Boards' })).toContainText('open for reading only');
  await remove(home);
});
