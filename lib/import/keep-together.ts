import type { Collection } from '../collection/collection.ts';
import { getBody } from '../collection/get-essay.ts';
import { getRows } from '../collection/get-rows.ts';
import { putImages } from '../collection/images/images.ts';
import { keepEssays } from '../collection/keep/keep-essay.ts';
import type { Keeping } from '../collection/keep/keep-request.ts';
import { attempt, type StorageProblem } from '../collection/storage.ts';
import { essayId } from '../essay/identity.ts';
import type { EssayImage } from '../essay/image.ts';
import { type Outcome, succeed } from '../essay/outcome.ts';
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

/** Keeps essays some at a time: one by one each would wait for the disk, and everything that shows the collection would follow each. */
export function keepTogether(collection: Collection): Together {
  const state = { waiting: [] as (ReadPage | ImportItem)[], ids: new Set<string>(), bytes: 0, since: 0 };

  const settle = (): Promise<readonly ImportItem[]> => {
    const { waiting } = state;
    Object.assign(state, { waiting: [], ids: new Set(), bytes: 0 });
    return keepReads(collection, waiting);
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
): Promise<readonly ImportItem[]> {
  const reads = waiting.filter((read) => 'keeping' in read);
  const outcomes = new Map((await keepUnlessThere(collection, reads)).map((outcome, at) => [reads[at], outcome]));
  for (const { images, keeping } of reads)
    if (images.length > 0) await putImages(collection, await essayId(keeping.essay.originalUrl), images);
  return waiting.map((read) => {
    if (!('keeping' in read)) return read;
    const outcome = outcomes.get(read);
    if (!outcome?.ok) return lost(read.name, 'not-stored', outcome?.problem.code ?? 'failed');
    const { title, provenance } = read.keeping.essay;
    return { name: read.name, ...outcome.value, reason: null, title, missing: provenance.missingPages.length };
  });
}

type KeptOrThere = Outcome<{ readonly id: string; readonly result: 'kept' | 'already-there' }, StorageProblem>;

/** Keeps essays, each of another address, but those that are there with no fewer of their pages. */
async function keepUnlessThere(collection: Collection, reads: readonly ReadPage[]): Promise<readonly KeptOrThere[]> {
  if (reads.length === 0) return [];
  const ids = await Promise.all(reads.map(({ keeping }) => essayId(keeping.essay.originalUrl)));
  const rows = await attempt(() => getRows(collection, ids));
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
  const kept = await keepEssays(
    collection,
    reads.flatMap(({ keeping }, at) => (there[at] ? [] : [keeping])),
  );
  const outcomes = kept.values();
  return ids.map((id, at): KeptOrThere => {
    if (there[at]) return succeed({ id, result: 'already-there' });
    const outcome = outcomes.next().value;
    return outcome?.ok === false ? outcome : succeed({ id, result: 'kept' });
  });
}
