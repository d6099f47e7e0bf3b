import { essayRowOf } from '../../lib/collection/keep/essay-row.ts';
import type { EssayRow } from '../../lib/collection/rows.ts';
import { sampleEssay } from './keepings.ts';

/** Rows of sample essays under these ids, the first kept last: the order that lists show them in. */
export function essayRows(ids: readonly string[]): EssayRow[] {
  return ids.map((id, index) =>
    essayRowOf(
      { ...sampleEssay({ title: `题名 ${id}` }), captureId: `capture-${id}`, essayId: id },
      new Date(Date.UTC(2026, 2, 1) - index * 1000).toISOString(),
      '',
    ),
  );
}
