import { isWhole } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { refillFingerprints } from '../duplicates/fill-fingerprints.ts';
import { isEssayId } from '../ledger/slot.ts';
import { applyChanges, type Change } from './change.ts';
import { type EssayParts, readParts } from './essay-parts.ts';
import { type NewFinding, noteFindings } from './findings.ts';
import { mendEssay } from './judge-essay.ts';
import { judgeRows } from './judge-rows.ts';
import { judgeVersions } from './judge-versions.ts';
import { findingOf } from './put-aside.ts';

/**
 * Looks at essays with all that belongs to them, puts right what can be put right from what is there, and remembers what was
 * found. Bytes are unpacked and digests made again, so that it takes a millisecond or so for each.
 */
export async function checkEssays(collection: Collection, ids: readonly string[]): Promise<void> {
  for (const parts of await readParts(collection, ids)) await checkEssay(collection, parts);
}

async function checkEssay(collection: Collection, parts: EssayParts): Promise<void> {
  const { changes, findings, trusted } = await judgeVersions(parts);
  const fingerprint = fingerprintOf(parts);
  await applyChanges(collection, [
    ...changes,
    ...judgeRows('images', parts.images),
    ...judgeRows('highlights', parts.highlights),
    ...fingerprint,
  ]);
  if (fingerprint.length > 0) await refillFingerprints(collection);
  await noteFindings(collection, [...findings, ...strange(parts)]);
  if (isEssayId(parts.id)) await mendEssay(collection, parts, trusted);
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

/** A row under a key that no essay has. */
const strange = ({ id, row }: EssayParts): readonly NewFinding[] =>
  row === undefined || isEssayId(id) ? [] : [findingOf('essays', id, row, ['id'], 'unreadable')];
