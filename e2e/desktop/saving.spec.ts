import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type {} from '../../src/renderer/api/index.ts';
import { expect, test } from '../fixtures.ts';
import { map } from '../graph.ts';
import { copyOf, remove, temporaryFolder } from '../library.ts';

test.describe('saving in the desktop', () => {
  test('a board goes where the user says, under the name that it is given there', async ({ open, sampleLibrary }) => {
    const { page, saved } = await open({ library: await copyOf(sampleLibrary) });
    await expect(map(page)).not.toHaveAttribute('data-nodes', '0');
    await page.keyboard.press('Control+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Export the board' });
    await dialog.getByRole('radio', { name: 'GEXF' }).check({ force: true });
    const { name, bytes } = await saved(() => dialog.getByRole('button', { name: 'Export' }).click(), 'mine.gexf');
    expect(name).toBe('Overview.gexf');
    expect(bytes.toString()).toMatch(/^<\?xml.*<\/gexf>\n$/s);
    await expect(page.getByRole('list', { name: 'Messages' })).toContainText('Saved mine.gexf');
  });

  test('nothing is saved where the dialog is dismissed or the place can’t be written', async ({ open, sampleLibrary }) => {
    const { page, answerSaveDialog } = await open({ library: await copyOf(sampleLibrary) });
    await expect(map(page)).not.toHaveAttribute('data-nodes', '0');
    await answerSaveDialog(null);
    await page.keyboard.press('Control+Shift+E');
    const dialog = page.getByRole('dialog', { name: 'Export the board' });
    await dialog.getByRole('radio', { name: 'JSON' }).check({ force: true });
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(dialog.getByRole('button', { name: 'Export' })).toBeEnabled();
    await expect(dialog).toBeVisible();

    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'Overview.json'));
    await answerSaveDialog(path.join(folder, 'Overview.json'));
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(dialog.getByRole('alert')).toContainText('“Overview.json” was not saved: a folder is called so');
    expect(await readdir(folder)).toEqual(['Overview.json']);
    await remove(folder);
  });

  test('the page can neither choose a place nor download', async ({ open, sampleLibrary }) => {
    const { page } = await open({ library: await copyOf(sampleLibrary) });
    const answers = await page.evaluate(async () => {
      const bytes = new Uint8Array([1]);
      const names = ['../evil.json', '/tmp/evil.json', 'evil.sh', 'evil'];
      return Promise.all(names.map((name) => window.newsgraph?.shell('saveFile', { name, bytes })));
    });
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'bad-argument' } });
    let began = false;
    page.on('download', () => {
      began = true;
    });
    await page.evaluate(async () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
      // what a click begins has begun by then
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
    expect(began).toBe(false);
  });
});
