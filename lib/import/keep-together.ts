import { filingOf, type Target } from '../collection/actions/file-into.ts';
import type { Collection } from '../collection/collection.ts';
import { getBody } from '../collection/get-essay.ts';
import { getRows } from '../collection/get-rows.ts';
import { putImages } from '../collection/images/images.ts';
import { keepEssays } from '../collection/keep/keep-essay.ts';
import type { Keeping } from '../collection/keep/keep-request.ts';
import { attempt, type StorageProblem } from '../collection/storage.ts';
import { essayId } from '../essay/identity.ts';
import type { EssayImage } from '../essay/image.ts';
import { fail, type Outcome, succeed } from '../essay/outcome.ts';
import { type ImportItem, lost } from './import-item.ts';

/** A page that was read, with the essay in it. */
export interface ReadPage {
  readonly name: string;
  readonly keeping: Keeping;
  /** Images that came with it. */
  readonly images: readonly EssayImage[];
}

/** Essays that are written together at most, bytes of their pages, and milliseconds that the first of them waits: what a closed window loses. */
const MOST = { essays: 32, bytes: 4 * 1024 * 1024, wait: 400 } as const;

/** What was read and waits to be kept, in the order of the files. */
export interface Together {
  /** Adds what was read, or what became of a page without an essay. Gives the items that are settled by now: all, or none yet. */
  readonly add: (read: ReadPage | ImportItem) => Promise<readonly ImportItem[]>;
  /** Keeps all that waits. */
  readonly settle: () => Promise<readonly ImportItem[]>;
}

/**
 * Keeps essays some at a time, each right where it is to go: one by one each would wait for the disk, and everything that shows the collection would follow each.
 * Nothing more is kept once `anew` tells that another library stands in the place of the one that knows where they are to go.
 */
export function keepTogether(collection: Collection, into?: Target, anew?: AbortSignal): Together {
  const state = { waiting: [] as (ReadPage | ImportItem)[], ids: new Set<string>(), bytes: 0, since: 0 };

  const settle = (): Promise<readonly ImportItem[]> => {
    const { waiting } = state;
    Object.assign(state, { waiting: [], ids: new Set(), bytes: 0 });
    return keepReads(collection, waiting, into, anew);
  };

  return {
    settle,
    async add(read) {
      const id = 'keeping' in read ? await essayId(read.keeping.essay.originalUrl) : null;
      // The same essay once more is compared with what was kept of it.
      const before = id !== null && state.ids.has(id) ? await settle() : [];
      if (state.waiting.length === 0) state.since = performance.now();
      state.waiting.push(read);
      if (id !== null) state.ids.add(id);
      if ('keeping' in read) state.bytes += read.keeping.original.length + sizeOf(read.images);
      const due =
        state.ids.size >= MOST.essays || state.bytes >= MOST.bytes || performance.now() - state.since >= MOST.wait;
      return due ? [...before, ...(await settle())] : before;
    },
  };
}

const sizeOf = (images: readonly EssayImage[]): number =>
  images.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0);

async function keepReads(
  collection: Collection,
  waiting: readonly (ReadPage | ImportItem)[],
  into: Target | undefined,
  anew: AbortSignal | undefined,
): Promise<readonly ImportItem[]> {
  const reads = waiting.filter((read) => 'keeping' in read);
  const outcomes = new Map(
    (await keepUnlessThere(collection, reads, into, anew)).map((outcome, at) => [reads[at], outcome]),
  );
  for (const { images, keeping } of reads)
    if (images.length > 0) await putImages(collection, await essayId(keeping.essay.originalUrl), images);
  return waiting.map((read) => {
    if (!('keeping' in read)) return read;
    const outcome = outcomes.get(read);
    if (outcome?.ok === false && outcome.problem.code === 'library-anew')
      return lost(read.name, 'not-reached', 'not-reached');
    if (!outcome?.ok) return lost(read.name, 'not-stored', outcome?.problem.code ?? 'failed');
    const { title, provenance } = read.keeping.essay;
    const { id, result, filed } = outcome.value;
    const reason = filed ? null : 'not-filed';
    return { name: read.name, id, result, reason, title, missing: provenance.missingPages.length };
  });
}

interface KeptOrThere {
  readonly id: string;
  readonly result: 'kept' | 'already-there';
  /** False for one that was kept, but not where it was to go. */
  readonly filed: boolean;
}
type Settled = Outcome<KeptOrThere, StorageProblem | 'library-anew'>;

/** Keeps essays, each of another address, but those that are there with no fewer of their pages. */
async function keepUnlessThere(
  collection: Collection,
  reads: readonly ReadPage[],
  target: Target | undefined,
  anew: AbortSignal | undefined,
): Promise<readonly Settled[]> {
  if (reads.length === 0) return [];
  const ids = await Promise.all(reads.map(({ keeping }) => essayId(keeping.essay.originalUrl)));
  const rows = await attempt(() => getRows(collection, ids));
  // Asked for their rows, it was opened again.
  if (anew?.aborted) return reads.map(() => fail('library-anew'));
  if (!rows.ok) return reads.map(() => rows);
  const there = await Promise.all(
    reads.map(async ({ keeping }, at) => {
      const row = rows.value[at];
      if (row?.trashedAt !== '') return false;
      const body = await getBody(collection, row.captureId);
      const lacked = (body.ok && body.value?.provenance.missingPages.length) || 0;
      return lacked <= keeping.essay.provenance.missingPages.length;
    }),
  );
  const fresh = reads.flatMap(({ keeping }, at) => (there[at] ? [] : [keeping]));
  const filing = target !== undefined && fresh.length > 0 ? await filingOf(collection, target) : null;
  const into = filing?.ok ? { into: filing.value } : {};
  // A collection that was deleted meanwhile takes nothing in, which is told too.
  const isFiled = filing === null || (filing.ok && (target?.shelf === '' || filing.value.shelves.length > 0));
  const kept = await keepEssays(
    collection,
    fresh.map((keeping) => ({ ...keeping, ...into })),
  );
  const outcomes = kept.values();
  return ids.map((id, at): Settled => {
    if (there[at]) return succeed({ id, result: 'already-there', filed: true });
    const outcome = outcomes.next().value;
    return outcome?.ok === false ? outcome : succeed({ id, result: 'kept', filed: isFiled });
  });
}
