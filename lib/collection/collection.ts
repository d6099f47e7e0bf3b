import { Dexie, type Table } from 'dexie';
import type { StampedRow } from '../sync/model/stamped-row.ts';
import { markChanges } from './copy/mark-changes.ts';
import type { UncopiedRow } from './copy/uncopied-row.ts';
import { type Guard, guardCollection } from './guard/guard.ts';
import { guardedFactory } from './guard/guarded-factory.ts';
import { STORED_FIRST } from './guard/stored-first.ts';
import type { ChunkRow } from './ledger/chunk.ts';
import type { BlockRow, SegmentRow } from './ledger/index-rows.ts';
import type { MetaRow } from './ledger/ledger-state.ts';
import type { FolderRow, MirroredRow } from './living-folder/folder-rows.ts';
import { type BeginStay, followLibrary } from './loss/same-library.ts';
import type {
  ApartRow,
  BodyRow,
  CaptureRow,
  ClusterRow,
  EssayRow,
  FingerprintRow,
  HighlightRow,
  ImageRow,
  JobItemRow,
  JobRow,
  OriginalRow,
  OutcomeRow,
  QuarantineRow,
  SearchRow,
  SentRow,
  ShelfRow,
  TagRow,
  WantedRow,
} from './rows.ts';
import { letGoByRows } from './rubbish/count-rows.ts';
import { stampChanges } from './sync/stamping/stamp-changes.ts';
import type { SyncFactRow, UnsentRow } from './sync/sync-rows.ts';
import { fromVersion1, orderFindings } from './upgrade.ts';

/** The open collection: the first argument of every function of this folder. */
export interface Collection extends Dexie {
  readonly essays: Table<EssayRow, string>;
  readonly captures: Table<CaptureRow, string>;
  readonly bodies: Table<BodyRow, string>;
  readonly originals: Table<OriginalRow, string>;
  /** By essay and address. */
  readonly images: Table<ImageRow, [string, string]>;
  readonly tags: Table<TagRow, string>;
  readonly shelves: Table<ShelfRow, string>;
  readonly highlights: Table<HighlightRow, string>;
  /** The folder of the reader's that is kept as the collection is: one row at most. */
  readonly folders: Table<FolderRow, string>;
  /** What of it was written into that folder. */
  readonly mirrored: Table<MirroredRow, string>;
  /** Which essays were sent to Zotero, and as which items. */
  readonly sent: Table<SentRow, string>;
  readonly searches: Table<SearchRow, string>;
  readonly clusters: Table<ClusterRow, string>;
  readonly fingerprints: Table<FingerprintRow, string>;
  readonly apart: Table<ApartRow, string>;
  readonly jobs: Table<JobRow, string>;
  /** By job and number. */
  readonly jobItems: Table<JobItemRow, [string, number]>;
  readonly ledger: Table<ChunkRow, number>;
  readonly meta: Table<MetaRow, string>;
  readonly segments: Table<SegmentRow, number>;
  readonly postings: Table<BlockRow, [number, number]>;
  readonly positions: Table<BlockRow, [number, number]>;
  /** Essays whose images are still to be fetched. */
  readonly wanted: Table<WantedRow, string>;
  readonly outcomes: Table<OutcomeRow, string>;
  /** By the number that the database gives. */
  readonly uncopied: Table<UncopiedRow, number>;
  readonly quarantine: Table<QuarantineRow, string>;
  /** Who changed each row last, field by field; empty where the collection never synced. */
  readonly stamps: Table<StampedRow, string>;
  /** What is still to be sent to other devices, by the number that the database gives. */
  readonly unsent: Table<UnsentRow, number>;
  readonly sync: Table<SyncFactRow, string>;
  /** Stops writers while writing would do harm. */
  readonly guard: Guard;
  /** Has an act that takes long told when the library is made anew under it. */
  readonly stay: BeginStay;
  /** The clock that changes are stamped by, milliseconds since 1970. */
  readonly now: () => number;
}

/** Dexie counts versions by tens, so that a browser's 40 is its 4. */
const VERSION_STEP = 10;

/**
 * Gives the collection; the database itself opens with the first query. A page needs one, kept while it lives.
 * `name`, and `now` (milliseconds since 1970), are for tests. `subscribed`: it holds what is read of another's, and has neither second copy nor stamps
 * of its own.
 *
 * A capture is on disk before a keep reports success (`strict`): a crash must not lose what the badge said was kept.
 * What can be made anew, as the search index can, may be `relaxed`: a crash then loses the last transactions, in order.
 */
export function openCollection(
  name = 'wencun',
  durability: 'strict' | 'relaxed' = 'strict',
  now: () => number = Date.now,
  whose: 'own' | 'subscribed' = 'own',
): Collection {
  const known: { version: number; guard?: Guard } = { version: 0 };
  const collection = new Dexie(name, {
    ...STORED_FIRST,
    chromeTransactionDurability: durability,
    indexedDB: guardedFactory(known),
  });
  const guard = guardCollection(collection);
  const stay = followLibrary(collection, () => guard.ready(0));
  collection.use(letGoByRows());
  if (whose === 'own') {
    collection.use(markChanges);
    collection.use(stampChanges(now));
  }
  // `[trashedAt+keptAt+id]` is the order of both lists: the collection's ('' first) and the trash's.
  collection.version(1).stores({
    essays: 'id, [trashedAt+keptAt+id]',
    captures: 'id, [essayId+takenAt]',
    bodies: 'captureId, essayId',
    originals: 'captureId, essayId',
  });
  collection
    .version(2)
    .stores({
      essays: 'id, [trashedAt+keptAt+id], *tags, *shelves, cluster',
      tags: 'id, &folded',
      shelves: 'id, parent',
      highlights: 'id, essayId',
      searches: 'id',
      clusters: 'id',
      fingerprints: 'essayId, *bands',
      apart: 'id',
      ledger: 'chunk',
      meta: 'key',
      segments: 'id',
      postings: '[segment+block]',
      positions: '[segment+block]',
    })
    .upgrade((transaction) => fromVersion1(transaction));
  collection.version(3).stores({
    images: '[essayId+address]',
    jobs: 'id',
    jobItems: '[job+number]',
  });
  collection.version(4).stores({
    wanted: 'essayId',
    outcomes: 'id',
    uncopied: '++n',
    quarantine: 'id',
  });
  collection.version(5).stores({ sent: 'id, essayId' });
  collection.version(6).stores({
    folders: 'id',
    mirrored: 'essayId',
    stamps: 'id, owner',
    unsent: '++n, stream',
    sync: 'key',
  });
  collection
    .version(7)
    .stores({ quarantine: 'id, order' })
    .upgrade((transaction) => orderFindings(transaction));
  Object.assign(known, { version: collection.verno * VERSION_STEP, guard });
  return Object.assign(collection, { guard, stay, now }) as Collection;
}
