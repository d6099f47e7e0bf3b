import { checkEssayRow } from '../../collection/check-rows.ts';
import type { Collection } from '../../collection/collection.ts';
import { getBody, getCapture, getEssay } from '../../collection/get-essay.ts';
import { type BodyRow, type CaptureRow, type EssayRow, NO_DOC, noWork } from '../../collection/rows.ts';
import type { Provenance } from '../../essay/essay.ts';

/** An essay as far as it can be read. What is lost is null; `damaged` says that parts of the row itself were. */
export interface LoadedEssay {
  readonly row: EssayRow;
  readonly damaged: boolean;
  readonly html: string | null;
  readonly provenance: Provenance | null;
  readonly capture: CaptureRow | null;
}

export type Loaded =
  | { readonly is: 'loading' | 'missing' | 'failed' }
  | { readonly is: 'essay'; readonly essay: LoadedEssay };

/** Reads an essay with its body and capture. A damaged part never hides the others. */
export async function loadEssay(collection: Collection, id: string): Promise<Loaded> {
  const found = await getEssay(collection, id);
  if (!found.ok) return { is: 'failed' };
  if (found.value === null) return { is: 'missing' };
  const damaged = !checkEssayRow(found.value);
  const row = damaged ? mend(found.value, id) : found.value;
  const body = await getBody(collection, row.captureId);
  const capture = await getCapture(collection, row.captureId);
  if (!body.ok || !capture.ok) return { is: 'failed' };
  return {
    is: 'essay',
    essay: {
      row,
      damaged,
      html: typeof body.value?.html === 'string' ? body.value.html : null,
      provenance: provenanceOf(body.value),
      capture: capture.value,
    },
  };
}

const blank: EssayRow = {
  id: '',
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
  originalUrl: '',
  archivedCopy: null,
  length: 0,
  keptAt: '',
  captureId: '',
  trashedAt: '',
  doc: NO_DOC,
  ...noWork,
};

/** The row with each field that cannot be read left blank. */
function mend(damaged: object, id: string): EssayRow {
  const whole = Object.entries(damaged).filter(([name, value]) => checkEssayRow({ ...blank, [name]: value }));
  return { ...blank, ...Object.fromEntries(whole), id };
}

/** The provenance when its parts are there: an older or damaged row may lack it. */
function provenanceOf(body: BodyRow | null): Provenance | null {
  const provenance: Partial<Provenance> | undefined = body?.provenance;
  if (!provenance?.fields || !Array.isArray(provenance.removals)) return null;
  return Array.isArray(provenance.recognition?.evidence) ? (provenance as Provenance) : null;
}
