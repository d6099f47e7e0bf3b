import type { Operation } from './operation.ts';
import { isNoteField, type StampedRow } from './stamped-row.ts';

/** Operations that tell all that is known of a row: whoever reads them knows it as well. */
export function operationsOfRow({ table, key, owner, fields, seen, gone }: StampedRow): readonly Operation[] {
  const of = { table, key, ...(owner !== undefined && { owner }) };
  const changes = Object.entries(fields).flatMap(([field, held]): Operation[] =>
    isNoteField(held)
      ? held.heads.map(({ h, v }) => ({
          ...of,
          field,
          stamp: h,
          over: held.over,
          ...(v !== undefined && { value: v }),
        }))
      : [{ ...of, field, stamp: held.h, ...(held.v !== undefined && { value: held.v }) }],
  );
  const touches = Object.values(seen).map((stamp) => ({ ...of, field: '', stamp, value: 1 }));
  const last = [...Object.values(seen), ...Object.values(gone ?? {})].toSorted().at(-1);
  const deletion = gone === undefined || last === undefined ? [] : [{ ...of, field: '', stamp: last, over: gone }];
  return [...changes, ...touches, ...deletion];
}
