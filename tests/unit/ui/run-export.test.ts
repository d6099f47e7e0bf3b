import { expect, it, vi } from 'vitest';
import type { FileForm } from '../../../lib/export/format.ts';
import type { ExportRecord } from '../../../lib/export/record.ts';
import { type ReadRecords, runExport } from '../../../lib/features/export/run-export.ts';
import type { NewFile } from '../../../lib/ui/save-file.ts';
import { sampleRecord } from '../export/sample-record.ts';

const record = (n: number): ExportRecord => ({ ...sampleRecord(), id: String(n) });
const encode = (text: string) => new TextEncoder().encode(text);

/** Ids, one a line. */
const form: FileForm = {
  extension: 'txt',
  mime: 'text/plain',
  write: async function* (records) {
    yield encode('ids\n');
    for await (const { id } of records) yield encode(`${id}\n`);
  },
};

/** A file in memory: null once it is not there. */
function fileInMemory(fails: 'sink' | 'finish' | 'never' = 'never') {
  const state: { text: string | null; finished: boolean } = { text: '', finished: false };
  const file: NewFile = {
    async sink(bytes) {
      if (fails === 'sink') throw new Error('disk full');
      state.text += new TextDecoder().decode(bytes);
    },
    async finish() {
      if (fails === 'finish') throw new Error('disk full');
      state.finished = true;
      return 'written';
    },
    async cancel() {
      state.text = null;
    },
  };
  return { file, state };
}

const reads = (count: number): ReadRecords =>
  async function* () {
    for (let n = 0; n < count; n += 1) yield record(n);
  };
const watch = (signal = new AbortController().signal) => ({ signal, onProgress: vi.fn() });

it('writes all essays, and tells how far it is', async () => {
  const { file, state } = fileInMemory();
  const watched = watch();
  const outcome = await runExport(reads(1000), form, file, {}, watched);
  expect(outcome).toEqual({ ok: true, value: { count: 1000, lostEssays: [], lostOriginals: [] } });
  expect(state.text?.split('\n')).toHaveLength(1002);
  expect(state).toMatchObject({ finished: true });
  expect(watched.onProgress.mock.lastCall).toEqual([1000]);
});

it('gives a form its options', async () => {
  const write = vi.fn(form.write);
  await runExport(reads(1), { ...form, write }, fileInMemory().file, { title: '选集' }, watch());
  expect(write.mock.lastCall?.[1]).toEqual({ title: '选集' });
});

it('tells of each essay lost once, and of originals', async () => {
  const { file } = fileInMemory();
  const read: ReadRecords = async function* (onLost) {
    yield record(1);
    onLost('2', 'essay');
    onLost('3', 'original');
    onLost('3', 'original');
    yield record(3);
  };
  const watched = watch();
  const outcome = await runExport(read, form, file, {}, watched);
  expect(outcome).toEqual({ ok: true, value: { count: 2, lostEssays: ['2'], lostOriginals: ['3'] } });
  expect(watched.onProgress.mock.lastCall).toEqual([3]);
});

it('leaves no file when it is stopped', async () => {
  const { file, state } = fileInMemory();
  const stopping = new AbortController();
  const onProgress = (done: number) => done === 10 && stopping.abort();
  const outcome = await runExport(reads(1000), form, file, {}, { signal: stopping.signal, onProgress });
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'stopped' } });
  expect(state).toMatchObject({ text: null, finished: false });
});

it('leaves no file when none could be read, when reading fails, and when writing does', async () => {
  const failing: ReadRecords = async function* () {
    yield record(1);
    throw new Error('closed');
  };
  const none = fileInMemory();
  expect(await runExport(reads(0), form, none.file, {}, watch())).toMatchObject({
    problem: { code: 'nothing-to-export' },
  });
  const unread = fileInMemory();
  expect(await runExport(failing, form, unread.file, {}, watch())).toMatchObject({
    problem: { code: 'cannot-be-read' },
  });
  const full = fileInMemory('sink');
  expect(await runExport(reads(3), form, full.file, {}, watch())).toMatchObject({ problem: { code: 'not-written' } });
  const last = fileInMemory('finish');
  expect(await runExport(reads(3), form, last.file, {}, watch())).toMatchObject({ problem: { code: 'not-written' } });
  expect([none, unread, full, last].map(({ state }) => state.text)).toEqual([null, null, null, null]);
});

it('lets others have their turn', async () => {
  const slow: FileForm = {
    ...form,
    write: async function* (records) {
      for await (const { id } of records) {
        clock.now += 4;
        yield encode(id);
      }
    },
  };
  const clock = { now: 0 };
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now);
  const turns = vi.spyOn(globalThis, 'setTimeout');
  await runExport(reads(50), slow, fileInMemory().file, {}, watch());
  // Fifty records of 4 ms by slices of 12.
  const given = turns.mock.calls.filter(([, wait]) => wait === 0).length;
  vi.restoreAllMocks();
  expect(given).toBeGreaterThan(10);
});
