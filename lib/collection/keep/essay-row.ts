import { lengthOf } from '../../essay/length.ts';
import { applyEdits } from '../../essay/text-edits/apply-edits.ts';
import { lacksOf } from '../lacks/lacks.ts';
import { type BodyRow, type EssayRow, NO_DOC, noWork, type OwnWork } from '../rows.ts';

/** The row that lists show for an essay whose current capture is `body`; fields that the reader set by hand prevail. */
export function essayRowOf(
  body: BodyRow,
  keptAt: string,
  trashedAt: string,
  own: OwnWork & Pick<EssayRow, 'lacks'> = noWork,
  doc = NO_DOC,
): EssayRow {
  const { captureId, essayId, html, text, provenance, digest: _digest, ...facts } = body;
  const { tags, shelves, note, edited, cluster, checked, readState, givenCopy, textEdits = [] } = own;
  const putBack = new Set(textEdits.flatMap(({ kind, found }) => (kind === 'put-back' ? [found] : [])));
  const lacks = lacksOf(body, own.lacks);
  const doubts = provenance.removals.filter((removal) => removal.doubted && !putBack.has(removal.text)).length;
  return {
    ...facts,
    ...edited,
    id: essayId,
    captureId,
    length: lengthOf(applyEdits({ html, text }, textEdits).text),
    keptAt,
    trashedAt,
    doc,
    tags,
    shelves,
    note,
    edited,
    cluster,
    ...(textEdits.length > 0 && { textEdits }),
    ...(doubts > 0 && { doubts }),
    ...(lacks.length > 0 && { lacks }),
    ...(checked !== undefined && { checked }),
    ...(readState !== undefined && { readState }),
    ...(givenCopy !== undefined && { givenCopy }),
  };
}
