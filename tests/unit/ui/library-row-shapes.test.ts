import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import Item from '../../../entrypoints/library/list/Item.svelte';
import type { Results } from '../../../entrypoints/library/list/results.svelte.ts';
import type { RowProps } from '../../../entrypoints/library/list/row/row-props.ts';
import CompactItem from '../../../entrypoints/library/list/shape/CompactItem.svelte';
import TableItem from '../../../entrypoints/library/list/shape/TableItem.svelte';
import { foreignId } from '../../../lib/collection/subscriptions/foreign-id.ts';
import { tableColumns } from '../../../lib/settings/list-looks.ts';
import { essayRows } from '../../support/essay-rows.ts';

afterEach(() => document.body.replaceChildren());

const theirs = foreignId('aaaaaaaaaaaa', 'essay-2');
const more = createRawSnippet(() => ({ render: () => '<i></i>' }));

function propsOf(id: string, change: Partial<RowProps> = {}): RowProps {
  const [row] = essayRows([id]);
  const results = { at: () => row && { row, snippet: null }, need: async () => undefined, found: null, total: 7 };
  return {
    results: results as unknown as Results,
    place: 2,
    view: 'kept',
    names: { tag: new Map(), shelf: new Map() },
    ontag: vi.fn(),
    chosen: () => false,
    onpick: vi.fn(),
    ondelete: vi.fn(),
    onrestore: vi.fn(),
    ondrag: vi.fn(),
    others: new Map([['aaaaaaaaaaaa', '李老师']]),
    ontake: vi.fn(),
    columns: tableColumns,
    more,
    ...change,
  };
}

describe.each([
  ['comfortable', Item],
  ['compact', CompactItem],
  ['table', TableItem],
] as const)('a row of the %s list', (_, One) => {
  it('opens its essay, can be chosen and deleted, and has a menu', async () => {
    const props = propsOf('essay-1');
    render(One, props);
    const row = screen.getByTestId('library-row');
    expect(row.dataset['id']).toBe('essay-1');
    expect(row.getAttribute('aria-label')).toBe('题名 essay-1');
    expect(row.querySelector('[data-open]')?.getAttribute('href')).toContain('essay-1');
    expect(row.querySelector('[data-more]')).not.toBeNull();
    row.querySelector<HTMLElement>('[data-pick]')?.click();
    expect(props.onpick).toHaveBeenCalledOnce();
    row.querySelector<HTMLElement>('[data-delete]')?.click();
    expect(props.ondelete).toHaveBeenCalledOnce();
  });

  it('says whose it is where it is another’s, which can be taken, and not chosen or deleted', () => {
    const props = propsOf(theirs);
    render(One, props);
    expect(screen.getByTestId('row-whose').textContent).toContain('李老师');
    const row = screen.getByTestId('library-row');
    expect(row.querySelector('[data-pick], [data-delete], [data-more]')).toBeNull();
    screen.getByTestId('row-take').click();
    expect(props.ontake).toHaveBeenCalledOnce();
  });

  it('is brought back where it is in the trash', () => {
    const props = propsOf('essay-1', { view: 'trash' });
    render(One, props);
    screen.getByTestId('restore').click();
    expect(props.onrestore).toHaveBeenCalledOnce();
    expect(screen.queryByTestId('delete')).toBeNull();
  });
});

describe.each([
  ['compact', CompactItem],
  ['table', TableItem],
] as const)('a row of the %s list that was found', (_, One) => {
  const found = (snippet: object) => {
    const props = propsOf('essay-1');
    const [row] = essayRows(['essay-1']);
    const results = { at: () => ({ row, snippet }), need: async () => undefined, found: null, total: 7 };
    render(One, { ...props, results: results as unknown as Results });
  };
  const text = '县域经济的发展离不开乡镇企业，而';
  const parts = [
    { text, hit: false },
    { text: '集体资产', hit: true },
    { text: '的处置', hit: false },
  ];

  it('says where the hit is, from shortly before it, and its link is described so', () => {
    found({ id: 'essay-1', title: [], parts, found: [] });
    const hit = screen.getByTestId('row-hit');
    expect(hit.textContent?.replace(/\s+/g, '')).toBe(`…${text.slice(-10)}集体资产的处置`);
    expect(hit.querySelector('mark')?.textContent).toBe('集体资产');
    const link = screen.getByTestId('library-row').querySelector('[data-open]');
    expect(link?.getAttribute('aria-describedby')).toBe(hit.id);
  });

  it('names the field where it is not the text, and says nothing where the title marks it itself', () => {
    found({ id: 'essay-1', title: [], parts: [], found: [{ in: 'note', parts: [{ text: '要再读', hit: true }] }] });
    expect(screen.getByTestId('row-hit').textContent).toMatch(/笔记\s*要再读/);
    document.body.replaceChildren();
    found({ id: 'essay-1', title: [{ text: '题名', hit: true }], parts: [{ text, hit: false }], found: [] });
    expect(screen.queryByTestId('row-hit')).toBeNull();
  });
});
