import { checkRow } from '../checked/check-row.ts';
import { isImageAsStored, withImageDigest } from '../checked/image-digest.ts';
import type { Change } from './change.ts';
import { judgeRows, keyOfRow, keyText } from './judge-rows.ts';
import { findingOf } from './put-aside.ts';

/**
 * Looks at the images of an essay: their shapes, and whether their bytes are those that were stored. One whose bytes are others stays
 * as it is and is told of; one that has no digest yet is given its own.
 */
export async function judgeImages(raws: readonly unknown[]): Promise<readonly Change[]> {
  const digests = await Promise.all(
    raws.map(async (raw): Promise<readonly Change[]> => {
      const checked = checkRow('images', raw);
      if (checked.is !== 'whole') return [];
      const { row } = checked;
      const change = { table: 'images', key: keyOfRow('images', row), before: row } as const;
      if (!(await isImageAsStored(row))) {
        const told = findingOf('images', keyText(change.key), row, [], 'unreadable');
        return [{ ...change, after: row, finding: { ...told, reason: 'changed' } }];
      }
      if (row.bytes === null || row.digest !== undefined) return [];
      return [{ ...change, after: await withImageDigest(row), finding: null }];
    }),
  );
  return [...judgeRows('images', raws), ...digests.flat()];
}
