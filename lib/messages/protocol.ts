import type { MadeBackup } from '../collection/backup/make-backup.ts';
import type { BackupProblem } from '../collection/backup/write-backup.ts';
import type { StorageProblem } from '../collection/storage.ts';
import type { ServerTarget } from '../collection/sync-store/target.ts';
import type { EssayFields, EssayKind, Recognition } from '../essay/essay.ts';
import type { Outcome } from '../essay/outcome.ts';
import type { PartialDate } from '../essay/partial-date.ts';
import type { NamedEssay } from '../harvest/lists/listed-essays.ts';
import type { PageCaptures } from '../harvest/page-captures.ts';
import type { ServedPage } from '../queue/fetch-page.ts';
import type { EssayReading, ServedList } from '../queue/read-served.ts';
import type { Choice } from '../queue-plan/choose.ts';
import type { NewJob } from '../queue-plan/new-job.ts';
import type { FoundThere } from '../sync/look/look-into.ts';
import type { FoundLog } from '../sync/read/find-log.ts';
import type { ShareForm } from '../sync/read/share-places.ts';
import type { SyncServer } from '../sync/server/sync-server.ts';
import type { SyncProblem } from '../sync/storage.ts';
import type { AskProblem, ZoteroAnswer, ZoteroRequest } from '../zotero/ask.ts';
import { messageReceiver, messageSender } from './messaging.ts';

/** What the popup shows of the page at hand before it is kept. */
export interface PageSummary extends Readonly<EssayFields> {
  readonly kind: EssayKind;
  readonly originalUrl: string;
  readonly archive: { readonly name: string; readonly capturedAt: string | null } | null;
  /** The address that it claims to be a copy of, where nothing proves that; else null. */
  readonly claim: string | null;
  /** Passages that the second reader would have kept. */
  readonly doubts: number;
  /** Characters of the clean text, white space apart. */
  readonly length: number;
}

/** What the extension knows of the page in a tab. */
export type PageState =
  | {
      readonly state: 'recognised' | 'not-an-essay';
      readonly recognition: Recognition;
      readonly summary: PageSummary | null;
      readonly kept: KeptMark | null;
    }
  | { readonly state: 'cannot-be-read'; readonly reason: 'browser-page' | 'pdf' | 'no-access' | 'empty' | 'no-answer' };

/** That an essay is in the collection, and since when (UTC, ISO 8601). */
export interface KeptMark {
  readonly id: string;
  readonly keptAt: string;
}

/** Why a page could not be kept: each has a sentence in the locales. */
export type KeepProblem =
  | 'cannot-be-read'
  | 'nothing-to-keep'
  | 'invalid'
  | StorageProblem
  | 'tab-gone'
  /** No frame of the page answered in time. */
  | 'no-answer'
  /** The page is of a private window, and the reader has not said that it shall be kept. */
  | 'private-window'
  /** The browser ended, or the page was left, before it could be read. */
  | 'interrupted'
  /** It was taken up again several times and never came to an end. */
  | 'stopped'
  /** The clip is safe in the journal, and is kept as soon as the collection takes it. */
  | 'aside-trouble'
  | 'aside-newer'
  | 'aside-blocked';

/** A page to keep, as the popup asks for it. */
export interface KeepAsked {
  /** Id of the keep: one that was asked for and never answered is asked for again by the same. */
  readonly id: string;
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
  /** True for a page of a private window. */
  readonly incognito: boolean;
  /** True when it is to be kept also where it is not recognised. */
  readonly anyway: boolean;
  /** True when the reader said that it is to be kept although the window is private. */
  readonly evenPrivate: boolean;
  /** True when the answer to an earlier message never came. */
  readonly again: boolean;
}

/** How far the reading of a paginated essay is. */
export interface PageProgress {
  readonly page: number;
  readonly of: number;
}

/** A column whose essays can be kept by a queue: what its list page in a tab tells. */
export interface ColumnOffer {
  /** The list page, as it is fetched: an archive's address for a replay. */
  readonly address: string;
  /** The column's name as its breadcrumb has it, else the page's title. */
  readonly title: string;
  /** The essays that this page lists, in its order. */
  readonly essays: readonly {
    readonly address: string;
    readonly original: string;
    readonly title: string;
    readonly date: PartialDate | null;
    readonly kept: boolean;
  }[];
  /** Number of list pages that are known, this one among them. */
  readonly pages: number;
  /** What a queue of the whole column is to be started with. */
  readonly job: NewJob;
}

/** Why no queue was started: nothing that can be fetched is wanted, or the collection cannot be written. */
export type StartProblem = 'nothing-to-fetch' | StorageProblem;

/** A fetched page on its way to where it is read: the bytes as base64, since messages are JSON. */
export type SentPage = Omit<ServedPage, 'bytes'> & { readonly bytes: string };

/** A page as its site served it, on its way to a clipper: the bytes as base64. */
export interface ServedAnswer {
  readonly bytes: string;
  readonly charset: string | null;
  readonly redirectedTo: string | null;
}
/** Why there is none: the reader has not opened the site to us, or it cannot be obtained. */
export type ServedProblem = 'no-permission' | 'unreachable';

/** What an archive is asked. */
export interface ArchiveQuestion {
  readonly ask: string;
  readonly archive: string;
  readonly address: string;
}

/** Says which queue is meant. */
interface JobRequest {
  readonly id: string;
}

/** How far the images of an essay are, which come after it: how many are through, and how many of these could not be obtained. */
export interface ImageProgress {
  readonly tabId: number;
  readonly done: number;
  readonly of: number;
  readonly missing: number;
}

/** A server to be tried out; `passphrase` is '' for none. */
export interface SyncTrial extends SyncServer {
  readonly kind: ServerTarget['kind'];
  readonly passphrase: string;
}

/** A published collection to be looked for; `passphrase` is '' for none. */
export interface LogSought extends ShareForm {
  readonly passphrase: string;
}

/** The typed messages between the parts of the extension. */
interface ProtocolMap {
  /** Prefilter → background: this frame may hold a page of a school, so the recogniser is to look at it. */
  pageMayBeSchools(): void;
  /** A frame shows a page that the browser decoded wrongly: its words tell nothing, its bytes may. */
  pageIsGarbled(): void;
  /** Recogniser → background, once a page: sets the badge, keeps by itself when the reader wants that. */
  pageRecognised(recognition: Recognition): void;
  /** Clipper → background, in Firefox: a page of the frame's own site, which the page must not see fetched. */
  readServedPage(request: { readonly address: string; readonly most: number }): Outcome<ServedAnswer, ServedProblem>;
  /** Popup → background: what is in this tab, read on demand. */
  describePage(request: { readonly tabId: number }): PageState;
  /** Popup → background: keep what is in this tab. */
  keepPage(request: KeepAsked): Outcome<KeptMark, KeepProblem>;
  /**
   * Popup → background: the column that this tab lists; null when the page is none, or is an essay. Whoever asks for the
   * hosts' permission does so in the press itself.
   */
  offerColumn(request: { readonly tabId: number }): ColumnOffer | null;
  /**
   * Popup or library → background: fetch and keep these. A queue whose hosts are not granted is stored too, paused, with
   * `no-permission` as the reason of its items, and runs as soon as they are granted.
   */
  startJob(job: NewJob): Outcome<{ readonly id: string }, StartProblem>;
  /** Popup or library → background: what is asked for already may still come in. */
  pauseJob(request: JobRequest): void;
  resumeJob(request: JobRequest): void;
  /** Ends a queue for good; what it kept stays. */
  stopJob(request: JobRequest): void;
  /** Library → background: the reader's choice among what a queue has found. */
  chooseOfJob(choice: JobRequest & { readonly choice: Choice }): void;
  /** Library → background: the ends of queues were looked at. */
  endsSeen(): void;
  /** Lets all that failed wait again; a queue that ended runs on. */
  retryFailed(request: JobRequest): void;
  /** Background → offscreen document, where Chrome has the DOM that its background lacks: read what was fetched. */
  readServedEssay(request: { readonly pages: readonly SentPage[]; readonly missing: readonly string[] }): EssayReading;
  readServedList(request: { readonly page: SentPage; readonly rows: string }): ServedList | null;
  readNamedEssays(request: { readonly page: SentPage }): readonly NamedEssay[];
  /** Background → offscreen document, before it is closed: index what was kept, if that is worth it. */
  indexKept(): void;
  /** Background → offscreen document: a backup as an address of the browser's own, which ends with the document. */
  makeBackup(request: { readonly settings: Readonly<Record<string, unknown>> }): Outcome<MadeBackup, BackupProblem>;
  /** Clipper → popup: which page of a paginated essay is being read, and how many are known. */
  readingPage(progress: PageProgress): void;
  /** Background → popup: how far the images of the essay are that was kept. */
  keepingImages(progress: ImageProgress): void;
  /** A page of the extension → background, which may sleep: something was changed that is not in the second copy yet. */
  copyChanges(): void;
  /** Library → background, after a look at an archive was begun, changed or paused in the store: go on. Whoever asks has had its host granted. */
  lookInArchives(request: { readonly id: string }): void;
  /** Reader → background: ask the Wayback Machine to save the page of an essay, or ask once more. Whoever asks has had its host granted. */
  askToSave(request: { readonly id: string }): void;
  /**
   * Reader → background: all captures that an archive (by its id: see `archiveOf`) has of a page; and the bytes of one, by their address. `ask`
   * names the question, which `stopAsking` ends. Whoever asks has had the archive's hosts granted.
   */
  askForCaptures(request: ArchiveQuestion): Outcome<PageCaptures>;
  fetchCapture(request: ArchiveQuestion): Outcome<SentPage>;
  stopAsking(request: { readonly ask: string }): void;
  /** A page of the extension → background: a request to the Zotero of this computer. */
  askZotero(request: ZoteroRequest): Outcome<ZoteroAnswer, AskProblem>;
  /** Settings → background: try a server out, and look what stands there. Whoever asks has had its host granted. */
  trySync(request: SyncTrial): Outcome<FoundThere, SyncProblem>;
  /** A page of the extension → background: sync now. How it goes stands in the store of syncing. */
  syncNow(request: { readonly mayDelete: boolean }): void;
  /** A page of the extension → background: stop the sync that runs before its next request. */
  stopSync(): void;
  /** Settings → background: look for a published collection. Whoever asks has had its host granted. */
  findPublished(request: LogSought): Outcome<FoundLog, SyncProblem>;
  /** A page of the extension → background: update a subscription, or all where it is ''. How it goes stands in the store of syncing. */
  updateSubscriptions(request: { readonly id: string }): void;
  /** Settings → background: publish what differs from what is published, as the store says. */
  publishNow(): void;
  /** Settings → background: take all that was published away, and publish no more. */
  stopPublishing(): Outcome<void, SyncProblem>;
  /** Reader → background: ask once more for the images that an essay lacks; gives how many it still lacks. */
  fetchImages(request: { readonly id: string }): Outcome<number, 'no-essay' | StorageProblem>;
}

/** Sends a message of the protocol and gives its answer. */
export const sendMessage = messageSender<ProtocolMap>();
/** Answers messages of the protocol. Who only sends does not carry it along. */
export const onMessage = /* @__PURE__ */ messageReceiver<ProtocolMap>();
