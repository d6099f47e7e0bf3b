import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import RenameBox from '../../../entrypoints/library/dialogs/RenameBox.svelte';
import SaveSearchDialog from '../../../entrypoints/library/dialogs/SaveSearchDialog.svelte';
import Find from '../../../entrypoints/reader/text/Find.svelte';
import SearchBox from '../../../lib/features/search/SearchBox.svelte';
import EditDialog from '../../../lib/ui/dialogs/EditDialog.svelte';
import NameBox from '../../../lib/ui/inputs/NameBox.svelte';
import { isComposing } from '../../../lib/ui/keys/composing.ts';
import { allowDialogs } from '../../support/dialogs.ts';
import { essayRows } from '../../support/essay-rows.ts';
import { sourcesOf } from '../../support/sources.ts';

/*
 * A word that is composed by an input method is not yet what is meant: the Enter that ends it, and the Escape that gives it up, are the
 * method's own, however the browser tells of them.
 */

beforeEach(allowDialogs);
afterEach(() => document.body.replaceChildren());

const told = { all: vi.fn() };
beforeEach(() => {
  told.all = vi.fn();
});
const onany = (...words: unknown[]) => told.all(...words);

const boxes = {
  'name box': () => {
    render(NameBox, { label: '标签', names: [], testid: 'box', onname: onany });
    return screen.getByTestId<HTMLInputElement>('box');
  },
  'search box': () => {
    render(SearchBox, { value: '渔村', label: '检索', testid: 'box', onsearch: onany });
    return screen.getByTestId<HTMLInputElement>('box');
  },
  'renaming box': () => {
    render(RenameBox, { name: '旧名', label: '名称', testid: 'box', onrename: onany });
    return screen.getByTestId<HTMLInputElement>('box');
  },
  'find box': () => {
    const shown = { text: '', stored: '', rangeOf: () => null, offsetOf: () => null };
    render(Find, { shown, query: '渔村', onclose: onany });
    return screen.getByTestId<HTMLInputElement>('find-box');
  },
  'name of a search': () => {
    render(SaveSearchDialog, { suggested: '渔村', onsave: onany, onclose: onany });
    return screen.getByTestId<HTMLInputElement>('search-name');
  },
  'field of an essay': () => {
    const [row] = essayRows(['essay-1']);
    if (row === undefined) throw new Error('no row');
    render(EditDialog, { row, onsave: onany, onback: onany, onclose: onany });
    return screen.getByTestId<HTMLInputElement>('edit-unit');
  },
} as const;

describe.each(Object.entries(boxes))('the %s', (_, open) => {
  it.each([
    ['isComposing', { isComposing: true }],
    ['key code 229', { keyCode: 229 }],
  ] as const)('leaves Enter and Escape to the input method: %s', async (_name, how) => {
    const box = open();
    await tick();
    const page = vi.fn();
    const form = box.form;
    const submitted = vi.fn((event: Event) => event.preventDefault());
    form?.addEventListener('submit', submitted);
    document.addEventListener('keydown', page);
    for (const key of ['Enter', 'Escape', 'ArrowDown']) {
      // What is prevented is the form's answer to Enter; the method has taken the key by then.
      const left = await fireEvent.keyDown(box, { key, ...how });
      if (key === 'Enter' && form !== null) expect(left).toBe(false);
    }
    document.removeEventListener('keydown', page);
    expect(told.all).not.toHaveBeenCalled();
    expect(submitted).not.toHaveBeenCalled();
  });
});

it('is asked by every component that listens to the keys of a text box', () => {
  const listening = sourcesOf(/^(lib|entrypoints)\/.*\.svelte$/).filter(({ text }) => {
    const markup = text.replace(/<(script|style)[\s\S]*?<\/\1>/g, '');
    return /<(?:input|textarea)\b/.test(markup) && /\bonkey(?:down|up|press)\b/.test(markup);
  });
  expect(listening.length).toBeGreaterThan(3);
  expect(listening.filter(({ text }) => !text.includes('keys/composing.ts')).map(({ path }) => path)).toEqual([]);
});

it('tells a composed key by either sign, and no other event by any', () => {
  expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))).toBe(true);
  expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 }))).toBe(true);
  expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter' }))).toBe(false);
  expect(isComposing(new Event('input'))).toBe(false);
});
