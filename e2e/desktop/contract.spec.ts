import { contractChecks } from '../../src/main/core/contract-suite.ts';
import type {} from '../../src/renderer/api/index.ts';
import { contractOver, type MethodName } from '../../src/shared/contract.ts';
import type { Result } from '../../src/shared/result.ts';
import type { HostEvent } from '../../src/shared/shell.ts';
import type { CoreEvent } from '../../src/shared/views.ts';
import { test } from '../fixtures.ts';

/** The contract's own suite, through the window's bridge: IPC, the main process and the core's process are all real. */
test('the contract holds over IPC', async ({ open }) => {
  const { page } = await open();
  const listeners = new Set<(event: CoreEvent) => void>();
  await page.exposeFunction('hearEvent', (event: HostEvent) => {
    if (event.type === 'command' || event.type === 'opened') return;
    for (const listener of listeners) listener(event);
  });
  await page.evaluate(() => window.newsgraph?.on((event) => void (Reflect.get(window, 'hearEvent') as (event: unknown) => void)(event)));
  const contract = contractOver((name: MethodName, args: unknown) =>
    page.evaluate(
      async ([method, given]) => {
        if (!window.newsgraph) throw new Error('no bridge');
        return (await window.newsgraph.call(method, given)) as Result<unknown>;
      },
      [name, args] as const,
    ),
  );
  const on = (listener: (event: CoreEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  for (const { name, run } of contractChecks) await test.step(name, () => run({ contract, on }));
});
