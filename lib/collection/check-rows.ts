import * as v from 'valibot';
import type { EssayRow } from './rows.ts';
import { essayFields, essayKind } from './shapes.ts';

const essayRow = v.object({
  ...essayFields,
  id: v.string(),
  kind: essayKind,
  originalUrl: v.string(),
  length: v.number(),
  keptAt: v.string(),
  captureId: v.string(),
  trashedAt: v.string(),
  doc: v.number(),
  tags: v.array(v.string()),
  shelves: v.array(v.string()),
  note: v.string(),
  edited: v.object({}),
  cluster: v.string(),
});

/** True when a row of the essays table is whole enough to be shown: a damaged one must not spoil a list. */
export function checkEssayRow(row: unknown): row is EssayRow {
  return v.is(essayRow, row);
}
