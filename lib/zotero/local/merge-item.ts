import type { ZoteroItem, ZoteroTag } from '../item.ts';

/** Fields as Zotero's JSON tells them. */
export type Fields = Readonly<Record<string, unknown>>;

/** What is to be changed of an item in Zotero, and what stays because the reader changed it there. */
export interface ItemChange {
  readonly changes: Fields;
  readonly left: readonly string[];
  /** What is to be remembered as ours, were nothing changed. */
  readonly base: Fields;
}

/**
 * Our item against the one that stands in Zotero (`now`) and what stood there when we sent it last (`last`, `{}` where that is not
 * known): a field that the reader changed in Zotero stays as it is there, and so does one that has something in it where we know not
 * whose that is. Tags are united, but for ours that are taken away here.
 */
export function mergeItem({ tags, ...ours }: ZoteroItem, now: Fields, last: Fields): ItemChange {
  const changes: Record<string, unknown> = {};
  const base: Record<string, unknown> = {};
  const left: string[] = [];
  for (const [name, value] of Object.entries(ours)) {
    const here = now[name];
    const known = Object.hasOwn(last, name);
    const untouched = known ? same(name, here, last[name]) : isEmpty(here);
    base[name] = untouched || same(name, here, value) ? here : (last[name] ?? value);
    if (same(name, here, value)) continue;
    if (untouched) changes[name] = value;
    else left.push(name);
  }
  const merged = mergeTags(tags, tagsIn(now), tagsIn(last));
  base['tags'] = tags;
  if (merged !== null) changes['tags'] = merged;
  return { changes, left, base };
}

const tagsIn = (fields: Fields): readonly ZoteroTag[] =>
  Array.isArray(fields['tags']) ? (fields['tags'] as readonly ZoteroTag[]) : [];

/** Null where nothing is to be changed. */
function mergeTags(
  ours: readonly ZoteroTag[],
  now: readonly ZoteroTag[],
  last: readonly ZoteroTag[],
): readonly ZoteroTag[] | null {
  const wanted = new Set(ours.map(({ tag }) => tag));
  const gone = new Set(last.map(({ tag }) => tag).filter((tag) => !wanted.has(tag)));
  const here = new Set(now.map(({ tag }) => tag));
  // One that was sent before and is not there any more was taken away in Zotero.
  const sent = new Set(last.map(({ tag }) => tag));
  const added = ours.filter(({ tag }) => !here.has(tag) && !sent.has(tag));
  const kept = now.filter(({ tag }) => !gone.has(tag));
  return added.length === 0 && kept.length === now.length ? null : [...kept, ...added];
}

const isEmpty = (value: unknown): boolean =>
  value == null || value === '' || (Array.isArray(value) && value.length === 0);

const same = (name: string, one: unknown, other: unknown): boolean => textOf(name, one) === textOf(name, other);

/** A value as a text that is the same whatever form Zotero gives it. */
function textOf(name: string, value: unknown): string {
  if (isEmpty(value)) return '';
  if (name !== 'creators' || !Array.isArray(value)) return String(value);
  return JSON.stringify(
    value.map(({ creatorType, name, firstName, lastName }: Readonly<Record<string, string | undefined>>) => [
      creatorType,
      name ?? [lastName, firstName].filter(Boolean).join(', '),
    ]),
  );
}
