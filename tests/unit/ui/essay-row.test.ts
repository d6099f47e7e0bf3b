import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { Parts } from '../../../lib/search/contract.ts';
import EssayRow from '../../../lib/ui/essays/EssayRow.svelte';
import { essayRows } from '../../support/essay-rows.ts';

afterEach(() => document.body.replaceChildren());

/** Shows an essay whose title was found as told; gives what the row says and marks. */
function shown(title: Parts) {
  for (const row of essayRows(['a'])) render(EssayRow, { row, href: '#', title });
  const link = screen.getByRole('link');
  return { text: link.textContent, marks: [...link.querySelectorAll('mark')].map((mark) => mark.textContent) };
}

it('marks in the title what was sought, and says it whole', () => {
  const title = [
    { text: '渔村', hit: false },
    { text: '合作社', hit: true },
    { text: '的兴衰', hit: false },
  ];
  expect(shown(title)).toEqual({ text: '渔村合作社的兴衰', marks: ['合作社'] });
});

it('says the title of the record where nothing was sought', () => {
  expect(shown([])).toEqual({ text: '题名 a', marks: [] });
});
