import type { BodyRow, EssayRow } from '../../collection/rows.ts';
import { fold } from './fold.ts';

/** The folded text of a document: title, authors, unit, source and body, a field or paragraph a line. No term holds a line break. */
export function documentText(row: EssayRow, body: Pick<BodyRow, 'text'> | undefined): string {
  return fold([row.title, ...row.authors, row.unit ?? '', row.source ?? '', body?.text ?? ''].join('\n'));
}
