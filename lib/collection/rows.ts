import type { Capture } from '../essay/capture.ts';
import type { ArchivedCopy, Essay, EssayFields, EssayKind } from '../essay/essay.ts';
import type { TextEdit } from '../essay/text-edits/text-edit.ts';
import type { Manners } from '../queue-plan/answer.ts';
import type { StoredWishes } from '../queue-plan/choose.ts';
import type { Item, ItemCounts, Job } from '../queue-plan/job.ts';

/**
 * What an essay lacks by what was kept of it: pages or images that could not be had, or a title that is whole. Words of the ledger's
 * column `check`, too.
 */
export const lackNames = ['missing-pages', 'missing-images', 'doubtful-title'] as const;
export type Lack = (typeof lackNames)[number];

/** How far the reader is with an essay. */
export type ReadState = 'unread' | 'reading' | 'read';

/**
 * A kept essay as lists show it: small, no body. Key `id` is the digest of the normalised original URL.
 * Everything but `id`, `keptAt`, `captureId` and `trashedAt` is copied from the current capture's BodyRow.
 */
export interface EssayRow extends Readonly<EssayFields> {
  readonly id: string;
  readonly kind: EssayKind;
  readonly originalUrl: string;
  readonly archivedCopy: ArchivedCopy | null;
  /** Characters of the plain text, white space apart. */
  readonly length: number;
  /** When it was first kept, UTC, ISO 8601. */
  readonly keptAt: string;
  /** The capture that the row, and the body shown, come from: the newest. */
  readonly captureId: string;
  /** When it was moved to the trash, or '' while it is in the collection (a key that IndexedDB can index). */
  readonly trashedAt: string;
  /** Its slot in the ledger and its number in the search index: a new one whenever its searchable text changes. */
  readonly doc: number;
  /** Ids of its tags. */
  readonly tags: readonly string[];
  /** Ids of the reader's own collections that it stands in. */
  readonly shelves: readonly string[];
  /** The reader's note, '' for none. */
  readonly note: string;
  /** Fields that the reader set by hand: the row shows them, and what was found stays in the body's provenance. */
  readonly edited: Readonly<Partial<EssayFields>>;
  /** The cluster of near-duplicates that it belongs to, '' for none (a key that IndexedDB can index). */
  readonly cluster: string;
  /** The reader's changes to the text, in the order in which they were made; absent for none. What was found stays in the body. */
  readonly textEdits?: readonly TextEdit[];
  /** Passages of the current capture that the second reader would have kept, and that were not put back; absent for none. */
  readonly doubts?: number;
  /** What it lacks; absent for nothing. Worked out of its body and images. */
  readonly lacks?: readonly Lack[];
  /** The capture whose doubts the reader has looked at; absent for none. */
  readonly checked?: string;
  /** How far the reader is with it; absent while it is unread. */
  readonly readState?: Exclude<ReadState, 'unread'>;
  /** The archived copy that stands for an essay kept from its living site, once one is known: citations name it. Absent for none. */
  readonly givenCopy?: ArchivedCopy;
}

/** What the reader made of an essay: it outlives every capture and cleaning. */
export type OwnWork = Pick<
  EssayRow,
  'tags' | 'shelves' | 'note' | 'edited' | 'cluster' | 'checked' | 'textEdits' | 'readState' | 'givenCopy'
>;

/** The reader's work on an essay that was just kept. */
export const noWork: OwnWork = { tags: [], shelves: [], note: '', edited: {}, cluster: '' };

/** A tag. */
export interface TagRow {
  readonly id: string;
  readonly name: string;
  /** The name folded in width and case: no two tags share one. */
  readonly folded: string;
}

/** A collection of the reader's own, which may stand in another. */
export interface ShelfRow {
  readonly id: string;
  readonly name: string;
  /** The shelf that it stands in, '' for none. */
  readonly parent: string;
  /** Its place among its siblings, ascending. */
  readonly order: number;
}

export type HighlightColour = 'yellow' | 'green' | 'blue' | 'pink';

/** A passage that the reader marked, anchored by its words and by where they stood. */
export interface HighlightRow {
  readonly id: string;
  readonly essayId: string;
  readonly colour: HighlightColour;
  readonly note: string;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  /** UTF-16 offsets into the body's plain text when it was made. */
  readonly position: { readonly start: number; readonly end: number };
  readonly madeAt: string;
}

/** A child of an item in Zotero that was made of an essay. */
export interface SentPart {
  /** What it is: `note`, `marks`, `snapshot`, `original 1`. */
  readonly is: string;
  /** Its key in Zotero. */
  readonly key: string;
  /** MD5 of what was sent, lower-case hex. */
  readonly md5: string;
  /** MD5 of a note as Zotero stored it, `''` for a file. */
  readonly stored: string;
}

/** That an essay was sent to a library of Zotero, and as which item. */
export interface SentRow {
  /** The essay and the library, parted by a blank. */
  readonly id: string;
  readonly essayId: string;
  /** The library as Zotero's interface names it: `users/0`, `groups/4711`; `connector` where it told no more. */
  readonly library: string;
  /** When it was sent last: UTC, ISO 8601. */
  readonly sentAt: string;
  /** The key of its item, `''` where Zotero told none. */
  readonly key: string;
  /** The fields of the item as Zotero stored them, as JSON. */
  readonly fields: string;
  readonly parts: readonly SentPart[];
}

/** A search that the reader wants to find again: the query string of the library's address. */
export interface SearchRow {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly madeAt: string;
}

/** Essays that are nearly the same text, with the one that stands for them. */
export interface ClusterRow {
  readonly id: string;
  readonly mainId: string;
}

/** What near-duplicates are found by. */
export interface FingerprintRow {
  readonly essayId: string;
  /** Groups of the minima; essays that share one may be the same text. */
  readonly bands: readonly string[];
  readonly minhash: readonly number[];
}

/** Two essays that the reader said are not the same: their ids in order, joined by a space. */
export interface ApartRow {
  readonly id: string;
}

/** One taking of a page. Taking it again adds a row and loses none. */
export interface CaptureRow extends Capture {
  readonly id: string;
  readonly essayId: string;
  /** The capture whose original bytes were cleaned again for this one, which has none of its own. */
  readonly cleanedFrom?: string;
}

/** The clean essay of one capture, whole: what an older capture read stays as it was read. */
export interface BodyRow extends Essay {
  readonly captureId: string;
  readonly essayId: string;
  /** See `bodyDigest`; a body that was kept before there were digests has none until it is first looked at. */
  readonly digest?: string;
}

/** The original bytes of one capture, gzip-compressed. */
export interface OriginalRow {
  readonly captureId: string;
  readonly essayId: string;
  /** The page that was taken, of which the capture tells charset and fixity. */
  readonly gzip: Uint8Array<ArrayBuffer>;
  /** The other pages of a paginated essay, in order, so that better rules can read it again; none for an essay of one page. */
  readonly otherPages: readonly OriginalPage[];
}

/** The original bytes of one further page of an essay. */
export interface OriginalPage extends Pick<Capture, 'charset' | 'sha256' | 'byteLength'> {
  /** The address that it was fetched from; an archive's for a replay. */
  readonly address: string;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

/** An image of an essay, as bytes; or why it could not be obtained. */
export interface ImageRow {
  readonly essayId: string;
  /** Its address as it stands in the essay's HTML. */
  readonly address: string;
  /** MIME type of `bytes`, '' for none. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** Machine word of why there are no bytes, '' when there are. */
  readonly problem: string;
  /** UTC, ISO 8601. */
  readonly takenAt: string;
  /** SHA-256 of `bytes`, lower-case hex; an image that was stored before there were digests has none until it is first looked at. */
  readonly digest?: string;
}

/** A queue of pages to keep, without its items. */
export interface JobRow extends Omit<Job, 'items'>, StoredWishes {
  readonly kind: 'column' | 'tabs' | 'addresses' | 'harvest';
  /** What the reader knows it by: the column, or '' for one of tabs or addresses. */
  readonly title: string;
  /** The list page that it was made from, '' for none. */
  readonly address: string;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  /** What the links of the column's list have in common, by which its other pages are read; '' while it is not known. */
  readonly rows: string;
  /** How it treats the servers that it asks. */
  readonly manners: Manners;
  /** Its essays by their state: the items, counted when one changes. Earlier versions had none that were not chosen. */
  readonly counts: Omit<ItemCounts, 'unchosen'> & Partial<Pick<ItemCounts, 'unchosen'>>;
}

/** One page of a queue. */
export interface JobItemRow extends Item {
  readonly job: string;
}

/** An essay that was kept and whose images are still to be fetched, or to be marked as missing. */
export interface WantedRow {
  readonly essayId: string;
  /** When they were first wanted: UTC, ISO 8601. */
  readonly since: string;
  /** How often fetching was begun. */
  readonly tries: number;
}

/** How the reader asked for a page to be kept. `itself`: by the setting that keeps what is recognised. */
export type AskedBy = 'key' | 'menu' | 'popup' | 'itself';

/** What became of a keep that was interrupted, until the reader has seen it. */
export interface OutcomeRow {
  readonly id: string;
  readonly by: AskedBy;
  /** UTC, ISO 8601. */
  readonly askedAt: string;
  /** UTC, ISO 8601. */
  readonly endedAt: string;
  /** Address and title of the page; '' where the browser does not tell. */
  readonly url: string;
  readonly title: string;
  /** The essay that was kept, '' for none. */
  readonly essayId: string;
  /** Machine word of why it was not kept, '' when it was. */
  readonly problem: string;
}

/**
 * What was found wrong with a row. `mended`: parts of it could not be read and were put right, or stand blank. `unreadable`: too
 * little of it is left. `missing`: another row needs it, and it is not there. `changed`: its bytes are not those that were stored.
 * `rebuilt`: it was lost or wrong, and was made anew from what it had been made of.
 */
export type FindingKind = 'mended' | 'unreadable' | 'missing' | 'changed' | 'rebuilt';

/** Something that was found wrong in the collection, with the row as it was, put aside before anything was changed. */
export interface QuarantineRow {
  /** Table and key, parted by a line feed; the key is '' for a table as a whole. */
  readonly id: string;
  readonly table: string;
  /** The row as it was found; null where none was. */
  readonly row: unknown;
  readonly reason: FindingKind;
  /** When it was found first: UTC, ISO 8601. */
  readonly foundAt: string;
  /** Names of the parts that were lost, or the words of an error. */
  readonly parts: readonly string[];
  /** The essay that it is of, '' for none, and its title as far as it is known. */
  readonly essayId: string;
  readonly title: string;
  /** True when nothing is left to be done about it. */
  readonly settled: boolean;
  /** `orderOf` the row: what is left to be done has the greater one, and of those the newest. A damaged row may have none. */
  readonly order: string;
}

/** A number that no document has: the ledger gives the true one when the row is written. */
export const NO_DOC = Number.MAX_SAFE_INTEGER;

/** True for an essay of which a passage should be looked at, and was not yet. */
export const isToCheck = ({ doubts = 0, checked, captureId }: EssayRow): boolean => doubts > 0 && checked !== captureId;

/** How far the reader is with an essay: see `EssayRow.readState`. */
export const readStateOf = ({ readState }: Pick<EssayRow, 'readState'>): ReadState => readState ?? 'unread';
