import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { pathSteps, pathsMost } from '../../shared/contract.ts';
import { entityTypes } from '../../shared/model.ts';
import { failureOf } from '../../shared/result.ts';
import { rootFolder } from '../core/places.ts';
import { note } from './output.ts';

/** Each command brings its own needs along when it runs: `extract` starts without a library, the rest without a model. */

const whole =
  (least: number, most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return number;
  };

const limit = (standard: number, most = 1000) => new Option('--limit <n>', 'at most so many').argParser(whole(1, most)).default(standard);
const offset = () => new Option('--offset <n>', 'pass over so many').argParser(whole(0, 1_000_000)).default(0);

/** The values of an option that may be given again; of `choices` where there are any. */
const collected =
  (choices?: readonly string[]) =>
  (value: string, before: readonly string[]): string[] => {
    if (choices !== undefined && !choices.includes(value)) throw new InvalidArgumentError(`It must be one of ${choices.join(', ')}.`);
    return [...before, value];
  };

const onLibrary = (command: Command): Command =>
  command.option('--library <folder>', 'the library (default: the one that was open last)').option('--json', 'answer as JSON');

const version = (): string =>
  String((JSON.parse(readFileSync(path.join(rootFolder, 'package.json'), 'utf8')) as { version?: unknown }).version ?? '');

/** A way to serve the product to a browser, which the entry provides: the command line knows no web server. */
export type Serve = (
  paths: readonly string[],
  options: { library?: string; port?: number; open: boolean; sample?: boolean },
) => Promise<void>;

/** The command `serve`, which hands what it is given to `serve`; the browser host runs it alone, without its name before. */
export const serveCommand = (serve: Serve): Command =>
  new Command('serve')
    .description('serve Newsgraph to a browser on this machine')
    .argument('[path...]', 'files and folders to import')
    .option('--library <folder>', 'the library (default: the one that was open last)')
    .addOption(new Option('--port <n>', 'port (default: 47100, or any free one where that is taken)').argParser(whole(0, 65_535)))
    .option('--sample', 'import the sample library into an empty one')
    .option('--no-open', 'print the address only')
    .action(serve);

/** The whole command line. */
export const newsgraphCommand = (serve: Serve): Command => {
  const program = new Command('newsgraph').description('How is this company connected, and who says so?').version(version());
  const command = (name: string, description: string) => program.command(name).description(description);

  onLibrary(command('import', 'import files and folders'))
    .argument('<path...>', 'files and folders')
    .action(async (paths, options) => (await import('./import.ts')).importPaths(paths, options));
  onLibrary(command('search', 'find entities and articles by words'))
    .argument('<query...>', 'words; all must be in an article, the last may be a beginning')
    .addOption(limit(10, 200))
    .addOption(offset())
    .action(async (query, options) => (await import('./search.ts')).search(query.join(' '), options));
  onLibrary(command('entity', 'show a company, person, place or product and its links'))
    .argument('<name...>', 'its name, or any other name of it')
    .addOption(limit(10))
    .action(async (name, options) => (await import('./entity.ts')).entity(name.join(' '), options));
  onLibrary(command('path', 'show how two are connected'))
    .argument('<a>', 'a name')
    .argument('<b>', 'another name')
    .addOption(new Option('--steps <n>', 'at most so many links').argParser(whole(1, pathSteps)).default(pathSteps))
    .addOption(new Option('--most <n>', 'at most so many paths').argParser(whole(1, pathsMost)).default(pathsMost))
    .addOption(new Option('--without <name>', 'go around it; may be given again').argParser(collected()).default([], 'none'))
    .addOption(
      new Option('--without-type <type>', `go around all of a type (${entityTypes.join(', ')}); may be given again`)
        .argParser(collected(entityTypes))
        .default([], 'none'),
    )
    .option('--markdown', 'as Markdown, each sentence with its source')
    .action(async (a, b, options) => (await import('./path.ts')).path(a, b, options));
  onLibrary(command('articles', 'list articles, newest first'))
    .option('--entity <name>', 'only those that mention it')
    .addOption(limit(50))
    .addOption(offset())
    .action(async (options) => (await import('./articles.ts')).articles(options));
  onLibrary(command('stats', 'count what is in the library')).action(async (options) => (await import('./stats.ts')).stats(options));
  onLibrary(command('reread', 'read all articles anew with the extraction of this version; names, ids and corrections stay'))
    .option('--all', 'those that this version has read already, too')
    .action(async (options) => (await import('./reread.ts')).reread(options));
  command('export', 'write the whole graph')
    .option('--library <folder>', 'the library (default: the one that was open last)')
    .addOption(new Option('--format <format>', 'its form').choices(['json', 'graphml', 'gexf']).default('json'))
    .option('--json', 'the same as --format json')
    .option('--out <file>', 'write to a file')
    .action(async (options) => (await import('./export.ts')).exportGraph(options.json ? { ...options, format: 'json' } : options));
  command('extract', 'find names and relations in a text from standard input')
    .option('--jsonl', 'a text a line, as {"id","text"}')
    .option('--why', 'with confidence, reasons and attributes')
    .option('--json', 'the answer is JSON in any case')
    .option('--library <folder>', 'changes nothing: no library is needed')
    .action(async (options) => (await import('./extract.ts')).extract(options));
  program.addCommand(serveCommand(serve));
  return program;
};

/** Bad use, a lack that the user can mend, and everything else that ended a command. */
const exitCodes = { badUse: 2, failed: 1 } as const;

const oneLine = (text: string): string =>
  text
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();

const quiet = (command: Command): void => {
  command.exitOverride().configureOutput({ outputError: () => undefined });
  for (const each of command.commands) quiet(each);
};

/**
 * Runs a command line. Answers the exit code: 0, 2 for bad use, 1 for what could not be done; either is said in one line on
 * standard error. A command may have set `process.exitCode` itself.
 */
export const runCommand = async (program: Command, args: readonly string[]): Promise<number> => {
  quiet(program);
  if (args.length === 0 && program.commands.length > 0) {
    note('newsgraph: a command is missing; see newsgraph --help.');
    return exitCodes.badUse;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (thrown) {
    if (thrown instanceof CommanderError) {
      if (thrown.exitCode === 0) return 0;
      note(`newsgraph: ${oneLine(thrown.message).replace(/\.$/, '')}; see newsgraph --help.`);
      return exitCodes.badUse;
    }
    const { code, message, hint } = failureOf(thrown);
    note(`newsgraph: ${oneLine(message)}${hint ? ` ${oneLine(hint)}` : ''}`);
    return code === 'bad-argument' ? exitCodes.badUse : exitCodes.failed;
  }
};
