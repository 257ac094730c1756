import type { Failure } from '../../../shared/result.ts';
import type { ImportProblem, ImportProgress, ImportState } from '../../../shared/views.ts';
import type { Ingested } from '../ingest.ts';

/** A report that names more problems than this helps nobody; all are counted. */
const namedProblems = 10_000;
/** An estimate of the time left wants this much behind it. */
const estimateAfterMs = 1500;

/** The running account of one import. What it counts is on disk. */
export class Progress {
  readonly #job: number;
  readonly #started = performance.now();
  #ended: number | null = null;
  #state: ImportState = 'running';
  #error: Failure | null = null;
  #files = 0;
  #bytes = 0;
  #walked = false;
  #filesDone = 0;
  #bytesDone = 0;
  #articles = 0;
  #duplicates = 0;
  #entities = 0;
  #relations = 0;
  #problems = 0;
  readonly problemList: ImportProblem[] = [];
  /** Files of other formats in the folders; the walk counts them here. */
  skipped = 0;

  constructor(job: number) {
    this.#job = job;
  }

  found(bytes: number): void {
    this.#files += 1;
    this.#bytes += bytes;
  }

  walked(): void {
    this.#walked = true;
  }

  fileDone(bytes: number): void {
    this.#filesDone += 1;
    this.#bytesDone += bytes;
  }

  committed({ added, duplicates, entities, relations }: Ingested): void {
    this.#articles += added.length;
    this.#duplicates += duplicates;
    this.#entities += entities;
    this.#relations += relations;
  }

  /** Names that turned out to be one, or apart, once all was in. */
  settled({ entities, relations }: Pick<Ingested, 'entities' | 'relations'>): void {
    this.#entities += entities;
    this.#relations += relations;
  }

  problem(problem: ImportProblem): void {
    this.#problems += 1;
    if (this.problemList.length < namedProblems) this.problemList.push(problem);
  }

  end(state: Exclude<ImportState, 'running'>, error: Failure | null = null): void {
    this.#state = state;
    this.#error = error;
    this.#ended = performance.now();
  }

  get running(): boolean {
    return this.#state === 'running';
  }

  /** The account as it stands. */
  snapshot(): ImportProgress {
    const elapsedMs = (this.#ended ?? performance.now()) - this.#started;
    // A file's cost goes with its length; the constant stands for what every file costs.
    const done = this.#bytesDone + this.#filesDone * 500;
    const total = this.#bytes + this.#files * 500;
    const known = this.#walked && done > 0 && elapsedMs >= estimateAfterMs;
    const leftMs = this.running ? (known ? (elapsedMs * (total - done)) / done : null) : 0;
    return {
      job: this.#job,
      state: this.#state,
      files: this.#files,
      skipped: this.skipped,
      walked: this.#walked,
      filesDone: this.#filesDone,
      articles: this.#articles,
      duplicates: this.#duplicates,
      entities: this.#entities,
      relations: this.#relations,
      problems: this.#problems,
      elapsedMs: Math.round(elapsedMs),
      leftMs: leftMs === null ? null : Math.round(leftMs),
      ...(this.#error ? { error: this.#error } : {}),
    };
  }
}
