import { afterEach, expect, it } from 'vitest';
import {
  anchorOfStep,
  keepAnchor,
  landingPlace,
  takeReturn,
} from '../../../entrypoints/library/list/landing/way-back.ts';
import { leaveList } from '../../../entrypoints/library/list/reader-link.ts';
import { tellRead } from '../../../entrypoints/reader/bar/result-list.ts';

afterEach(() => {
  sessionStorage.clear();
  document.body.replaceChildren();
  history.replaceState(null, '', '/library.html');
});

const order = ['a', 'b', 'c', 'd'];
const here = () => `${location.pathname}${location.search}`;

it('comes back to the row that was opened, where it stood, once', () => {
  history.replaceState(null, '', '/library.html?q=渔村&sort=title');
  leaveList(order, sessionStorage, 'c', 240.5);
  expect(takeReturn(here(), sessionStorage)).toEqual({ id: 'c', order, top: 240.5, focus: true });
  expect(takeReturn(here(), sessionStorage)).toBeNull();
});

it('comes back to the essay that was read last, whichever was opened', () => {
  leaveList(order, sessionStorage, 'b', 100);
  tellRead('d', 'library', sessionStorage);
  expect(takeReturn(here(), sessionStorage)).toEqual({ id: 'd', order, top: null, focus: true });
});

it('leaves other lists alone, until the one that was left is there again', () => {
  history.replaceState(null, '', '/library.html?q=渔村');
  leaveList(order, sessionStorage, 'b', 100);
  expect(takeReturn('/library.html?author=林', sessionStorage)).toBeNull();
  expect(takeReturn(here(), sessionStorage)?.id).toBe('b');
});

it('does without what it cannot read, and without room for what is read', () => {
  leaveList(order, sessionStorage, 'b', 100);
  sessionStorage.setItem('opened:library', 'b 100');
  sessionStorage.setItem('list:library', '{"a": 1}');
  expect(takeReturn(here(), sessionStorage)).toEqual({ id: 'b', order: [], top: null, focus: true });
  const full = {
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(() => tellRead('d', 'library', full)).not.toThrow();
  tellRead('d', null, sessionStorage);
  expect(sessionStorage.getItem('read:library')).toBeNull();
});

it('finds the row, else the nearest that was after it, else before it', () => {
  const landing = { id: 'c', order, top: null, focus: true };
  expect(landingPlace(landing, ['d', 'c', 'a'])).toBe(1);
  expect(landingPlace(landing, ['a', 'b', 'd'])).toBe(2);
  expect(landingPlace(landing, ['x', 'a', 'b'])).toBe(2);
  expect(landingPlace(landing, ['x', 'y'])).toBe(-1);
  expect(landingPlace({ ...landing, order: [] }, ['a', 'b', 'd'])).toBe(-1);
});

/** Rows at these distances from the top of the window, 80 pixels high each. */
function rowsAt(tops: Readonly<Record<string, number>>): void {
  for (const [id, top] of Object.entries(tops)) {
    const row = document.body.appendChild(document.createElement('article'));
    Object.assign(row.dataset, { row: '', id });
    row.getBoundingClientRect = () => ({ top, bottom: top + 80 }) as DOMRect;
    row.appendChild(document.createElement('a')).href = `#${id}`;
  }
}

it('notes in the step of history where the list stands: the row with the focus, else the first in sight', () => {
  rowsAt({ a: -200, b: -20, c: 60 });
  keepAnchor();
  expect(anchorOfStep(history.state)).toEqual({ id: 'b', top: -20, focus: false, order: [] });
  document.querySelector<HTMLElement>('[data-id="c"] a')?.focus();
  keepAnchor();
  expect(anchorOfStep(history.state)).toEqual({ id: 'c', top: 60, focus: true, order: [] });
  document.querySelector<HTMLElement>('[data-id="a"] a')?.focus();
  keepAnchor();
  expect(anchorOfStep(history.state)).toEqual({ id: 'b', top: -20, focus: false, order: [] });
  for (const state of [null, {}, { anchor: 'b' }, { anchor: { id: 1 } }]) expect(anchorOfStep(state)).toBeNull();
});
