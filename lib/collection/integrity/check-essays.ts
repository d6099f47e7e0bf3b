import { anyJson } from '../../zip/any-json.ts';
import { isWhole } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import type { FindCopies } from '../copy/find-copies.ts';
import { refillFingerprints } from '../duplicates/fill-fingerprints.ts';
import { isEssayId } from '../ledger/slot.ts';
import { putRows } from '../put-rows.ts';
import { type EssayRow, NO_DOC } from '../rows.ts';
import { writingRows } from '../write-rows.ts';
import { applyChanges, type Change } from './change.ts';
import { type EssayParts, readParts } from './essay-parts.ts';
import { noteFindings } from './findings.ts';
import { changesOf, fromCopies } from './from-copies.ts';
import { mendEssay, mendedInPassing } from './judge-essay.ts';
import { judgeImages } from './judge-images.ts';
import { judgeRows } from './judge-rows.ts';
import { judgeVersions } from './judge-versions.ts';
import { rowsToWrite, takeOutStrange } from './put-aside.ts';

/**
 * Looks at essays with all that belongs to them, puts right what can be put right, from the second copy where `copies` gives it and
 * else from what is there, and remembers what was found. Bytes are unpacked and digests made again, so that it takes a
 * millisecond or so for each.
 */
export async function checkEssays(collection: Collection, ids: readonly string[], copies?: FindCopies): Promise<void> {
  const mended = await mendedInPassing(collection, ids);
  const silent: Change[] = [];
  for (const parts of await readParts(collection, ids)) {
    const again = (await restoreParts(collection, parts, copies)) ? await readParts(collection, [parts.id]) : [parts];
    for (const one of again) silent.push(...(await checkEssay(collection, one, mended.has(one.id))));
  }
  await applyChanges(collection, silent);
}

/** Puts what is damaged or missing of an essay back from the second copy; false where that gave nothing. */
async function restoreParts(
  collection: Collection,
  parts: EssayParts,
  copies: FindCopies | undefined,
): Promise<boolean> {
  if (copies === undefined) return false;
  const { changes, findings } = await judgeVersions(parts);
  const wanted = [
    ...changes.filter(({ finding }) => finding !== null),
    ...changesOf(findings, ({ table, key }) => rowOf(parts, table, key)),
    ...(await judgeImages(parts.images)).filter(({ finding }) => finding !== null),
    ...judgeRows('highlights', parts.highlights),
    ...judgeRows('sent', parts.sent),
  ];
  const restored = (await fromCopies(wanted, copies)).filter(
    ({ finding }) => finding?.reason === 'rebuilt' && finding.settled,
  );
  const made = await applyChanges(collection, restored);
  return (await restoreRow(collection, parts, copies)) || made > 0;
}

function rowOf(parts: EssayParts, table: string, key: string): unknown {
  const rows: readonly unknown[] = table === 'bodies' ? parts.bodies : parts.originals;
  return rows.find((row) => (row as { readonly captureId: unknown }).captureId === key);
}

/** The row itself, with all that the reader made of it. */
async function restoreRow(collection: Collection, { id, row }: EssayParts, copies: FindCopies): Promise<boolean> {
  if (isWhole('essays', row) || !isEssayId(id)) return false;
  const copy = (await copies('essays', [id]).catch(() => null))?.get(JSON.stringify(id));
  if (!isWhole('essays', copy)) return false;
  return writingRows(collection, [], async () => {
    const raw = await collection.essays.get(id);
    if (anyJson(raw) !== anyJson(row)) return false;
    const [before] = await rowsToWrite(collection, [id]);
    const after = { ...(copy as unknown as EssayRow), doc: before?.doc ?? NO_DOC };
    await putRows(collection, [{ before, after }]);
    const told = { table: 'essays', key: id, reason: 'rebuilt', essayId: id, title: after.title } as const;
    await noteFindings(collection, [{ ...told, settled: true, row: raw ?? null }]);
    return true;
  });
}

/** Checks one; gives the changes that nobody needs to hear of, which are left for those of all essays in one transaction. */
async function checkEssay(collection: Collection, parts: EssayParts, wasMended: boolean): Promise<readonly Change[]> {
  const { changes, findings, trusted } = await judgeVersions(parts);
  const fingerprint = fingerprintOf(parts);
  const all = [
    ...changes,
    ...(await judgeImages(parts.images)),
    ...judgeRows('highlights', parts.highlights),
    ...judgeRows('sent', parts.sent),
    ...fingerprint,
  ];
  await applyChanges(
    collection,
    all.filter(({ finding }) => finding !== null),
  );
  if (fingerprint.length > 0) await refillFingerprints(collection);
  await noteFindings(collection, findings);
  if (isEssayId(parts.id)) await mendEssay(collection, parts, trusted, wasMended);
  else if (parts.row !== undefined) await takeOutStrange(collection, parts.id, parts.row, parts);
  return all.filter(({ finding }) => finding === null);
}

/** A damaged fingerprint is made anew of the text. */
const fingerprintOf = ({ id, fingerprint }: EssayParts): readonly Change[] =>
  fingerprint === undefined || isWhole('fingerprints', fingerprint)
    ? []
    : judgeRows('fingerprints', [fingerprint]).map((change) => ({
        ...change,
        after: null,
        finding: { table: 'fingerprints', key: id, reason: 'rebuilt', essayId: id, settled: true, row: fingerprint },
      }));
