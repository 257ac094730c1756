import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { extracting } from './extract.ts';
import { graph } from './graph.ts';
import { importing } from './import.ts';
import type { Question } from './question.ts';
import { restarting } from './restart.ts';
import { searching } from './search.ts';

/** `npm run bench -- [QUESTION…] [--articles N] [--seed N]`: measures the core on a generated corpus and prints tables. */

const questions: Readonly<Record<string, Question>> = {
  import: importing,
  restart: restarting,
  search: searching,
  graph,
  extract: extracting,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { articles: { type: 'string', default: '2225' }, seed: { type: 'string', default: '1' } },
});
const options = { articles: Number(values.articles), seed: Number(values.seed) };
const asked = positionals.length > 0 ? positionals : Object.keys(questions);
const unknown = asked.filter((name) => !Object.hasOwn(questions, name));

if (unknown.length > 0 || !(options.articles > 0) || !Number.isInteger(options.seed)) {
  console.error(`bench: questions are ${Object.keys(questions).join(', ')}; options are --articles N and --seed N.`);
  process.exitCode = 2;
} else {
  console.log(
    `${options.articles} generated articles, seed ${options.seed}; Node.js ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  );
  for (const name of asked) {
    const question = questions[name];
    if (!question) continue;
    const figures = await question.run(options);
    const width = Math.max(...figures.map(({ what }) => what.length));
    console.log(`\n${question.title}`);
    for (const { what, value, bar } of figures) console.log(`  ${what.padEnd(width)}  ${value}${bar ? `  (bar: ${bar})` : ''}`);
  }
}
