import { defineExtensionMessaging } from '@webext-core/messaging';
import type { EssayFields, EssayKind, Recognition } from './essay/essay.ts';
import type { Outcome } from './essay/outcome.ts';

/** What the popup shows of the page at hand before it is kept. */
export interface PageSummary extends Readonly<EssayFields> {
  readonly kind: EssayKind;
  readonly originalUrl: string;
  readonly archive: { readonly name: string; readonly capturedAt: string | null } | null;
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
  | { readonly state: 'cannot-be-read'; readonly reason: 'browser-page' | 'pdf' | 'no-access' | 'empty' };

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
  | 'storage-full'
  | 'storage-failed'
  | 'tab-gone';

/** How far the reading of a paginated essay is. */
export interface PageProgress {
  readonly page: number;
  readonly of: number;
}

/** The typed messages between the parts of the extension. */
interface ProtocolMap {
  /** Glance → background: this frame may hold a page of a school, so the recogniser is to look at it. */
  pageMayBeSchools(): void;
  /** Recogniser → background, once a page: sets the badge, keeps by itself when the reader wants that. */
  pageRecognised(recognition: Recognition): void;
  /** Popup → background: what is in this tab, read on demand. */
  describePage(request: { readonly tabId: number }): PageState;
  /** Popup → background: keep what is in this tab; `anyway` also where it is not recognised. */
  keepPage(request: { readonly tabId: number; readonly anyway: boolean }): Outcome<KeptMark, KeepProblem>;
  /** Clipper → popup: which page of a paginated essay is being read, and how many are known. */
  readingPage(progress: PageProgress): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
