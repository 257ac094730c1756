import { endQuietlyWithReader } from './cli/output.ts';
import { newsgraphCommand, runCommand } from './cli/program.ts';

endQuietlyWithReader();
process.exitCode = await runCommand(
  newsgraphCommand(async (paths, options) => (await import('./serve.ts')).serve(paths, options)),
  process.argv.slice(2),
);
