import { fail, type Outcome, succeed } from '../../essay/outcome.ts';
import { yieldToPage } from '../../essay/yield-to-page.ts';
import { anyJson } from '../../zip/any-json.ts';
import type { Collection } from '../collection.ts';
import {
  clustersFor,
  duplicateTables,
  type Joining,
  lookBeside,
  storeFingerprints,
} from '../duplicates/cluster-for.ts';
import { noteWaiting, readWaiting } from '../duplicates/join-kept.ts';
import { rowsToWrite } from '../integrity/put-aside.ts';
import type { RowChange } from '../ledger/enter-rows.ts';
import { putRows, readRowsAhead } from '../put-rows.ts';
import { type BodyRow, type EssayRow, noWork, type OwnWork } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { writingRows } from '../write-rows.ts';
import { essayRowOf } from './essay-row.ts';
import { type Filing, type Keeping, type KeepingRows, keepingRows } from './keep-request.ts';

/** What keeping came to. */
export interface Kept {
  readonly id: string;
  /** When the essay was first kept. */
  readonly keptAt: string;
  /** The current capture. */
  readonly captureId: string;
  /**
   * `new` essay, `recaptured` (a capture added and made current), `beside` (added, and another is current), or `unchanged` (an
   * identical capture is there).
   */
  readonly change: 'new' | 'recaptured' | 'beside' | 'unchanged';
}

/**
 * Keeps an essay: row, capture, body and original in one transaction, all or nothing.
 * Keeping an address again adds a capture and makes it current; older captures stay. An identical capture (same
 * bytes, and the same read from them by the same rules) adds nothing. Either brings an essay back from the trash. An essay that is nearly the
 * same as another is put into a cluster with it.
 */
export async function keepEssay(collection: Collection, keeping: Keeping): Promise<Outcome<Kept, StorageProblem>> {
  const [outcome] = await keepEssays(collection, [keeping]);
  return outcome ?? fail('storage-failed');
}

/** The same, but that its fingerprint is made and near-duplicates are looked for afterwards, by `joinKept`: that it waits is written down with the essay. */
export async function keepSoon(collection: Collection, keeping: Keeping): Promise<Outcome<Kept, StorageProblem>> {
  const [outcome] = await keepEach(collection, [keeping], 'later');
  return outcome ?? fail('storage-failed');
}

/** When an essay gets its fingerprint and near-duplicates of it are looked for. */
type Joins = 'now' | 'later';

/**
 * Keeps essays, each as `keepEssay` does and in this order, but in one transaction, which costs a fraction of many. When that
 * fails each is kept by itself, so that one that cannot be stored takes no other with it. Gives what became of each.
 */
export const keepEssays = (
  collection: Collection,
  keepings: readonly Keeping[],
): Promise<readonly Outcome<Kept, StorageProblem>[]> => keepEach(collection, keepings, 'now');

async function keepEach(
  collection: Collection,
  keepings: readonly Keeping[],
  joins: Joins,
): Promise<readonly Outcome<Kept, StorageProblem>[]> {
  // The room is looked up while the rows are made.
  const [held, prepared] = await Promise.all([
    collection.guard.ready(keepings.reduce((sum, keeping) => sum + sizeOf(keeping), 0)),
    prepare(keepings, joins),
  ]);
  if (held !== null) return keepings.map(() => fail(held));
  const kept = new Map<KeepingRows, Outcome<Kept, StorageProblem>>();
  for (const round of roundsOf(prepared.flatMap((rows) => (rows.ok ? [rows.value] : [])))) {
    const stored = await attempt(() => store(collection, round, joins));
    for (const [at, rows] of round.entries()) {
      const one = stored.ok ? stored.value[at] : undefined;
      if (one !== undefined) kept.set(rows, succeed(one));
      else kept.set(rows, round.length === 1 && !stored.ok ? stored : await storeAlone(collection, rows, joins));
    }
  }
  return prepared.map((rows) => (rows.ok ? (kept.get(rows.value) ?? fail('storage-failed')) : rows));
}

/** The rows of each, made one after another: those of thirty at once hold a page up for fifty milliseconds. */
async function prepare(
  keepings: readonly Keeping[],
  joins: Joins,
): Promise<readonly Outcome<KeepingRows, StorageProblem>[]> {
  const pause = yieldToPage();
  const prepared: Outcome<KeepingRows, StorageProblem>[] = [];
  for (const [at, keeping] of keepings.entries()) {
    if (at > 0) await pause();
    prepared.push(await keepingRows(keeping, joins));
  }
  return prepared;
}

/** Bytes that an essay takes at most: its originals as they came, text and HTML in UTF-16. */
const sizeOf = ({ essay, original, otherPages = [] }: Keeping): number =>
  otherPages.reduce((sum, { bytes }) => sum + bytes.byteLength, original.byteLength) +
  2 * (essay.html.length + essay.text.length);

/** Essays in rounds in which each stands once: one that comes again is compared with what was kept before. */
function roundsOf(all: readonly KeepingRows[]): readonly (readonly KeepingRows[])[] {
  const rounds: KeepingRows[][] = [];
  const times = new Map<string, number>();
  for (const rows of all) {
    const { essayId } = rows.body;
    const round = times.get(essayId) ?? 0;
    times.set(essayId, round + 1);
    rounds[round] = [...(rounds[round] ?? []), rows];
  }
  return rounds;
}

/** Keeps an essay of which the rows are at hand, as `keepEssay` does. */
export async function keepRows(collection: Collection, rows: KeepingRows): Promise<Outcome<Kept, StorageProblem>> {
  const { original, body } = rows;
  const size = (original?.gzip.byteLength ?? 0) + 2 * (body.html.length + body.text.length);
  const held = await collection.guard.ready(size);
  return held === null ? storeAlone(collection, rows) : fail(held);
}

async function storeAlone(
  collection: Collection,
  rows: KeepingRows,
  joins: Joins = 'now',
): Promise<Outcome<Kept, StorageProblem>> {
  const stored = await attempt(() => store(collection, [rows], joins));
  if (!stored.ok) return stored;
  const [kept] = stored.value;
  return kept === undefined ? fail('storage-failed') : succeed(kept);
}

/** Writes essays, each of another address, in one transaction. */
function store(collection: Collection, all: readonly KeepingRows[], joins: Joins): PromiseLike<readonly Kept[]> {
  const { captures, bodies, originals, wanted } = collection;
  const beside = joins === 'now' ? duplicateTables(collection) : [];
  return writingRows(collection, [...beside, captures, bodies, originals, wanted], async () => {
    // All that is read of essays that are new is asked for at once: each turn to the database costs as much as many questions.
    const [before, seen, ahead] = await Promise.all([
      rowsToWrite(
        collection,
        all.map(({ body }) => body.essayId),
      ),
      joins === 'later'
        ? readWaiting(collection)
        : lookBeside(
            collection,
            all.map(({ body, fingerprint }) => ({ id: body.essayId, fingerprint })),
          ),
      readRowsAhead(collection, true),
    ]);
    const current = await Promise.all(all.map((rows, at) => isCurrent(collection, before[at], rows)));
    const isBeside = ({ beside }: KeepingRows, at: number): boolean => beside && before[at] !== undefined;
    const fresh = all.filter((_, at) => current[at] !== true);
    const joining = all.flatMap((rows, at) => {
      if (current[at] === true || isBeside(rows, at)) return [];
      return [{ id: rows.body.essayId, fingerprint: rows.fingerprint, cluster: before[at]?.cluster ?? '' }];
    });
    const clusters = 'sharing' in seen ? (await clustersFor(collection, joining, seen)).clusters : staying(joining);
    const changes = all.flatMap((rows, at) =>
      isBeside(rows, at) ? [] : changeOf(rows, before[at], current[at] === true, clusters),
    );
    const originalRows = fresh.flatMap(({ original }) => original ?? []);
    const wantedRows = all.flatMap(({ wantsImages, body, capture }) =>
      wantsImages ? [{ essayId: body.essayId, since: capture.takenAt, tries: 0 }] : [],
    );
    await putRows(collection, [...changes, ...(await joinedBeside(collection, all, clusters))], ahead, () => [
      ...(fresh.length > 0
        ? [captures.bulkAdd(fresh.map(({ capture }) => capture)), bodies.bulkAdd(fresh.map(({ body }) => body))]
        : []),
      ...(originalRows.length > 0 ? [originals.bulkAdd(originalRows)] : []),
      ...(wantedRows.length > 0 ? [wanted.bulkPut(wantedRows)] : []),
      ...('sharing' in seen ? storeFingerprints(collection, joining) : noteWaiting(collection, seen, joining)),
    ]);
    return all.map(({ capture, body }, at): Kept => {
      const row = before[at];
      const kept = { id: body.essayId, keptAt: row?.keptAt ?? all[at]?.keptAt ?? capture.takenAt };
      if (row !== undefined && current[at] === true) return { ...kept, captureId: row.captureId, change: 'unchanged' };
      const added = isBeside(all[at] as KeepingRows, at) ? 'beside' : 'recaptured';
      return { ...kept, captureId: capture.id, change: row === undefined ? 'new' : added };
    });
  });
}

/** The clusters that essays are in already. */
const staying = (joining: readonly Joining[]): ReadonlyMap<string, string> =>
  new Map(joining.map(({ id, cluster }) => [id, cluster]));

/** The change of an essay's row; none for one that is there as it is, unless it comes back from the trash. */
function changeOf(
  { capture, body, work, into, keptAt = capture.takenAt }: KeepingRows,
  before: EssayRow | undefined,
  current: boolean,
  clusters: ReadonlyMap<string, string>,
): readonly RowChange[] {
  const cluster = clusters.get(body.essayId);
  if (current) {
    const after = before && { ...filed(before, into), trashedAt: '', cluster: cluster ?? before.cluster };
    const names = ['trashedAt', 'cluster', 'tags', 'shelves'] as const;
    return names.every((name) => after?.[name] === before?.[name]) ? [] : [{ before, after }];
  }
  const own = { ...filed(before ?? { ...noWork, ...work }, into), cluster: cluster ?? '' };
  return [{ before, after: essayRowOf(body, before?.keptAt ?? keptAt, '', own) }];
}

/** The reader's work on an essay, with the tags and shelves that it is to have. */
function filed<Work extends OwnWork>(work: Work, into: Filing = { tags: [], shelves: [] }): Work {
  const withAll = (name: keyof Filing): readonly string[] =>
    into[name].every((id) => work[name].includes(id)) ? work[name] : [...new Set([...work[name], ...into[name]])];
  return { ...work, tags: withAll('tags'), shelves: withAll('shelves') };
}

/** The changes of essays that were here already and came into a cluster with one that was kept. */
async function joinedBeside(
  collection: Collection,
  all: readonly KeepingRows[],
  clusters: ReadonlyMap<string, string>,
): Promise<readonly RowChange[]> {
  const own = new Set(all.map(({ body }) => body.essayId));
  const rows = await rowsToWrite(
    collection,
    [...clusters.keys()].filter((id) => !own.has(id)),
  );
  return rows.flatMap((before) =>
    before === undefined ? [] : [{ before, after: { ...before, cluster: clusters.get(before.id) ?? '' } }],
  );
}

/**
 * True when the current capture holds the same bytes, and the same was read from them by rules of the same version; of what is put
 * beside it, when any capture is of the same page of the archive.
 */
async function isCurrent(
  { captures, bodies }: Collection,
  row: EssayRow | undefined,
  { capture, body, beside }: KeepingRows,
): Promise<boolean> {
  if (row === undefined) return false;
  // A keep that was taken up again after it was done.
  if ((await captures.get(capture.id))?.essayId === row.id) return true;
  if (beside) {
    const all = await captures.where('[essayId+takenAt]').between([row.id, ''], [row.id, '\uffff']).toArray();
    return all.some((one) => one.pageUrl === capture.pageUrl && one.sha256 === capture.sha256);
  }
  const current = await captures.get(row.captureId);
  if (current?.sha256 !== capture.sha256 || current.rulesVersion !== capture.rulesVersion) return false;
  const kept = await bodies.get(row.captureId);
  return kept !== undefined && readingOf(kept) === readingOf(body);
}

/** What was read, to compare. A script writes the counter into a live page, so that it differs where the bytes do not; provenance only tells of the rest. */
const readingOf = ({
  captureId: _,
  digest: _digest,
  hits: _hits,
  provenance: _provenance,
  ...reading
}: BodyRow): string => anyJson(Object.entries(reading).toSorted(([one], [other]) => (one < other ? -1 : 1)));
