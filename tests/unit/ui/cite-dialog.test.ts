import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Essay } from '../../../lib/essay/essay.ts';
import { cslItem } from '../../../lib/export/cite/csl.ts';
import CiteDialog from '../../../lib/features/cite/CiteDialog.svelte';
import { changeSettings, readSettings } from '../../../lib/settings/settings.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { sampleRecord } from '../export/sample-record.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

interface Item {
  readonly parts: Readonly<Record<string, Blob>>;
}
const clipboard = { writeText: vi.fn(async (_: string) => {}), write: vi.fn(async (_: readonly Item[]) => {}) };

beforeEach(() => {
  allowDialogs();
  fakeBrowser.reset();
  vi.clearAllMocks();
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  vi.stubGlobal(
    'ClipboardItem',
    class implements Item {
      readonly parts: Item['parts'];
      constructor(parts: Item['parts']) {
        this.parts = parts;
      }
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const work = (id: string, facts: Partial<Essay> = {}) => cslItem({ ...sampleRecord(facts), id });
const works = [work('1', { title: '乙', authors: ['周望川'] }), work('2', { title: '甲', authors: ['陈一'] })];

function show(given = works, count = given.length) {
  render(CiteDialog, {
    count,
    read: async function* () {
      yield* given;
    },
    onclose: vi.fn(),
  });
  return screen.findByTestId('cite-preview');
}
const lines = () => [...screen.getByTestId('cite-preview').querySelectorAll('p')].map((p) => p.textContent ?? '');
const choose = (group: string, choice: string) => {
  const input = screen.getByTestId(group).querySelector(`[data-choice="${choice}"] input`);
  if (input === null) throw new Error(`no ${choice}`);
  return fireEvent.click(input);
};

it('shows the references as the style has them, and remembers the style', async () => {
  await show();
  expect(lines().map((line) => line.slice(0, 10))).toEqual(['[1] 周望川. 乙', '[2] 陈一. 甲[']);
  await choose('cite-system', 'author-date');
  expect(lines().map((line) => line.slice(0, 8))).toEqual(['陈一, 2005', '周望川, 200']);
  await choose('cite-standard', 'gbt7714-2025');
  expect(lines()[0]).toMatch(/^陈一，2005\. 甲\[EB\/OL\]/);
  await vi.waitFor(async () => expect((await readSettings()).citeStyle).toBe('gbt7714-2025-author-date'));
  await choose('cite-standard', 'ris');
  expect(lines()[0]).toMatch(/^TY {2}- ELEC/);
  expect(screen.queryByTestId('cite-system')).toBeNull();
});

it('writes Chicago, APA and MLA in pinyin, in the order of the alphabet', async () => {
  await show();
  for (const [style, start] of [
    ['chicago', 'Chen Yi 陈一. “Jia” 甲.'],
    ['apa', 'Chen, Y. (2005'],
    ['mla', 'Chen Yi 陈一. “Jia” 甲.'],
  ] as const) {
    await choose('cite-standard', style);
    await vi.waitFor(() => expect(lines()[0]?.startsWith(start)).toBe(true));
    expect(screen.queryByTestId('cite-system')).toBeNull();
    expect(screen.queryByTestId('cite-copy-text')).not.toBeNull();
  }
});

it('starts with the style used last', async () => {
  await changeSettings({ citeStyle: 'bibtex' });
  await show();
  expect(lines()[0]).toMatch(/^@online\{wencun-1/);
});

it('copies text, and rich text with text beside it', async () => {
  await show([work('1', { title: '甲<b>乙' })]);
  await fireEvent.click(screen.getByTestId('cite-copy-text'));
  await vi.waitFor(() => expect(screen.getByTestId('cite-told').textContent).toBe('已复制'));
  expect(clipboard.writeText.mock.calls[0]?.[0]).toMatch(/^周望川, 林砚秋\. 甲<b>乙\[EB\/OL\].*\.$/);
  await fireEvent.click(screen.getByTestId('cite-copy'));
  await vi.waitFor(() => expect(clipboard.write).toHaveBeenCalledOnce());
  const parts = clipboard.write.mock.calls[0]?.[0][0]?.parts;
  expect(await parts?.['text/html']?.text()).toMatch(/^<p>周望川, 林砚秋\. 甲&lt;b&gt;乙/);
  expect(await parts?.['text/plain']?.text()).toMatch(/^周.*甲<b>乙/);
});

it('says when the browser lets nothing be copied', async () => {
  clipboard.writeText.mockRejectedValueOnce(new Error('denied'));
  await show();
  await fireEvent.click(screen.getByTestId('cite-copy-text'));
  await vi.waitFor(() => expect(screen.getByTestId('cite-told').textContent).toContain('复制失败'));
});

it('says how many could not be cited, and that none could', async () => {
  await show(works, 3);
  expect(screen.getByTestId('cite-lost').textContent).toContain('1 篇');
  cleanup();
  await show([], 1);
  expect(screen.getByTestId<HTMLButtonElement>('cite-copy').disabled).toBe(true);
});

it('says when the essays cannot be read', async () => {
  render(CiteDialog, {
    count: 1,
    read: () => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('closed')) }),
    }),
    onclose: vi.fn(),
  });
  expect((await screen.findByRole('alert')).textContent).toContain('无法读取');
});
