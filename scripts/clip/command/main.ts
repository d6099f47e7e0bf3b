import { type ClippedJob, clipAll, createPool } from '../clip-all.ts';
import { jobsOfInputs, withArchivedPages } from '../inputs.ts';
import { type Job, jobsOfManifest } from '../jobs.ts';
import { lineOf, pageRecord } from '../record.ts';
import { ofShard } from '../shards/shard.ts';
import { count, newTally, statusOf, type Tally } from '../shards/tally.ts';
import { Stopped, untilStopped } from '../until-stopped.ts';
import { type ClipArguments, readArguments } from './arguments.ts';

/** Writes and waits until the pipe has taken it, so that nothing is lost when the process ends and memory stays flat. */
const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (problem) => (problem ? reject(problem) : resolve()));
  });

const say = (job: Job, problem: string): void => console.error(`${job.id ?? '?'}: ${problem}`);

/** The jobs of the input, or of those files and rows of it that are chosen. */
async function* jobsOf({ files, url, manifest }: ClipArguments, chosen: (n: number) => boolean): AsyncGenerator<Job> {
  if (manifest !== undefined) yield* withArchivedPages(ofShard(jobsOfManifest(manifest), chosen));
  else if (files[0] === '-') {
    const { jobsOfStream } = await import('../input/stream.ts');
    yield* ofShard(jobsOfStream(process.stdin, process.cwd()), chosen);
  } else yield* jobsOfInputs(files, url, chosen);
}

/** Formats of the command line alone: what the library restores, and what engines read. */
const ownFormats: readonly string[] = ['backup', 'parquet'];
const all = (): boolean => true;

/** The same pages, counted; those that failed are told on standard error where no line tells them. */
async function* counted(pages: AsyncIterable<ClippedJob>, tally: Tally, told: boolean): AsyncGenerator<ClippedJob> {
  for await (const page of pages) {
    count(tally, page);
    if (told && !page.clipped.ok) say(page.job, page.clipped.problem.detail ?? page.clipped.problem.code);
    yield page;
  }
}

async function printMarkdown({ job, clipped }: ClippedJob, any: boolean): Promise<void> {
  if (!clipped.ok) return;
  const { essay } = await pageRecord(job.id, clipped.value.recognition, clipped.value.essay);
  if (essay === null) return say(job, any ? 'nothing to read' : 'not an essay (--any extracts it all the same)');
  const { essayMarkdown } = await import('../markdown.ts');
  await print(`${essayMarkdown(essay)}\n`);
}

async function clip(options: ClipArguments): Promise<Tally> {
  const { markdown, any, format, out } = options;
  if (format === undefined && out !== undefined) {
    const { writeShards } = await import('../shards/write-shards.ts');
    const pool = createPool(options);
    try {
      return await writeShards(options, out, (chosen) => untilStopped(pool.clipAll(jobsOf(options, chosen))));
    } finally {
      await pool.close();
    }
  }
  const tally = newTally();
  const pages = counted(untilStopped(clipAll(jobsOf(options, all), options)), tally, markdown || format !== undefined);
  if (format !== undefined && out !== undefined) {
    const { essaysOf } = await import('../essays-of.ts');
    if (format === 'backup') await (await import('../write-backup.ts')).writeBackups(essaysOf(pages), out);
    else if (format === 'parquet') await (await import('../write-parquet.ts')).writeParquet(essaysOf(pages), out);
    else await (await import('../write-format.ts')).writeFormat(essaysOf(pages), format, out);
  } else for await (const page of pages) await (markdown ? printMarkdown(page, any) : print(await lineOf(page)));
  return tally;
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args[0] === 'merge') {
    const { merge } = await import('../merge/merge.ts');
    process.exitCode = await merge(args.slice(1));
    return;
  }
  const options = readArguments(args);
  if (options.format !== undefined && !ownFormats.includes(options.format)) {
    const { formatNames } = await import('../write-format.ts');
    if (!formatNames.includes(options.format)) throw new Error(`Not a format: ${options.format}`);
  }
  process.exitCode = statusOf(await clip(options), options.strict);
}

// A reader that closes the pipe early (`… | head`) has what it wanted.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => process.exit(problem.code === 'EPIPE' ? 0 : 1));

await main().catch(async (problem: NodeJS.ErrnoException) => {
  // Threads may be in the midst of a page.
  if (problem instanceof Stopped) process.exit(problem.exitCode);
  console.error(problem.message);
  // What the disk or the input says is no misunderstanding.
  process.exitCode = problem.syscall === undefined ? 2 : 1;
  if (process.exitCode === 2) console.error((await import('./usage.ts')).usage);
});
