import { readableRows } from '../../../lib/collection/checked/check-row.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { getBody } from '../../../lib/collection/get-essay.ts';
import { getRows } from '../../../lib/collection/get-rows.ts';
import { eachOpenFinding } from '../../../lib/collection/integrity/findings.ts';
import type { HighlightRow } from '../../../lib/collection/rows.ts';
import { applyEdits } from '../../../lib/essay/text-edits/apply-edits.ts';
import { yieldToPage } from '../../../lib/essay/yield-to-page.ts';
import { isSurePlace, placeAnchor } from '../../../lib/features/highlights/anchor.ts';
import type { Lacking } from './lackings.ts';

/**
 * The essays, the trash apart, that have highlights without a sure place in their text; or that something was found wrong with which
 * is still to be put right. None where they cannot be read.
 */
export async function idsLacking(collection: Collection, of: Lacking): Promise<readonly string[]> {
  try {
    return await kept(collection, of === 'damaged' ? await damaged(collection) : await withLostHighlights(collection));
  } catch {
    return [];
  }
}

async function damaged(collection: Collection): Promise<readonly string[]> {
  const ids: string[] = [];
  await eachOpenFinding(collection, async (rows) => {
    ids.push(...rows.flatMap(({ essayId }) => (essayId === '' ? [] : [essayId])));
  });
  return ids;
}

/** A body of an essay is read where highlights of it are: one after another, and the page gets its turns. */
async function withLostHighlights(collection: Collection): Promise<readonly string[]> {
  const byEssay = new Map<string, HighlightRow[]>();
  for (const row of readableRows('highlights', await collection.highlights.toArray()))
    byEssay.set(row.essayId, [...(byEssay.get(row.essayId) ?? []), row]);
  const rows = await getRows(collection, [...byEssay.keys()]);
  const turn = yieldToPage();
  const lost: string[] = [];
  for (const row of rows) {
    if (row === null) continue;
    const body = await getBody(collection, row.captureId);
    if (!body.ok || body.value === null) continue;
    const { text } = applyEdits(body.value, row.textEdits);
    const isLost = (mark: HighlightRow): boolean => {
      const place = placeAnchor(text, mark);
      return place === null || !isSurePlace(text, mark, place);
    };
    if ((byEssay.get(row.id) ?? []).some(isLost)) lost.push(row.id);
    await turn();
  }
  return lost;
}

async function kept(collection: Collection, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await getRows(collection, [...new Set(ids)]);
  return rows.flatMap((row) => (row?.trashedAt === '' ? [row.id] : []));
}
