import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clipAll } from '../../../scripts/clip/clip-all.ts';
import { clipPage } from '../../../scripts/clip/clip-page.ts';
import { inOrder } from '../../../scripts/clip/in-order.ts';
import { type Job, jobsOfFiles } from '../../../scripts/clip/jobs.ts';
import { openTestPage } from '../../support/parse-page.ts';

const pagesFolder = join(import.meta.dirname, '../../pages');
const rough = new URL('../../support/rough-thread.ts', import.meta.url);

const job = (id: string): Job => ({ id, file: id, url: '' });
const samplePages = (): Job[] =>
  readdirSync(pagesFolder).flatMap((slug) => {
    const folder = join(pagesFolder, slug);
    const { url } = JSON.parse(readFileSync(join(folder, 'origin.json'), 'utf8')) as { url: string };
    const [file = ''] = readdirSync(folder).filter((name) => name.startsWith('source.'));
    return jobsOfFiles([join(folder, file)], url);
  });

async function saidOf(ids: readonly string[], options: { threads: number; patience?: number }) {
  const said: (string | undefined)[] = [];
  for await (const { clipped } of clipAll(ids.map(job), { any: false, program: rough, ...options }))
    said.push(clipped.ok ? 'ok' : clipped.problem.detail);
  return said;
}

describe('pages in several threads', () => {
  it('come out as they do one after another', { timeout: 120_000 }, async () => {
    const jobs = samplePages().filter((_, n) => n % 3 === 0);
    let at = 0;
    for await (const { job, clipped } of clipAll(jobs, { any: true, threads: 2 })) {
      expect(job).toBe(jobs[at]);
      expect(clipped, `${job.id}`).toEqual(await clipPage(job, { any: true }, openTestPage));
      at += 1;
    }
    expect(at).toBe(jobs.length);
  });

  it('come in the order of the jobs, however long each takes', async () => {
    const ids = Array.from({ length: 200 }, (_, n) => `${n}`);
    expect(await saidOf(ids, { threads: 3 })).toEqual(ids);
  });

  it('that hang, break their thread, end it or fill its memory cost themselves alone', async () => {
    const ids = ['a', 'hang', 'b', 'throw', 'c', 'exit', 'd', 'hang', 'throw', 'e'];
    const said = await saidOf(ids, { threads: 2, patience: 400 });
    const [late, broken, ended] = ['took longer than 0.4 s', 'failed: broken', 'ended its thread'];
    expect(said).toEqual(['a', late, 'b', broken, 'c', ended, 'd', late, broken, 'e']);
    expect(await saidOf(['fill', 'f'], { threads: 1 })).toEqual(['takes too much memory', 'f']);
  });

  it('say so when a thread cannot start', async () => {
    const none = clipAll([job('a')], { any: false, threads: 1, program: new URL('none.ts', rough) });
    await expect(none.next()).rejects.toThrow(/none\.ts/);
  });
});

describe('one after another, several at a time', () => {
  it('takes no more on than are asked for', async () => {
    let taken = 0;
    const items = (function* () {
      for (; ; taken += 1) yield taken;
    })();
    const results = inOrder(items, 5, async (item) => item);
    for (let n = 0; n < 20; n += 1) {
      expect((await results.next()).value).toBe(n);
      expect(taken).toBeLessThanOrEqual(n + 5);
    }
  });

  it('ends with the first that fails, in its turn', async () => {
    const results = inOrder([0, 1, 2], 3, async (item) => (item === 1 ? Promise.reject(new Error('one')) : item));
    expect((await results.next()).value).toBe(0);
    await expect(results.next()).rejects.toThrow('one');
  });
});

it('Ctrl+C ends the command line at once, and leaves no file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wencun stop '));
  const script = join(import.meta.dirname, '../../../scripts/clip.ts');
  const files = Array.from({ length: 40 }, samplePages).flatMap((jobs) => jobs.map(({ file }) => file));
  // A file that is not there is the first to be told of: by then the threads are at work on those behind it.
  const given = [join(folder, 'missing.html'), ...files];
  const child = spawn(process.execPath, [script, ...given, '--any', '--format', 'jsonl', '--out', folder]);
  await once(child.stderr, 'data');
  await expect.poll(() => readdirSync(folder), { timeout: 20_000 }).toEqual(['essays.jsonl.part']);
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  expect(code).toBe(130);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
