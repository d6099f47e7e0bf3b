import type { Collection } from '../collection/collection.ts';
import { beginAct } from '../collection/running/running-acts.ts';
import { attempt, type StorageProblem } from '../collection/storage.ts';
import { makeCurrent } from '../collection/versions.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';

/** What was cleaned again last, as far as it still stands: the version that each essay had before, by the essay's id. */
export interface LastCleaning {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly before: ReadonlyMap<string, string>;
}

/** The row of `meta` that tells when it was begun, and what the rows begin with that tell of an essay each: one list would be written anew for each essay. */
const BEGUN = 'cleaning-begun';
const PREFIX = 'cleaned ';

/** Begins a cleaning: the one before can no longer be taken back as a whole. */
export function beginCleaning({ meta }: Collection, at: string): Promise<Outcome<void, StorageProblem>> {
  return attempt(async () => {
    await meta.where('key').startsWith(PREFIX).delete();
    await meta.put({ key: BEGUN, value: at });
  });
}

/** Notes which version an essay has, before it is cleaned: where it is cut off in between, there is nothing to take back. */
export function noteCleaning(
  { meta }: Collection,
  id: string,
  before: string,
): Promise<Outcome<unknown, StorageProblem>> {
  return attempt(() => meta.put({ key: `${PREFIX}${id}`, value: before }));
}

/** The last cleaning; null where nothing of it stands. What has had another version since is left as it is. Rejects when the database fails. */
export async function readLastCleaning({ meta, essays, captures }: Collection): Promise<LastCleaning | null> {
  const at = (await meta.get(BEGUN))?.value;
  if (typeof at !== 'string') return null;
  const rows = await meta.where('key').startsWith(PREFIX).toArray();
  const ids = rows.map(({ key }) => key.slice(PREFIX.length));
  const now = (await essays.bulkGet(ids)).map((row) => row?.captureId ?? '');
  const current = await captures.bulkGet(now);
  const before = new Map<string, string>();
  for (const [n, { value }] of rows.entries()) {
    const { cleanedFrom, takenAt = '' } = current[n] ?? {};
    if (typeof value === 'string' && cleanedFrom !== undefined && takenAt >= at) before.set(ids[n] ?? '', value);
  }
  return before.size === 0 ? null : { at, before };
}

/** Takes back what of a cleaning still stands, essay by essay; to be done again, it is cleaned again. Cut off with its window, it is told as any act that takes long. */
export async function takeBackCleaning(
  collection: Collection,
  { before }: Pick<LastCleaning, 'before'>,
): Promise<Outcome<number, StorageProblem>> {
  const running = await beginAct(collection, { kind: 'take-back', of: before.size });
  let done = 0;
  try {
    for (const [id, version] of before) {
      const back = await makeCurrent(collection, id, version);
      if (!back.ok) return back;
      done += back.value.count;
      await running.note(done);
    }
    return (await running.look()) ? fail('storage-trouble') : succeed(done);
  } finally {
    await running.end();
  }
}
