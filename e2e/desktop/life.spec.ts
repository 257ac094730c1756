import { expect, test } from '../fixtures.ts';
import { startDesktop } from '../hosts.ts';
import { copyOf, newsgraph } from '../library.ts';

test('the last library opens again, and a second window on it is refused', async ({ open, sampleLibrary }) => {
  const library = await copyOf(sampleLibrary);
  const first = await open({ library });
  await expect(first.page.getByText(/^84 articles/).first()).toBeVisible();
});

test('a library that is open elsewhere opens for reading, and says so', async ({ open, sampleLibrary }) => {
  const library = await copyOf(sampleLibrary);
  const first = await open({ library });
  await expect(first.page.getByText(/^84 articles/).first()).toBeVisible();
  const stats = JSON.parse(await newsgraph(['stats', '--json', '--library', library])) as { readOnly: boolean };
  expect(stats.readOnly).toBe(true);
});

test('a core that dies is started again, and the window goes on', async ({ open, sampleLibrary, complaints }) => {
  const library = await copyOf(sampleLibrary);
  const { page, killCore } = await open({ library });
  await expect(page.getByText(/^84 articles/).first()).toBeVisible();
  await killCore();
  const box = page.getByRole('combobox', { name: 'Search articles and entities' });
  await expect(async () => {
    await box.fill('');
    await box.fill('nvidia');
    await expect(page.getByRole('option', { name: /^Company Nvidia \d/ })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  complaints.length = 0;
});

test('two starts on one home are one window', async ({ open, sampleLibrary, complaints }) => {
  expect(complaints).toEqual([]);
  const library = await copyOf(sampleLibrary);
  const { home } = await open({ library });
  await expect(startDesktop({ library, home })).rejects.toThrow();
});
