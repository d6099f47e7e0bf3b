import { render } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { Parts } from '../../../lib/search/contract.ts';
import Passage from '../../../lib/ui/essays/Passage.svelte';

afterEach(() => document.body.replaceChildren());

/** Parts of a text in which what stands between brackets was sought. */
const parts = (text: string): Parts =>
  text
    .split(/(\[[^\]]*\])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('[') ? { text: part.slice(1, -1), hit: true } : { text: part, hit: false }));

/** What a passage shows, with brackets about what is marked. */
const shown = (container: Element): string =>
  [...(container.querySelector('p')?.childNodes ?? [])]
    .map((node) => (node.nodeName === 'MARK' ? `[${node.textContent}]` : (node.textContent ?? '')))
    .join('');

const texts = ['', '渔村', '[渔]村', '渔[村]', '渔[村]的[合作社]', '[合作社]的[兴]衰', '[合作社]', '兴衰与[变]迁', ''];

it('shows each passage after each other as by itself', async () => {
  for (const first of texts) {
    for (const second of texts) {
      const { container, rerender, unmount } = render(Passage, { parts: parts(first) });
      expect(shown(container)).toBe(first);
      await rerender({ parts: parts(second) });
      expect(shown(container)).toBe(second);
      unmount();
    }
  }
});

it('makes no node anew where one of its kind is there', async () => {
  const { container, rerender } = render(Passage, { parts: parts('渔[村]的[合作社]') });
  const before = [...(container.querySelector('p')?.childNodes ?? [])];
  await rerender({ parts: parts('乡[镇]与[工]业') });
  expect([...(container.querySelector('p')?.childNodes ?? [])].slice(0, 4)).toEqual(before);
  expect(container.querySelector('p')?.childNodes[1]).toBe(before[1]);
});
