import { isRevived, type Merged, sentAgain, sortOperations } from '../../sync/model/merge.ts';
import type { Operation } from '../../sync/model/operation.ts';
import type { StampedRow } from '../../sync/model/stamped-row.ts';
import type { SyncState } from '../../sync/run/sync-state.ts';
import type { Collection } from '../collection.ts';
import { duplicateTables } from '../duplicates/cluster-for.ts';
import { refillFingerprints } from '../duplicates/fill-fingerprints.ts';
import { HELD, namedError } from '../guard/trouble.ts';
import { noteFindings } from '../integrity/findings.ts';
import { refillLacks } from '../lacks/fill-lacks.ts';
import { writingRows } from '../write-rows.ts';
import { keysThere } from './arriving/keys-there.ts';
import { portionsByRow } from './arriving/portions.ts';
import { takeOffDeleted } from './arriving/take-off-deleted.ts';
import { type KnownRows, takeParts } from './arriving/take-parts.ts';
import { hearOperations, nextStamp, readDeviceClock, sendOperations, storedState } from './clock-fact.ts';
import { deriveEssays } from './derive-essays.ts';
import { deriveRows, marksOfEssays } from './derive-rows.ts';
import { partsOfEssay } from './essay-parts.ts';
import { idsChangedBy, joinIntoStamps, readStamps } from './join-into-stamps.ts';
import { settleWithin, settleWrites } from './settle-writes.ts';
import { STATE } from './sync-rows.ts';

/** Bytes that an operation takes in the database, about. */
const OPERATION_BYTES = 1000;
/** Rows joined into at a time: some milliseconds, after which the database's answers let others in. */
const AT_A_TIME = 200;

/**
 * Joins what another device did into the collection, all or nothing: stamps, parts of essays, and the rows that they make; ledger, search
 * and second copy follow as of any writing. What cannot be read is passed over and told of among the findings of the check. Rejects
 * where there is no room, or the database fails.
 */
export async function applyOperations(
  collection: Collection,
  operations: readonly Operation[],
  state: (newer: number) => SyncState,
): Promise<void> {
  const held = await collection.guard.ready(operations.length * OPERATION_BYTES);
  if (held !== null) throw namedError(HELD, `Writing is held back: ${held}.`);
  const { captures, bodies, originals, images, highlights, sent, tags, shelves, searches } = collection;
  const { stamps, unsent, sync } = collection;
  const tables = [captures, bodies, originals, images, highlights, sent, tags, shelves, searches, stamps, unsent, sync];
  await settleWrites(collection);
  // That it asks for the stamps tells that its writes are none of this device's own.
  await writingRows(collection, [...tables, ...duplicateTables(collection)], async () => {
    await storedState(collection);
    await settleWithin(collection);
    await hearOperations(collection, operations);
    const { registers, parts, newer } = sortOperations(operations);
    const known: KnownRows = { stamps: new Map(), bodies: new Map() };
    const there = await keysThere(stamps, idsChangedBy(registers));
    const merged: Merged[] = [];
    for (const some of portionsByRow(registers, AT_A_TIME))
      merged.push(...(await joinIntoStamps(collection, some, known.stamps, there)));
    const revived = merged.filter(isRevived);
    for (const { after } of revived) await sendAgain(collection, after.key, await partsOfEssay(collection, after.key));
    // That wrote stamps as well.
    if (revived.length > 0) known.stamps.clear();
    const taken = await takeParts(collection, parts, known);
    const found = [...taken.found];
    for (const essayId of new Set(taken.passedOver.map(({ owner = '' }) => owner)))
      await sendAgain(
        collection,
        essayId,
        taken.passedOver.filter(({ owner }) => owner === essayId),
        known.stamps,
      );
    const essays = new Set([
      ...merged.flatMap(({ after }) => (after.table === 'essays' ? [after.key] : (after.owner ?? []))),
      // A row is made of its text: other parts change nothing of it.
      ...parts.flatMap(({ table, owner }) => (table === 'bodies' ? (owner ?? []) : [])),
    ]);
    found.push(...(await deriveEssays(collection, [...essays], known)));
    const marks = await marksOfEssays(collection, [...essays]);
    const changed = merged.flatMap(({ after }) =>
      after.table === 'essays' || after.owner !== undefined ? [] : [after.id],
    );
    const rows = await readStamps(collection, changed);
    found.push(...(await deriveRows(collection, [...rows.values(), ...marks])));
    const stripped = await takeOffDeleted(collection, [...essays], changed, known.stamps);
    found.push(...(await deriveEssays(collection, stripped, known)));
    if (parts.some(({ table }) => table === 'bodies')) {
      await refillFingerprints(collection);
      await refillLacks(collection);
    }
    await noteFindings(collection, found);
    await sync.put({ key: STATE, value: state(newer) });
  });
}

/** Sends parts of an essay once more: another device has let them go, or passed them over, and the deletion of the essay does not count. */
async function sendAgain(
  collection: Collection,
  essayId: string,
  parts: readonly { readonly table: string; readonly key: string }[],
  known = new Map<string, StampedRow>(),
): Promise<void> {
  // Who only reads another's has nothing to send.
  if (parts.length === 0 || (await readDeviceClock(collection)) === null) return;
  const again = sentAgain(essayId, parts, await nextStamp(collection));
  await joinIntoStamps(collection, sortOperations(again).registers, known);
  await sendOperations(collection, again);
}
