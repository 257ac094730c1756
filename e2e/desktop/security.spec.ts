import type {} from '../../src/renderer/api/index.ts';
import { contentPolicy } from '../../src/shared/security.ts';
import { expect, test } from '../fixtures.ts';

test.describe('the window can do nothing but show Newsgraph', () => {
  test('no Node.js, no Electron; one bridge', async ({ window: page }) => {
    const seen = await page.evaluate(() => ({
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      bridge: Object.keys(Reflect.get(window, 'newsgraph') as object).sort(),
    }));
    expect(seen).toEqual({ require: 'undefined', process: 'undefined', bridge: ['call', 'on', 'pathOf', 'platform', 'shell'] });
  });

  test('the content policy is sent and holds', async ({ window: page, complaints }) => {
    const header = await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'));
    expect(header).toBe(contentPolicy);
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      return Reflect.get(window, 'injected') === true;
    });
    expect(ran).toBe(false);
    // the refusal is what was asked for here
    await expect.poll(() => complaints.length).toBeGreaterThan(0);
    expect(complaints.every((text) => /Content Security Policy/i.test(text))).toBe(true);
    complaints.length = 0;
  });

  test('it goes nowhere, opens nothing, fetches nothing', async ({ window: page, complaints }) => {
    const before = page.url();
    const answers = await page.evaluate(async () => {
      const opened = window.open('https://example.com/');
      window.location.href = 'https://example.com/';
      const fetched = await fetch('https://example.com/').then(
        () => true,
        () => false,
      );
      return { opened: opened !== null, fetched };
    });
    expect(answers).toEqual({ opened: false, fetched: false });
    expect(page.url()).toBe(before);
    complaints.length = 0;
  });

  test('only web addresses leave it', async ({ window: page }) => {
    const results = await page.evaluate(async () => {
      const bridge = window.newsgraph;
      if (!bridge) throw new Error('no bridge');
      const addresses = ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/share'];
      return Promise.all(addresses.map((url) => bridge.shell('openExternal', { url })));
    });
    for (const result of results) expect(result).toMatchObject({ ok: false, error: { code: 'bad-argument' } });
  });

  test('it can’t have files imported that nobody chose', async ({ window: page }) => {
    const result = await page.evaluate(() => window.newsgraph?.call('importStart', { sources: [{ path: '/etc/hostname' }] }));
    expect(result).toMatchObject({ ok: false, error: { code: 'bad-argument' } });
  });
});
