import { Dexie, type Collection as Rows } from 'dexie';
import type { Outcome } from '../essay/outcome.ts';
import { readableRow } from './checked/check-row.ts';
import type { Collection } from './collection.ts';
import { readState } from './ledger/ledger-state.ts';
import type { EssayRow } from './rows.ts';
import { attempt, type StorageProblem } from './storage.ts';

/** Where a page of a list ended: give it as `before` for the page after it. */
export type PageKey = readonly [trashedAt: string, keptAt: string, id: string];

export interface ListRequest {
  /** Rows wanted at most. */
  readonly limit: number;
  /** `next` of the page before; leave out for the first page. */
  readonly before?: PageKey | null;
}

export interface ListPart {
  readonly rows: readonly EssayRow[];
  /** Key for the next page, or null at the end of the list. */
  readonly next: PageKey | null;
  /** Rows of which too little can be read to show them. */
  readonly unreadable: number;
}

/** Essays of the collection, newest first. */
export function listEssays(collection: Collection, request: ListRequest): Promise<Outcome<ListPart, StorageProblem>> {
  return attempt(() => page(collection, 'kept', request));
}

/** Essays in the trash, last trashed first. */
export function listTrash(collection: Collection, request: ListRequest): Promise<Outcome<ListPart, StorageProblem>> {
  return attempt(() => page(collection, 'trash', request));
}

/** How many essays the collection holds, the trash apart: as the ledger counts them, since the database walks every key for it. */
export function countEssays(collection: Collection): Promise<Outcome<number, StorageProblem>> {
  return attempt(
    async () => (await readState(collection.meta)).kept ?? (await rowsOf(collection, 'kept', null).count()),
  );
}

type Place = 'kept' | 'trash';

/** The rows of a list up to a key: by key and never by offset, so that a page deep in the list costs what the first does. */
function rowsOf(collection: Collection, place: Place, before: PageKey | null): Rows<EssayRow, string> {
  const floor = place === 'kept' ? ['', Dexie.minKey] : ['', Dexie.maxKey];
  const ceiling = place === 'kept' ? ['', Dexie.maxKey] : [Dexie.maxKey];
  return collection.essays.where('[trashedAt+keptAt+id]').between(floor, before ?? ceiling, false, false);
}

async function page(collection: Collection, place: Place, request: ListRequest): Promise<ListPart> {
  // One more than asked for tells whether there is a next page.
  const wanted = request.limit + 1;
  const rows: EssayRow[] = [];
  let unreadable = 0;
  let before = request.before ?? null;
  for (;;) {
    const batch = await rowsOf(collection, place, before).reverse().limit(wanted).toArray();
    for (const row of batch) {
      before = keyOf(row);
      const readable = readableRow('essays', row);
      if (readable === null) unreadable += 1;
      else if (rows.push(readable) === wanted) break;
    }
    if (rows.length === wanted || batch.length < wanted) break;
  }
  const last = rows[request.limit - 1];
  const next = rows.length === wanted && last !== undefined ? keyOf(last) : null;
  return { rows: rows.slice(0, request.limit), next, unreadable };
}

const keyOf = (row: EssayRow): PageKey => [row.trashedAt, row.keptAt, row.id];
