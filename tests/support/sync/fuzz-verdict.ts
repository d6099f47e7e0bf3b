import { unpackSegment } from '../../../lib/sync/log/log-segment.ts';
import { segmentFile } from '../../../lib/sync/log/paths.ts';
import type { PlainRow } from '../../../lib/sync/model/fields-of.ts';
import { isNoteField, textsOf } from '../../../lib/sync/model/stamped-row.ts';
import { type SyncedTable, syncedTables } from '../../../lib/sync/model/synced-tables.ts';
import type { SyncState } from '../../../lib/sync/run/sync-state.ts';
import { type Ledger, notesOf, shownIn } from './fuzz-ledger.ts';
import type { FuzzStorage } from './memory-storage.ts';
import type { SeenDevice } from './seen-device.ts';

/** What is wrong after all devices met: they differ, or something is not there. */
export async function findFaults(
  replicas: readonly SeenDevice[],
  states: readonly SyncState[],
  storage: FuzzStorage,
  ledger: Ledger,
): Promise<{ readonly wrong: readonly string[]; readonly notesAsked: number }> {
  const wrong: string[] = [...devicesDiffer(replicas)];
  for (const replica of replicas) wrong.push(...danglingIn(replica), ...lostOn(replica, ledger));
  const written = await wordsInLogs(states, storage);
  for (const name of ledger.newer) if (!written.has(name)) wrong.push(`what a newer version wrote is lost: ${name}`);
  const [first] = replicas;
  const asked = [...(first?.stamps.values() ?? [])].filter(
    ({ fields: { note } }) => note !== undefined && isNoteField(note) && textsOf(note).length > 1,
  );
  return { wrong, notesAsked: asked.length };
}

/** In what devices differ from the first of them, but for what some were told to leave away. */
export function devicesDiffer(
  replicas: readonly SeenDevice[],
  leftAway: readonly SyncedTable[] = [],
): readonly string[] {
  const views = replicas.map(viewOf);
  return views.flatMap((view, at) =>
    Object.entries(view).flatMap(([table, rows]) =>
      leftAway.some((name) => name === table) || rows === views[0]?.[table]
        ? []
        : [`${table} of device ${at}: ${firstOther(rows, views[0]?.[table] ?? '[]')}`],
    ),
  );
}

function lostOn(replica: SeenDevice, ledger: Ledger): string[] {
  return [...ledger.standing()].flatMap(([essayId, all]) => {
    const shown = shownIn(replica, essayId);
    const lost = [...all]
      .filter((what) => !shown.has(what))
      .map((what) => `${replica.device} lost ${what} of ${essayId}`);
    const isThere = replica.rows('essays').has(essayId);
    return all.size > 0 && !isThere ? [...lost, `${replica.device} lost ${essayId}`] : lost;
  });
}

/** Rows that hang in the air. */
function danglingIn(replica: SeenDevice): string[] {
  const essays = replica.rows('essays');
  const orphans = (['captures', 'bodies', 'originals', 'highlights'] as const).flatMap((table) =>
    [...replica.rows(table)].flatMap(([key, row]) =>
      essays.has(String(row['essayId'])) ? [] : [`${replica.device}: ${table} ${key} is of no essay`],
    ),
  );
  const blank = [...essays].flatMap(([id, row]) => {
    const isWhole = replica.rows('bodies').has(String(row['captureId']));
    const isNote = notesOf(replica, id).every((text) => String(row['note']).includes(text));
    return isWhole && isNote ? [] : [`${replica.device}: ${id} has no body, or another note`];
  });
  return [...orphans, ...blank];
}

/** Tags and collections that essays have and that are not there: the product takes them off. */
export const namesGone = (replica: SeenDevice): readonly string[] =>
  (['tags', 'shelves'] as const).flatMap((set) =>
    [...replica.rows('essays')].flatMap(([key, row]) =>
      (row[set] as readonly string[])
        .filter((id) => !replica.rows(set).has(id))
        .map((id) => `${replica.device}: ${key} names ${set} ${id}, which is not there`),
    ),
  );

function viewOf(replica: SeenDevice): Record<string, string> {
  const rows = Object.keys(syncedTables).map((table): [string, string] => [
    table,
    JSON.stringify([...replica.rows(table as SyncedTable).values()].map(inOrder).map(sorted).toSorted()),
  ]);
  const notes = [...replica.rows('essays').keys()].toSorted().map((id) => [id, notesOf(replica, id)]);
  return { ...Object.fromEntries(rows), notes: JSON.stringify(notes) };
}

/** The first row that stands in one list alone, and the one that stands in its place in the other. */
function firstOther(one: string, other: string): string {
  const [rows, others]: string[][] = [JSON.parse(one), JSON.parse(other)];
  const of = (all: readonly string[] = [], not: readonly string[] = []) =>
    all.find((row) => !not.includes(row)) ?? 'none';
  return `${of(rows, others)} | ${of(others, rows)}`;
}

/** A set has no order: the one who wrote it has that of the act. */
const inOrder = (row: PlainRow): PlainRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name === 'tags' || name === 'shelves' ? [...(value as readonly string[])].toSorted() : value,
    ]),
  );

/** JSON with its names in order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

/** All values of operations that this version does not know, in all logs. */
async function wordsInLogs(states: readonly SyncState[], storage: FuzzStorage): Promise<ReadonlySet<unknown>> {
  const words = new Set<unknown>();
  for (const { device, streams } of states) {
    for (const segment of streams.acts) {
      const bytes = await storage.seenBy(device).get(segmentFile(device, segment.name));
      const lines = bytes === null ? null : await unpackSegment(segment, bytes);
      for (const { table, field, value } of lines?.operations ?? [])
        if (table === 'ratings' || field === 'stars') words.add(value);
    }
  }
  return words;
}
