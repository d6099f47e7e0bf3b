import 'fake-indexeddb/auto';
import { Blob } from 'node:buffer';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { strFromU8, unzipSync } from 'fflate';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Collection } from '../../../lib/collection/collection.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import ExportDesk from '../../../lib/features/export/ExportDesk.svelte';
import { formatWords } from '../../../lib/features/export/format-words.ts';
import { offeredFormats } from '../../../lib/features/export/offered-formats.ts';
import type { Scope } from '../../../lib/features/export/scope.ts';
import { readSettings } from '../../../lib/settings/settings.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { deleteUnder } from '../../support/delete-under.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { sampleKeeping } from '../../support/keepings.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

/** What the reader's picker gave, written to. */
const saved = { name: '', text: '', bytes: [] as Uint8Array[], closed: false, removed: false };
const held: { write: () => Promise<void> } = { write: async () => {} };

beforeEach(() => {
  allowDialogs();
  fakeBrowser.reset();
  Object.assign(saved, { name: '', text: '', bytes: [], closed: false, removed: false });
  held.write = async () => {};
  // The platform of the tests has blobs that cannot be read as streams.
  vi.stubGlobal('Blob', Blob);
  vi.stubGlobal('showSaveFilePicker', async ({ suggestedName }: { suggestedName: string }) => {
    saved.name = suggestedName;
    return {
      createWritable: async () => ({
        write: async (bytes: Uint8Array) => {
          await held.write();
          saved.text += new TextDecoder().decode(bytes);
          saved.bytes.push(bytes.slice());
        },
        close: async () => {
          saved.closed = true;
        },
        abort: async () => {},
      }),
      getFile: async () => ({ size: 0 }),
      remove: async () => {
        saved.removed = true;
      },
    };
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function kept(titles: readonly string[]): Promise<{ collection: Collection; ids: string[] }> {
  const collection = emptyCollection();
  const ids: string[] = [];
  for (const [n, title] of titles.entries()) {
    const keeping = sampleKeeping({ title, originalUrl: `http://www.example-school.cn/${n}.htm`, text: title });
    ids.push(expectValue(await keepEssay(collection, keeping)).id);
  }
  return { collection, ids };
}

const scopeOf = (is: Scope['is'], ids: readonly string[]): Scope => ({ is, count: ids.length, ids: async () => ids });
const pick = (id: string) => {
  const input = document.querySelector(`[data-format="${id}"] input`);
  if (input === null) throw new Error(`no ${id}`);
  return fireEvent.click(input);
};
const start = () => fireEvent.click(screen.getByTestId('export-start'));

it('names every format there is', () => {
  for (const { id } of offeredFormats)
    expect(formatWords(id), id).toMatchObject({ hint: expect.stringMatching(/。$/) });
});

it('exports the scope that is chosen in the format that is chosen, and remembers the format', async () => {
  const { collection, ids } = await kept(['甲', '乙']);
  render(ExportDesk, { collection, scopes: [scopeOf('chosen', ids.slice(1)), scopeOf('all', ids)], shown: true });
  await fireEvent.click(screen.getByLabelText('全部 2 篇'));
  await pick('bibtex');
  await start();
  expect((await screen.findByTestId('export-done')).textContent).toContain('2 篇');
  expect(saved).toMatchObject({ closed: true, removed: false });
  expect(saved.name).toMatch(/^wencun-\d{4}-\d\d-\d\d\.bib$/);
  expect(saved.text.match(/title = \{.\}/g)).toEqual(['title = {甲}', 'title = {乙}']);
  await vi.waitFor(async () => expect((await readSettings()).exportFormat).toBe('bibtex'));
});

it('calls the file of one essay by its title', async () => {
  const { collection, ids } = await kept(['甲/乙']);
  render(ExportDesk, { collection, scopes: [scopeOf('one', ids)], shown: true });
  await pick('ris');
  await start();
  await screen.findByTestId('export-done');
  expect(saved.name).toBe('甲 乙.ris');
});

it('hands essays over as a file that is called by its title, and tells from whom it is', async () => {
  const { collection, ids } = await kept(['甲', '乙']);
  render(ExportDesk, { collection, scopes: [scopeOf('all', ids)], shown: true });
  await pick('collection');
  await fireEvent.input(screen.getByTestId('export-book-title'), { target: { value: '县域/研究' } });
  await fireEvent.input(screen.getByTestId('export-from'), { target: { value: ' 王芳 ' } });
  await start();
  expect((await screen.findByTestId('export-done')).textContent).toContain('2 篇');
  expect(saved).toMatchObject({ name: '县域 研究.zip', closed: true, removed: false });
  expect(saved.bytes).not.toHaveLength(0);
  const manifest = JSON.parse(strFromU8(unzipSync(Buffer.concat(saved.bytes))['manifest.json'] ?? new Uint8Array()));
  expect(manifest.handed).toEqual({ title: '县域/研究', from: '王芳', own: false });
});

it('leaves no file to hand over with no essay in it', async () => {
  const { collection } = await kept([]);
  render(ExportDesk, { collection, scopes: [scopeOf('chosen', ['gone'])], shown: true });
  await pick('collection');
  await start();
  expect((await screen.findByTestId('export-problem')).textContent).toContain('没有留下文件');
  expect(saved).toMatchObject({ closed: false, removed: true });
});

it('tells which essays were lost', async () => {
  const { collection, ids } = await kept(['甲', '乙']);
  await collection.bodies
    .where('essayId')
    .equals(ids[0] ?? '')
    .delete();
  render(ExportDesk, { collection, scopes: [scopeOf('all', ids)], shown: true });
  await pick('jsonl');
  await start();
  expect((await screen.findByTestId('export-lost')).textContent).toMatch(/1 篇.*甲/s);
});

it('goes on when its dialog is closed, warns before the page goes, and stopped leaves no file', async () => {
  const { collection, ids } = await kept(['甲']);
  const writing: { letGo: () => void } = { letGo: () => {} };
  held.write = () =>
    new Promise((resolve) => {
      writing.letGo = resolve;
    });
  render(ExportDesk, { collection, scopes: [scopeOf('all', ids)], shown: true });
  await pick('jsonl');
  await start();
  await screen.findByTestId('export-stop');
  const leaving = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
  screen.getByTestId<HTMLDialogElement>('export').close();
  expect((await screen.findByTestId('export-strip')).dataset['stage']).toBe('working');
  await fireEvent.click(screen.getByTestId('export-look'));
  await fireEvent.click(await screen.findByTestId('export-stop'));
  writing.letGo();
  expect((await screen.findByTestId('export-problem')).textContent).toContain('没有留下文件');
  expect(saved).toMatchObject({ closed: false, removed: true });
  const staying = new Event('beforeunload', { cancelable: true });
  dispatchEvent(staying);
  expect(staying.defaultPrevented).toBe(false);
});

it('stays as it was when no place for the file is chosen', async () => {
  const picker = vi.fn(async () => {
    throw new DOMException('', 'AbortError');
  });
  vi.stubGlobal('showSaveFilePicker', picker);
  const { collection, ids } = await kept(['甲']);
  render(ExportDesk, { collection, scopes: [scopeOf('all', ids)], shown: true });
  await start();
  await vi.waitFor(() => expect(picker).toHaveBeenCalledOnce());
  await picker.mock.results[0]?.value.catch(() => undefined);
  await tick();
  expect(screen.getByTestId('export').dataset['stage']).toBe('choosing');
  // Nothing was begun that stands in the way: the next try asks again.
  await start();
  await vi.waitFor(() => expect(picker).toHaveBeenCalledTimes(2));
});

it('leaves no file where the library is made anew in its midst, and says so', async () => {
  const { collection, ids } = await kept(['甲', '乙']);
  const whole = scopeOf('all', ids);
  const underIt = async (): Promise<readonly string[]> => {
    await deleteUnder(collection);
    return whole.ids();
  };
  render(ExportDesk, { collection, scopes: [{ ...whole, ids: underIt }], shown: true });
  await pick('jsonl');
  await start();
  expect((await screen.findByTestId('export-problem')).textContent).toContain('文库在途中丢失');
  expect(saved).toMatchObject({ closed: false, removed: true });
});
