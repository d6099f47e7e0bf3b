import * as v from 'valibot';

/** The place of an essay in the result list that led to it. */
export interface PlaceInList {
  /** From 1. */
  readonly number: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

const ids = v.fallback(v.array(v.string()), []);

/**
 * The place of an essay in the list named by the address (`?list=NAME`), whose ids the library left in the tab's session
 * storage under `list:NAME` as a JSON array; null without such a list, or when the essay is not in it.
 */
export function placeInList(id: string, name: string | null, storage: Pick<Storage, 'getItem'>): PlaceInList | null {
  const list = name === null ? [] : v.parse(ids, parse(storage.getItem(`list:${name}`)));
  const at = list.indexOf(id);
  if (at < 0) return null;
  return { number: at + 1, total: list.length, previous: list[at - 1] ?? null, next: list[at + 1] ?? null };
}

/** The library's address that the list of this name had, which it left under `from:NAME`; the library itself where it left none. */
export function wayBack(name: string | null, storage: Pick<Storage, 'getItem'>): string {
  const left = name === null ? null : storage.getItem(`from:${name}`);
  return left !== null && /^\/library\.html(?:\?|$)/.test(left) ? left : '/library.html';
}

/** Tells the list of this name which essay is read: the way back to it, by whatever way, ends at that row. */
export function tellRead(id: string, name: string | null, storage: Pick<Storage, 'setItem'>): void {
  try {
    if (name !== null) storage.setItem(`read:${name}`, id);
  } catch {
    // A storage without room for an id is done without: the way back then ends at the top of the list.
  }
}

/** The address of the reader with another essay: list and query go along. */
export function addressOfEssay(id: string, search: string): string {
  const address = new URLSearchParams(search);
  address.set('id', id);
  return `?${address}`;
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? '[]');
  } catch {
    return [];
  }
}
