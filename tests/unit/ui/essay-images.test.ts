import 'fake-indexeddb/auto';
import { flushSync, mount, unmount } from 'svelte';
import { fromStore, writable } from 'svelte/store';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ImageRow } from '../../../lib/collection/rows.ts';
import { showConverted } from '../../../lib/features/show-essay/convert-script.ts';
import EssayImage from '../../../lib/features/show-essay/EssayImage.svelte';
import EssayImages from '../../../lib/features/show-essay/EssayImages.svelte';
import { createImageStore } from '../../../lib/features/show-essay/image-store.ts';
import { readShownText } from '../../../lib/features/show-essay/shown-text.ts';
import { rainfallGif } from '../../corpus/portal/images.ts';
import { emptyCollection } from '../../support/collections.ts';

const address = 'http://a.example/1.gif';
const row = (changes: Partial<ImageRow> = {}): ImageRow => ({
  essayId: 'a',
  address,
  type: 'image/gif',
  bytes: rainfallGif(24, 20),
  problem: '',
  takenAt: '2026-03-01T08:00:00Z',
  ...changes,
});
const made: string[] = [];
const revoked = vi.fn();

beforeEach(() => {
  made.length = 0;
  revoked.mockClear();
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        made.push(blob.type);
        return `blob:${made.length}`;
      },
      revokeObjectURL: revoked,
    }),
  );
});
afterEach(() => {
  document.body.replaceChildren();
});

it('gives an image an address once, and takes it back', () => {
  const store = createImageStore();
  store.take([row()]);
  expect(store.take([row()]).get(address)).toEqual({ is: 'here', url: 'blob:1', size: { width: 24, height: 20 } });
  expect(made).toEqual(['image/gif']);
  store.clear();
  expect(revoked).toHaveBeenCalledExactlyOnceWith('blob:1');
});

it('shows nothing that its bytes do not bear out, whatever a backup says of it', () => {
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const shown = createImageStore().take([row({ bytes: svg, type: 'image/svg+xml' })]);
  expect(shown.get(address)).toEqual({ is: 'missing', problem: 'not-an-image' });
  expect(made).toEqual([]);
});

it('shows an image when it comes after all', () => {
  const store = createImageStore();
  expect(store.take([row({ bytes: null, type: '', problem: 'unreachable' })]).get(address)?.is).toBe('missing');
  expect(store.take([row()]).get(address)?.is).toBe('here');
});

function picture(props: Record<string, unknown>): HTMLElement {
  const target = document.createElement('span');
  document.body.append(target);
  const shown = mount(EssayImage, {
    target,
    props: { address, words: '梯田', image: null, linked: false, fetchAgain: null, ...props } as never,
  });
  flushSync();
  onEnd.push(() => void unmount(shown));
  return target;
}
const onEnd: (() => void)[] = [];
afterEach(() => {
  for (const end of onEnd.splice(0)) end();
});

it('says why an image is not there, and where it was', () => {
  const box = picture({ image: { is: 'missing', problem: 'not-found' } });
  expect(box.textContent).toContain('梯田');
  expect(box.textContent).toContain('网站上已经没有这张图片');
  expect(box.querySelector('a')?.href).toBe(address);
  expect(box.querySelector('button')).toBeNull();
});

it('puts no link within a link, and shows nothing while it does not know', () => {
  expect(picture({ linked: true }).querySelectorAll('a, button')).toHaveLength(0);
  expect(picture({ image: undefined }).textContent).toBe('');
});

it('asks again once, and says when that came to nothing', async () => {
  const answer: { give?: (outcome: 'denied') => void } = {};
  const fetchAgain = vi.fn(() => new Promise<'denied'>((resolve) => Object.assign(answer, { give: resolve })));
  const box = picture({ fetchAgain });
  const button = box.querySelector('button');
  button?.click();
  button?.click();
  expect(fetchAgain).toHaveBeenCalledTimes(1);
  answer.give?.('denied');
  await vi.waitFor(() => expect(box.querySelector('[role="status"]')?.textContent).toBe('没有得到准许。'));
});

it('adds no word to the text, and is not put into another script', () => {
  const essay = document.createElement('div');
  const place = document.createElement('span');
  place.className = 'picture';
  place.textContent = '网站上没有图片';
  const paragraph = document.createElement('p');
  paragraph.append('甲网', place, '乙');
  essay.append(paragraph);
  showConverted(essay, (text) => text.replaceAll('网', '網'), new WeakMap());
  expect(place.textContent).toBe('网站上没有图片');
  expect(readShownText(essay).text).toBe('甲網乙');
});

it('leaves what stands in an image’s place when the essay is tagged, noted or read on', async () => {
  const body = document.createElement('div');
  body.innerHTML = `<p>上</p><span class="picture" data-address="${address}"></span>`;
  document.body.append(body);
  const essay = (tags: readonly string[]) =>
    ({ row: { id: 'a', originalUrl: 'http://a.example/1.htm', archivedCopy: null, tags }, capture: null }) as never;
  const written = writable(essay([]));
  const current = fromStore(written);
  const shown = mount(EssayImages, {
    target: document.body,
    props: {
      collection: emptyCollection(),
      body,
      get essay() {
        return current.current;
      },
    },
  });
  onEnd.push(() => void unmount(shown));
  const box = () => body.querySelector('[data-testid="picture-absent"]');
  await vi.waitFor(() => expect(box()).not.toBeNull());
  const before = box();
  written.set(essay(['党建']));
  flushSync();
  expect(box()).toBe(before);
});
