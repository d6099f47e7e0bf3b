import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import Theirs from '../../../entrypoints/reader/theirs/Theirs.svelte';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { foreignId } from '../../../lib/collection/subscriptions/foreign-id.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { sampleKeeping } from '../../support/keepings.ts';
import { publishedWorld } from '../../support/sync/published-world.ts';

vi.mock('wxt/browser', () => {
  const listeners = { addListener: () => undefined, removeListener: () => undefined };
  return { browser: { storage: { local: { get: async () => ({}) }, onChanged: listeners } } };
});
beforeEach(() => {
  allowDialogs();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
afterEach(cleanup);

/** Somebody publishes an essay, and later a newer version of it; it is read in a subscription. */
async function readEssay() {
  const world = await publishedWorld();
  const text = (words: string) => ({ text: words, html: `<p>${words}</p>` });
  const { id } = expectValue(await keepEssay(world.own, sampleKeeping(text('县域是城乡之间的纽带。'))));
  expectValue(await world.publish());
  const { collection, update } = await world.subscribe();
  await update();
  const later = sampleKeeping(text('县域是城市与乡村之间的纽带。'), { takenAt: '2026-05-01T08:00:00.000Z' });
  expectValue(await keepEssay(world.own, later));
  expectValue(await world.publish());
  await update();
  const own = emptyCollection();
  const shown = { id: foreignId('abcdefghijkl', id), query: '', place: null };
  render(Theirs, { own, collection, from: null, ...shown });
  await screen.findByTestId('whose-essay');
  return { own, id };
}

it('is cited, held against its original page, and tells where it came from', async () => {
  await readEssay();
  await fireEvent.click(screen.getByTestId('original-toggle'));
  await screen.findByTestId('original');
  await fireEvent.click(screen.getByTestId('provenance-toggle'));
  const record = await screen.findByTestId('provenance');
  expect(record.textContent).toContain('http://www.example-school.cn/article/show.asp?id=12');
  expect(record.querySelectorAll('button').length).toBe(1);
  await fireEvent.keyDown(document.body, { key: 'Escape' });
  await expect.poll(() => screen.queryByTestId('provenance')).toBeNull();
  await fireEvent.click(screen.getByTestId('cite-open'));
  const dialog = await screen.findByTestId('cite');
  await expect.poll(() => dialog.textContent).toContain('论县域经济的转型');
});

it('shows what was published before, and nothing to change it by', async () => {
  const { own } = await readEssay();
  await fireEvent.click(screen.getByTestId('versions-toggle'));
  const panel = await screen.findByTestId('versions');
  await expect.poll(() => screen.getAllByTestId('version').length).toBe(2);
  expect(panel.textContent).toContain('正在显示');
  const changes = screen.getByTestId<HTMLDetailsElement>('version-changes');
  changes.open = true;
  await fireEvent(changes, new Event('toggle'));
  await expect.poll(() => changes.querySelector('ins')?.textContent).toMatch(/市|村/);
  expect(screen.queryByTestId('version-use')).toBeNull();
  expect(await own.essays.count()).toBe(0);
});

/** Selects the first words of the text, as a reader does. */
async function selectWords(count: number) {
  const body = await screen.findByTestId('reader-body');
  await expect.poll(() => body.querySelector('p')?.firstChild).toBeTruthy();
  const words = body.querySelector('p')?.firstChild as Text;
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(words, count);
  range.getBoundingClientRect = () => new DOMRect();
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
  await fireEvent(document, new Event('selectionchange'));
}

it('gives words with their citation, by the key and by the bar over them, and no colour to mark them with', async () => {
  const written: string[] = [];
  // What is written is the item's parts themselves here: jsdom has no clipboard.
  vi.stubGlobal('ClipboardItem', function keep(parts: object) {
    return parts;
  });
  const write = async ([item]: Record<string, Blob>[]) => written.push((await item?.['text/plain']?.text()) ?? '');
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write } });
  await readEssay();
  await selectWords(8);
  const bar = await screen.findByTestId('mark-selection');
  expect([...bar.querySelectorAll('[data-testid]')].map((one) => one.getAttribute('data-testid'))).toEqual([
    'copy-words',
    'copy-quote',
    'quote-form',
    'search-words',
  ]);
  await fireEvent.keyDown(document.body, { key: 'y' });
  await expect.poll(() => written.length).toBe(1);
  expect(written[0]).toContain('县域是城');
  expect(written[0]).toContain('论县域经济的转型');
});

it('is heard and printed, and has no key that would change it', async () => {
  const { own } = await readEssay();
  expect(screen.getByTestId('aloud-toggle')).toBeTruthy();
  expect(screen.getByTestId('print')).toBeTruthy();
  for (const id of ['marks-toggle', 'export-open', 'zotero-open']) expect(screen.queryByTestId(id)).toBeNull();
  for (const key of ['1', 'n', 't', 'c', 'e', 'm', 'o', 'z']) await fireEvent.keyDown(document.body, { key });
  expect(document.querySelector('dialog[open]')).toBeNull();
  expect(await own.essays.count()).toBe(0);
});
