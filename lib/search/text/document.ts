import { readableRow } from '../../collection/checked/check-row.ts';
import { searchedTexts } from '../../collection/ledger/searched-fields.ts';
import type { BodyRow, EssayRow } from '../../collection/rows.ts';
import { applyEdits } from '../../essay/text-edits/apply-edits.ts';
import { fold } from './fold.ts';

/** The text of a document as it stands: its searched fields and its body, a field or paragraph a line. */
export const rawText = (row: EssayRow, body: Pick<BodyRow, 'text'> | null | undefined): string =>
  [searchedTexts(row), body?.text ?? ''].join('\n');

/** The folded text of a document. No term holds a line break. */
export const documentText = (row: EssayRow, body: Pick<BodyRow, 'text'> | null | undefined): string =>
  fold(rawText(row, body));

/** Where the body begins in the text of a document. */
export const bodyFrom = (row: EssayRow): number => searchedTexts(row).length + 1;

/** The body of an essay's row as far as search reads it, with the reader's changes: null for none, for one without a text, and for another essay's. */
export function textOfEssay(row: EssayRow, body: BodyRow | undefined): Pick<BodyRow, 'text'> | null {
  const text = body?.essayId === row.id ? readableText(body) : null;
  if (text === null) return null;
  return row.textEdits === undefined
    ? { text }
    : { text: applyEdits({ html: body?.html ?? '', text }, row.textEdits).text };
}

/** Most bodies need no more than a look at their text. */
function readableText(body: BodyRow): string | null {
  const text: unknown = body.text;
  return typeof text === 'string' ? text : (readableRow('bodies', body)?.text ?? null);
}
