import type { Checked } from '../../collection/checked/check-row.ts';
import type { Collection } from '../../collection/collection.ts';
import { getCapture, getCheckedBody, getCheckedEssay } from '../../collection/get-essay.ts';
import type { BodyRow, CaptureRow, EssayRow } from '../../collection/rows.ts';
import type { Provenance } from '../../essay/essay.ts';
import { applyEdits } from '../../essay/text-edits/apply-edits.ts';
import type { TextEdit } from '../../essay/text-edits/text-edit.ts';

/** An essay as far as it can be read. What is lost is null; `damaged` says that parts of it were. */
export interface LoadedEssay {
  readonly row: EssayRow;
  readonly damaged: boolean;
  /** As it is shown: with the reader's changes. */
  readonly html: string | null;
  /** Its plain text; '' where it is lost. */
  readonly text: string;
  /** Changes of the reader's that found no place in this version of the text. */
  readonly unplaced: readonly TextEdit[];
  readonly provenance: Provenance | null;
  readonly capture: CaptureRow | null;
}

export type Loaded =
  | { readonly is: 'loading' | 'missing' | 'failed' }
  | { readonly is: 'essay'; readonly essay: LoadedEssay };

/** Reads an essay with its body and capture. A damaged part never hides the others. */
export async function loadEssay(collection: Collection, id: string): Promise<Loaded> {
  const found = await getCheckedEssay(collection, id);
  if (!found.ok) return { is: 'failed' };
  if (found.value === null || found.value.is === 'unreadable') return { is: 'missing' };
  const { row } = found.value;
  const checked = await getCheckedBody(collection, row.captureId);
  const capture = await getCapture(collection, row.captureId);
  if (!checked.ok || !capture.ok) return { is: 'failed' };
  const body = bodyOf(checked.value, id);
  const shown = body && applyEdits(body, row.textEdits);
  const changed = checked.value !== null && (checked.value.is !== 'whole' || checked.value.changed);
  return {
    is: 'essay',
    essay: {
      row,
      damaged: found.value.is !== 'whole' || changed,
      html: shown?.html ?? null,
      text: shown?.text ?? '',
      unplaced: shown?.unplaced ?? [],
      provenance: lost(checked.value).includes('provenance') ? null : (body?.provenance ?? null),
      capture: capture.value,
    },
  };
}

const lost = (checked: Checked<unknown> | null): readonly string[] =>
  checked === null || checked.is === 'whole' ? [] : checked.lost;

/** The body as far as it can be read; null for another essay's. */
function bodyOf(checked: Checked<BodyRow> | null, id: string): BodyRow | null {
  const body = checked === null || checked.is === 'unreadable' ? null : checked.row;
  return body?.essayId === id ? body : null;
}
