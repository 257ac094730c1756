import { spawn } from 'node:child_process';
import path from 'node:path';

/** Absolute path of the project. */
export const root = path.resolve(import.meta.dirname, '..');

/** How one command ended; `output` is what it printed, both streams, when it was not shown. */
export interface Ended {
  code: number;
  output: string;
}

/**
 * Runs a program in the project's folder. With `show` its output goes to the terminal, otherwise it is collected.
 * A program that can't be started, or runs over `limitMs`, ends with code 127 or 124 and says so in `output`.
 */
export const run = (
  command: string,
  args: readonly string[],
  options: { show?: boolean; limitMs?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const timer = options.limitMs
      ? setTimeout(() => {
          output += `\nstopped after ${options.limitMs} ms`;
          child.kill('SIGKILL');
        }, options.limitMs)
      : undefined;
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 124, output });
    });
  });

/** Runs one of the project's own tools (`node_modules/.bin`) on the Node.js that runs this script. */
export const runTool = (entry: string, args: readonly string[], options: Parameters<typeof run>[2] = {}): Promise<Ended> =>
  run(process.execPath, [path.join(root, 'node_modules', entry), ...args], options);
