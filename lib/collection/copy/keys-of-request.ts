import type { DBCoreIndex, DBCoreMutateRequest, DBCoreTable } from 'dexie';

/** Goes on with the keys that a request writes or deletes, in their order; those of a range are asked for first. */
export function keysOfRequest<T>(
  table: DBCoreTable,
  request: DBCoreMutateRequest,
  goOn: (keys: readonly IDBValidKey[]) => Promise<T>,
): Promise<T> {
  const { primaryKey } = table.schema;
  if (request.type === 'delete') return goOn(request.keys);
  if (request.type !== 'deleteRange')
    return goOn(request.keys ?? request.values.flatMap((value) => keyOf(primaryKey, value)));
  const { trans, range } = request;
  return table.query({ trans, values: false, query: { index: primaryKey, range } }).then(({ result }) => goOn(result));
}

/** A key of several parts is an array, which stands for one key. */
const keyOf = ({ extractKey }: DBCoreIndex, value: unknown): readonly IDBValidKey[] => {
  const key = extractKey?.(value);
  return key === undefined ? [] : [key];
};
