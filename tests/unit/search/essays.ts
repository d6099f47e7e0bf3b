import type { Collection } from '../../../lib/collection/collection.ts';
import { putRows, rowTables } from '../../../lib/collection/put-rows.ts';
import { type BodyRow, type EssayRow, noWork } from '../../../lib/collection/rows.ts';

/** What a test says of an essay; the rest is alike in all. */
export interface TestEssay extends Partial<Omit<EssayRow, 'id' | 'doc'>> {
  readonly text?: string;
}

/** The id of the nth essay of a test. */
export const idOf = (number: number): string => number.toString(16).padStart(24, '0');

/** Writes an essay as keeping does: a capture of its own for each text. */
export async function putEssay(collection: Collection, number: number, { text, ...facts }: TestEssay): Promise<void> {
  const id = idOf(number);
  await collection.transaction('rw', [...rowTables(collection), collection.bodies], async () => {
    const before = await collection.essays.get(id);
    const captureId = text === undefined && before ? before.captureId : crypto.randomUUID();
    if (captureId !== before?.captureId) await collection.bodies.put({ captureId, essayId: id, text } as BodyRow);
    const after: EssayRow = { ...(before ?? plainRow(id)), ...facts, captureId };
    await putRows(collection, [{ before, after }]);
  });
}

/** Deletes an essay for good. */
export async function deleteEssay(collection: Collection, number: number): Promise<void> {
  await collection.transaction('rw', [...rowTables(collection), collection.bodies], async () => {
    const before = await collection.essays.get(idOf(number));
    if (before === undefined) return;
    await collection.bodies.delete(before.captureId);
    await putRows(collection, [{ before, after: undefined }]);
  });
}

const plainRow = (id: string): EssayRow => ({
  ...noWork,
  id,
  doc: -1,
  kind: 'essay',
  title: '',
  authors: [],
  publishedOn: null,
  unit: null,
  source: null,
  issue: null,
  column: [],
  institution: null,
  hits: null,
  editor: null,
  keywords: [],
  abstract: null,
  originalUrl: `http://dx.example/${id}`,
  archivedCopy: null,
  length: 10,
  keptAt: '2026-01-02T03:04:05.000Z',
  captureId: '',
  trashedAt: '',
});
