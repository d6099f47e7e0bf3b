import { type CopiedTable, isCopied } from './copied-tables.ts';

/** A row that a mark names. */
export interface MarkedKey {
  readonly table: CopiedTable;
  readonly key: IDBValidKey;
}

/** The rows that a mark names. One that is damaged names those that can be told: what nobody can find needs no copy. */
export function keysOfMark(mark: unknown): readonly MarkedKey[] {
  if (typeof mark !== 'object' || mark === null) return [];
  const { table, keys, beside }: { table?: unknown; keys?: unknown; beside?: unknown } = mark;
  const others = Array.isArray(beside) ? beside.flatMap((one: unknown) => keysOfMark(one)) : [];
  if (typeof table !== 'string' || !isCopied(table) || !Array.isArray(keys)) return others;
  return [...keys.flatMap((key: unknown) => (isKey(key) ? [{ table, key }] : [])), ...others];
}

/** True for what the database takes as a key: texts, numbers and moments, and lists of them. Bytes are none of ours. */
export const isKey = (key: unknown): key is IDBValidKey =>
  typeof key === 'string' ||
  (typeof key === 'number' && !Number.isNaN(key)) ||
  (key instanceof Date && !Number.isNaN(key.getTime())) ||
  (Array.isArray(key) && key.length > 0 && key.every(isKey));
