import { essayOfFields } from '../../sync/model/fields-of.ts';
import { isAlive, rowValues, type StampedRow, stampedId } from '../../sync/model/stamped-row.ts';
import { anyJson } from '../../zip/any-json.ts';
import { readableRow } from '../checked/check-row.ts';
import type { Collection } from '../collection.ts';
import { settleClusters } from '../duplicates/settle-clusters.ts';
import type { NewFinding } from '../integrity/findings.ts';
import { rowsToWrite } from '../integrity/put-aside.ts';
import { essayRowOf } from '../keep/essay-row.ts';
import type { RowChange } from '../ledger/enter-rows.ts';
import { isEssayId } from '../ledger/slot.ts';
import { putRows } from '../put-rows.ts';
import { askWithin } from '../read-at-once.ts';
import { type BodyRow, type EssayRow, NO_DOC, noWork, type OwnWork } from '../rows.ts';
import { keysThere } from './arriving/keys-there.ts';
import type { KnownRows } from './arriving/take-parts.ts';
import { deleteEssayParts } from './essay-parts.ts';
import { learnStamps } from './join-into-stamps.ts';
import { readableFields } from './readable-fields.ts';

/** Essays looked at at a time: some milliseconds. */
const AT_A_TIME = 100;
/** Rows entered into the ledger at once: each time its last chunk, of a thousand essays, is read and written anew. */
const ENTERED = 500;
/** Texts read at a time, of which rows are made before others get their turn. */
const BODIES = 25;
/** Captures of one essay that are looked at: more than any has. */
const CAPTURES = 1000;

/**
 * Makes the rows of essays anew from what is known of who changed them, and from the texts that are here: the same on every device that
 * knows the same. One that was deleted goes with all its parts; one whose text is still on its way is not shown. Gives what was
 * sent and cannot be read. Inside the applying transaction.
 */
export async function deriveEssays(
  collection: Collection,
  ids: readonly string[],
  known: KnownRows,
): Promise<readonly NewFinding[]> {
  const found: NewFinding[] = [];
  const there = await keysThere(collection.essays, ids);
  let changes: RowChange[] = [];
  const enter = async (): Promise<void> => {
    await putRows(collection, changes);
    changes = [];
  };
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    const some = ids.slice(at, at + AT_A_TIME);
    await learnStamps(
      collection,
      known.stamps,
      some.map((id) => stampedId('essays', id)),
    );
    const stamped = some.flatMap((id) => known.stamps.get(stampedId('essays', id)) ?? []);
    const gone = stamped.filter((one) => !isAlive(one)).map(({ key }) => key);
    // Whoever is left of a cluster is written with the deletion: no row that was read before it may wait.
    if (gone.length > 0) await enter();
    await deleteEssays(collection, gone);
    const shown = await showEssays(collection, stamped.filter(isAlive), known, there);
    found.push(...shown.found);
    changes.push(...shown.changes);
    if (changes.length >= ENTERED) await enter();
    // Where all was known nothing was read, and nobody else had a turn.
    else await askWithin((store) => [store(collection.meta).getKey('')]);
  }
  await enter();
  return found;
}

/** The rows of essays that are to be written, and what was found. `there`: ids of the essays that have rows; null where it is not known. */
async function showEssays(
  collection: Collection,
  alive: readonly StampedRow[],
  known: KnownRows,
  there: ReadonlySet<string> | null,
): Promise<{ readonly found: readonly NewFinding[]; readonly changes: readonly RowChange[] }> {
  const found: NewFinding[] = [];
  const asked = alive.flatMap(({ key }) => ((there?.has(key) ?? true) ? [key] : []));
  const rows = new Map((await rowsToWrite(collection, asked)).map((row, at) => [asked[at], row]));
  const changes: RowChange[] = [];
  const read = alive.map((stamped) => ({ stamped, ...readableFields('essays', rowValues(stamped)) }));
  const bodies: (BodyRow | null)[] = [];
  for (const [at, { stamped, fields, bad }] of read.entries()) {
    if (at % BODIES === 0) {
      const next = read.slice(at, at + BODIES);
      const wanted = next.map((one) => ({ id: one.stamped.key, captureId: one.fields['captureId'] }));
      bodies.push(...(await bodiesOf(collection, wanted, known)));
    }
    const told = { table: 'essays', key: stamped.key, reason: 'mended' as const, parts: bad, essayId: stamped.key };
    if (!isEssayId(stamped.key)) {
      found.push({ ...told, reason: 'unreadable', settled: true });
      continue;
    }
    if (bad.length > 0) found.push({ ...told, settled: true });
    const before = rows.get(stamped.key);
    const isCopyKnown = stamped.fields['givenCopy'] !== undefined;
    const after = rowOf(essayOfFields(fields), before, bodies[at] ?? null, isCopyKnown);
    if (after !== undefined && (before === undefined || textOf(before) !== textOf(after)))
      changes.push({ before, after });
  }
  return { found, changes };
}

/** Of each essay the text that it shows: that of the capture which is current, else of another that is here; null for none. */
async function bodiesOf(
  collection: Collection,
  essays: readonly { readonly id: string; readonly captureId: unknown }[],
  known: KnownRows,
): Promise<readonly (BodyRow | null)[]> {
  const stored = essays.map(({ id, captureId }) => {
    const body = known.bodies.get(String(captureId));
    return body?.essayId === id ? body : null;
  });
  const read = await readBodies(
    collection,
    essays.filter((_, at) => stored[at] === null),
  );
  return essays.map(({ id }, at) => stored[at] ?? read.get(id) ?? null);
}

async function readBodies(
  { bodies }: Collection,
  essays: readonly { readonly id: string; readonly captureId: unknown }[],
): Promise<ReadonlyMap<string, BodyRow | null>> {
  if (essays.length === 0) return new Map();
  // A new computer is told of all essays before the first text comes.
  const [some] = await askWithin((store) => [store(bodies).getAllKeys(null, 1)]);
  if (some.length === 0) return new Map();
  const captures = await askWithin((store) => {
    const index = store(bodies).index('essayId');
    return essays.map(({ id }) => index.getAllKeys(id, CAPTURES) as IDBRequest<string[]>);
  });
  const wanted = essays.map(({ captureId }, at) => {
    const here = (captures[at] ?? []).toSorted();
    return here.find((one) => one === captureId) ?? here.at(-1) ?? '';
  });
  const there = wanted.filter((id) => id !== '');
  const rows = new Map((await bodies.bulkGet(there)).map((row, at) => [there[at], row]));
  return new Map(essays.map(({ id }, at) => [id, readableRow('bodies', rows.get(wanted[at]))]));
}

/**
 * The row that fields and body make; undefined while no text of it is here. `isCopyKnown`: somebody said since it is synced which archived copy
 * stands for it; before, each device's own stays.
 */
function rowOf(
  fields: ReturnType<typeof essayOfFields>,
  before: EssayRow | undefined,
  body: BodyRow | null,
  isCopyKnown: boolean,
): EssayRow | undefined {
  // Every one of these was looked at by its shape.
  const given = fields as unknown as OwnWork & Pick<EssayRow, 'captureId' | 'keptAt' | 'trashedAt'>;
  const { keptAt = '', trashedAt = '', note = '', checked, readState } = given;
  const givenCopy = isCopyKnown ? given.givenCopy : before?.givenCopy;
  const own: OwnWork & Pick<EssayRow, 'lacks'> = {
    ...noWork,
    note,
    edited: given.edited,
    tags: inOrderOf(before?.tags, given.tags),
    shelves: inOrderOf(before?.shelves, given.shelves),
    textEdits: given.textEdits ?? [],
    cluster: before?.cluster ?? '',
    ...(checked !== undefined && { checked }),
    ...(readState !== undefined && { readState }),
    ...(before?.lacks !== undefined && { lacks: before.lacks }),
    ...(givenCopy !== undefined && { givenCopy }),
  };
  if (body !== null) return essayRowOf(body, keptAt, trashedAt, own, before?.doc ?? NO_DOC);
  // Its text is lost here, and the check tells of it: what the reader made of it is shown all the same.
  const { textEdits: _, ...work } = own;
  return before && { ...before, ...work, trashedAt };
}

/** A set in the order in which it stands here, so that nothing is written anew for its order alone. */
function inOrderOf(before: readonly string[] = [], after: readonly string[] = []): readonly string[] {
  return [...before.filter((one) => after.includes(one)), ...after.filter((one) => !before.includes(one))];
}

const textOf = (row: EssayRow): string =>
  anyJson(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)));

async function deleteEssays(collection: Collection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await deleteEssayParts(collection, ids);
  const rows = (await collection.essays.bulkGet([...ids])).filter((row) => row !== undefined);
  await putRows(
    collection,
    rows.map((before) => ({ before, after: undefined })),
  );
  await collection.fingerprints.bulkDelete([...ids]);
  await settleClusters(
    collection,
    rows.flatMap(({ cluster }) => (cluster === '' ? [] : [cluster])),
  );
}
