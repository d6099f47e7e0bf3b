import { STATE_KEY } from '../../../lib/collection/ledger/ledger-state.ts';
import type { Damage, Victim } from './damaged-collection.ts';

type Row = Record<string, unknown>;

/** The essay that damages are done to, by its place in `ids`: it has tags, a shelf, a highlight and an image. */
export const HARMED = 1;

export const table = ({ collection }: Victim, name: string) => collection.table<Row, unknown>(name);

/** Rewrites one row as `change` gives it; null deletes it. */
export async function rewrite(
  victim: Victim,
  name: string,
  key: unknown,
  change: (row: Row) => Row | null,
): Promise<void> {
  const row = await table(victim, name).get(key);
  if (row === undefined) throw new Error(`No row ${String(key)} in ${name}.`);
  const changed = change(row);
  await (changed === null ? table(victim, name).delete(key) : table(victim, name).put(changed));
}

export const idAt = ({ ids }: Victim, n: number): string => ids[n] ?? '';

/** The capture of the nth essay. */
export async function captureOf(victim: Victim, n: number): Promise<string> {
  return String((await table(victim, 'essays').get(idAt(victim, n)))?.['captureId']);
}

/** Puts values into the harmed essay's row; undefined takes a property away. */
export const inEssay =
  (change: Row, n = HARMED) =>
  (victim: Victim) =>
    rewrite(victim, 'essays', idAt(victim, n), (row) =>
      Object.fromEntries(Object.entries({ ...row, ...change }).filter(([, value]) => value !== undefined)),
    );

/** Rewrites the row of a table that is keyed by the harmed essay's capture. */
export const ofCapture = (name: string, change: (row: Row) => Row | null) => async (victim: Victim) =>
  rewrite(victim, name, await captureOf(victim, HARMED), change);

/** Rewrites the first row of a table. */
export const first = (name: string, change: (row: Row) => Row | null) => async (victim: Victim) => {
  const [key] = await table(victim, name).toCollection().primaryKeys();
  await rewrite(victim, name, key, change);
};

/** Rewrites every row of a table. */
export const each = (name: string, change: (row: Row) => Row | null) => async (victim: Victim) => {
  for (const key of await table(victim, name).toCollection().primaryKeys()) await rewrite(victim, name, key, change);
};

export const inState = (change: (state: Row) => unknown) => (victim: Victim) =>
  rewrite(victim, 'meta', STATE_KEY, ({ key, value }) => ({ key, value: change(value as Row) }));

export const flipped = (bytes: unknown): Uint8Array => {
  const copy = Uint8Array.from(bytes as Uint8Array);
  const at = Math.floor(copy.length / 2);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
};

export const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 73 + 41) % 256);

export const essay = (name: string, change: Row, lost: readonly string[] = [], told = 'essays'): Damage => ({
  name: `essay: ${name}`,
  harms: HARMED,
  told,
  lost,
  run: inEssay(change),
});

/** The table of a damage, by the first word of its name. */
const tables: Readonly<Record<string, string>> = {
  essay: 'essays',
  ledger: 'ledger',
  index: 'index',
  body: 'bodies',
  capture: 'captures',
  original: 'originals',
  highlight: 'highlights',
  image: 'images',
  fingerprint: 'fingerprints',
  tag: 'tags',
  shelf: 'shelves',
  search: 'searches',
  job: 'jobs',
  'job item': 'jobItems',
};

const damage = (name: string, harms: number | null, run: Damage['run'], lost: readonly string[] = []): Damage => ({
  name,
  harms,
  told: tables[name.slice(0, name.indexOf(':'))] ?? '',
  lost,
  run,
});
export const none = (name: string, run: Damage['run']): Damage => damage(name, null, run);
export const one = (name: string, run: Damage['run'], lost: readonly string[] = []): Damage =>
  damage(name, HARMED, run, lost);

/** A row put into a table as it is. */
export const put =
  (name: string, row: object) =>
  async (victim: Victim): Promise<void> => {
    await table(victim, name).put({ ...row });
  };

/** A damage that takes nothing of any essay, of which nobody needs to be told: the part is made anew or passed over. */
export const untold = (name: string, run: Damage['run']): Damage => ({ ...none(name, run), told: '' });

/** Everything of a row that stands nowhere else. */
export const own = ['tags', 'shelves', 'note', 'edited', 'cluster', 'trashedAt'];
