// npm run clip -- FILE… [--url URL] [--any] [--markdown]
// npm run --silent clip -- --manifest M.jsonl [--any] [--markdown]
// npm run clip -- FILE… --format bibtex --out DIR
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { essayId } from '../lib/essay/identity.ts';
import { type ExportRecord, recordOfEssay } from '../lib/export/record.ts';
import { type ClippedJob, clipAll } from './clip/clip-all.ts';
import { jobsOfInputs, withArchivedPages } from './clip/inputs.ts';
import { type Job, jobsOfManifest } from './clip/jobs.ts';
import { essayMarkdown } from './clip/markdown.ts';
import { partsOfJob } from './clip/originals.ts';
import { errorRecord, pageRecord } from './clip/record.ts';
import { Stopped, untilStopped } from './clip/until-stopped.ts';
import { formatNames, writeFormat } from './clip/write-format.ts';

const usage = `Usage: npm run --silent clip -- FILE… [--url URL] [--any] [--markdown]
       npm run --silent clip -- --manifest M.jsonl [--any] [--markdown]
       npm run --silent clip -- (FILE… | --manifest M.jsonl) --format FORMAT --out DIR
Prints one JSON line a page: what was recognised, and the essay.
  FILE             .html, .mht, an archive of pages (.zip, .htz, .maff, .warc, .arc, .wacz), or a folder of these
  --url URL        the address that the one FILE was served under
  --manifest M     JSON lines {"id", "file", "url"}, files beside it; the other pages of
                   a paginated essay as "pages": [{"file", "url"}, …]
  --jobs N         pages that are read side by side; as many as there are cores unless told
  --any            also extract pages that are not recognised
  --second-reader  have Readability read each page as well, and tell of prose that it
                   would have kept: "secondReader": {"agreement", "doubted": [texts]}
  --markdown       print the essays as Markdown
  --format FORMAT  write the essays, each once, into the folder of --out instead:
                   ${formatNames.join(', ')}
Exit status 1 when a page could not be read, 2 when the command is not understood.`;

/** Writes and waits until the pipe has taken it, so that nothing is lost when the process ends and memory stays flat. */
const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (problem) => (problem ? reject(problem) : resolve()));
  });

const sayProblem = (job: Job, problem: string): void => {
  console.error(`${job.id ?? '?'}: ${problem}`);
  process.exitCode = 1;
};

async function printMarkdown({ job, clipped }: ClippedJob, any: boolean): Promise<void> {
  if (!clipped.ok) return sayProblem(job, clipped.problem.detail ?? clipped.problem.code);
  const { essay } = pageRecord(job.id, clipped.value.recognition, clipped.value.essay);
  if (essay === null) return sayProblem(job, any ? 'nothing to read' : 'not an essay (--any extracts it all the same)');
  await print(`${essayMarkdown(essay)}\n`);
}

/** The essays of the pages, each once; pages that are none are passed over, as a crawl is full of them. */
async function* essaysOf(pages: AsyncIterable<ClippedJob>): AsyncGenerator<ExportRecord> {
  const seen = new Set<string>();
  for await (const { job, clipped } of pages) {
    if (!clipped.ok) sayProblem(job, clipped.problem.detail ?? clipped.problem.code);
    if (!clipped.ok || clipped.value.essay === null) continue;
    const id = await essayId(clipped.value.essay.originalUrl);
    if (!seen.has(id)) yield recordOfEssay(id, clipped.value.essay, partsOfJob(job, clipped.value.essay));
    seen.add(id);
  }
}

async function printLine({ job, clipped }: ClippedJob): Promise<void> {
  if (!clipped.ok) process.exitCode = 1;
  const record = clipped.ok
    ? pageRecord(job.id, clipped.value.recognition, clipped.value.essay)
    : errorRecord(job.id, clipped.problem.detail ?? clipped.problem.code);
  await print(`${JSON.stringify(record)}\n`);
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      manifest: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      any: { type: 'boolean', default: false },
      'second-reader': { type: 'boolean', default: false },
      jobs: { type: 'string', default: String(availableParallelism()) },
      format: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if ((values.manifest === undefined) === (positionals.length === 0)) throw new Error('Give files or a manifest.');
  if (values.url !== undefined && positionals.length !== 1) throw new Error('--url goes with one file.');
  if (values.url !== undefined && !URL.canParse(values.url)) throw new Error(`Not an address: ${values.url}`);
  const threads = Number(values.jobs);
  if (!Number.isInteger(threads) || threads < 1 || threads > 256)
    throw new Error('--jobs takes a number from 1 to 256.');
  const { format, out, markdown } = values;
  if ((format === undefined) !== (out === undefined)) throw new Error('--format and --out go together.');
  if (format !== undefined && markdown) throw new Error('--markdown prints; --format writes files.');
  if (format !== undefined && !formatNames.includes(format)) throw new Error(`Not a format: ${format}`);
  return { ...values, secondReader: values['second-reader'], threads, files: positionals };
}

async function main(): Promise<void> {
  const { files, url, manifest, markdown, any, secondReader, threads, format, out } = readArguments();
  const jobs = manifest === undefined ? jobsOfInputs(files, url) : withArchivedPages(await jobsOfManifest(manifest));
  const pages = untilStopped(clipAll(jobs, { any, secondReader, threads }));
  if (format !== undefined && out !== undefined) return writeFormat(essaysOf(pages), format, out);
  for await (const page of pages) await (markdown ? printMarkdown(page, any) : printLine(page));
}

// A reader that closes the pipe early (`… | head`) has what it wanted.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => process.exit(problem.code === 'EPIPE' ? 0 : 1));

await main().catch((problem: Error) => {
  // Threads may be in the midst of a page.
  if (problem instanceof Stopped) process.exit(problem.exitCode);
  console.error(`${problem.message}\n${usage}`);
  process.exitCode = 2;
});
