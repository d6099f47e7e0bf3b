import { sha256Hex } from '../../essay/fixity.ts';
import { type FieldValues, fieldsOf, type PlainRow } from '../../sync/model/fields-of.ts';
import type { PublicationWish } from './publication.ts';

/** What of an essay is told to colleagues besides its text: no tags, no collections, no read state. */
const shared = /^(?:captureId|keptAt|trashedAt|givenCopy|(?:edited|textEdits)\/.+)$/s;

/** The fields of an essay that are published. */
export const publishedEssay = (row: PlainRow, { notes }: PublicationWish): FieldValues =>
  Object.fromEntries(
    Object.entries(fieldsOf('essays', row)).filter(([name, value]) =>
      name === 'note' ? notes && value !== '' : shared.test(name),
    ),
  );

/** The fields of a mark that are published: its note where notes are. */
export const publishedMark = (row: PlainRow, { notes }: PublicationWish): FieldValues => ({
  ...fieldsOf('highlights', row),
  ...(!notes && { note: '' }),
});

/** Tells the same fields from others. */
export const digestOfFields = (fields: FieldValues): Promise<string> =>
  sha256Hex(new TextEncoder().encode(JSON.stringify(Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1)))));

/** True for an essay that is published. */
export const isPublished = (row: PlainRow, { shelf }: PublicationWish): boolean =>
  row['trashedAt'] === '' && (shelf === '' || (Array.isArray(row['shelves']) && row['shelves'].includes(shelf)));
