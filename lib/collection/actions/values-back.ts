import type { Table } from 'dexie';
import { anyJson } from '../../zip/any-json.ts';

/**
 * Gives a row back the values that an act changed, as long as they are what the act made them: what others changed since then
 * stays, and a row that they removed stays away. Gives 1 when nothing stood in the way. Inside a transaction over the table.
 */
export async function putBack<Row extends { readonly id: string }>(
  table: Table<Row, string>,
  before: Row,
  after: Row,
): Promise<number> {
  const now = await table.get(before.id);
  if (now === undefined) return 0;
  const { back, whole } = valuesBack(now, before, after);
  await table.put({ ...now, ...back });
  return whole ? 1 : 0;
}

/**
 * The values of `before` that `after` has otherwise, where `now` still has those of `after`. `whole`: nothing else stands in their
 * places now.
 */
export function valuesBack<Row extends object>(
  now: Row,
  before: Row,
  after: Row,
): { readonly back: Partial<Row>; readonly whole: boolean } {
  const names = Object.keys(before) as (keyof Row)[];
  const changed = names.filter((name) => !isSame(before[name], after[name]));
  const ours = changed.filter((name) => isSame(now[name], after[name]));
  const back = Object.fromEntries(ours.map((name) => [name, before[name]])) as Partial<Row>;
  return { back, whole: changed.every((name) => ours.includes(name) || isSame(now[name], before[name])) };
}

const isSame = (one: unknown, other: unknown): boolean => one === other || anyJson(one) === anyJson(other);
