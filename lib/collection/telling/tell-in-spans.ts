import { type DBCore, type DBCoreMutateRequest, type DBCoreTable, Dexie, type ObservabilitySet, RangeSet } from 'dexie';

/** Rows of one request from which on a whole table is told of, not each key: a tree of a hundred keys takes a page some milliseconds. */
const MANY = 8;
/** Tables whose rows have many keys in an index, and that nobody follows row by row. */
const KEYED_OFTEN: readonly string[] = ['fingerprints'];

/** Dexie's name for the rows that were deleted. */
const DELETED = ':dels';

/** Dexie's own layer, which tells each key, stands between these two. */
const BENEATH = -0.5;
const ABOVE = 0.5;

/**
 * Has a write of many rows tell those who follow the collection that a table changed, instead of each key of each index. Dexie puts those into a
 * balanced tree, which is copied and joined for each transaction, and sent to every page and worker: 40 of the 60 ms of a page's task when 32 essays were
 * kept together. Who follows one row reads it once more than is needed. For parts that write many rows; before the database is opened.
 */
export function tellInSpans(collection: Dexie): void {
  const below: { core?: DBCore } = {};
  collection.use({
    stack: 'dbcore',
    name: 'beneath-telling',
    level: BENEATH,
    create: (down) => {
      below.core = down;
      return down;
    },
  });
  collection.use({
    stack: 'dbcore',
    name: 'tell-in-spans',
    level: ABOVE,
    create: (down) => ({
      ...down,
      table: (name) => {
        const table = down.table(name);
        const plain = below.core?.table(name);
        if (plain === undefined) return table;
        const parts = partsOf(down, table);
        const mutate: DBCoreTable['mutate'] = (request) =>
          isOfMany(name, request) && isWithinTransaction(request)
            ? plain.mutate(request).then((done) => {
                tell(request, parts());
                return done;
              })
            : table.mutate(request);
        return { ...table, mutate };
      },
    }),
  });
}

const isOfMany = (name: string, request: DBCoreMutateRequest): boolean =>
  request.type !== 'deleteRange' &&
  (KEYED_OFTEN.includes(name) || (request.type === 'delete' ? request.keys : request.values).length >= MANY);

/** Of a write that is a transaction by itself Dexie keeps more books. */
const isWithinTransaction = ({ trans }: DBCoreMutateRequest): boolean => '_explicit' in trans;

/** Everything of a table, as Dexie names it: the rows, the deleted ones, and each index. */
function partsOf({ schema, MIN_KEY, MAX_KEY }: DBCore, table: DBCoreTable): () => ObservabilitySet {
  const names = ['', DELETED, ...table.schema.indexes.map(({ name }) => name ?? '')];
  return () =>
    Object.fromEntries(
      names.map((name) => [`idb://${schema.name}/${table.name}/${name}`, new RangeSet(MIN_KEY, MAX_KEY)]),
    );
}

/** What Dexie tells of a transaction when it is complete. */
function tell({ trans }: DBCoreMutateRequest, parts: ObservabilitySet): void {
  const told = trans as { mutatedParts?: ObservabilitySet };
  told.mutatedParts = Dexie.extendObservabilitySet(told.mutatedParts ?? {}, parts);
}
