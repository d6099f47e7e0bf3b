import type { EssayFields, FieldName } from '../../essay/essay.ts';
import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import type { EssayRow } from '../rows.ts';
import type { StorageProblem } from '../storage.ts';
import { changeRows, type Done } from './change-rows.ts';

/** The fields of a change that a row does not have as they are wanted. */
export const fieldsToChange = (row: EssayRow, fields: Readonly<Partial<EssayFields>>): readonly FieldName[] =>
  (Object.keys(fields) as FieldName[]).filter((name) => JSON.stringify(row[name]) !== JSON.stringify(fields[name]));

/**
 * Sets fields of several essays by hand, as one act that is undone as one. An essay that has them so already is left as it is. What was
 * found stays in each record.
 */
export const editMany = (
  collection: Collection,
  ids: readonly string[],
  fields: Readonly<Partial<EssayFields>>,
): Promise<Outcome<Done, StorageProblem>> =>
  changeRows(collection, ids, (row) =>
    fieldsToChange(row, fields).length === 0 ? row : { ...row, ...fields, edited: { ...row.edited, ...fields } },
  );
