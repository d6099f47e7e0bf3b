import type { Fields } from './article.ts';

/** The essay of a test page, by the contract of `npm run clip` and with the fields beyond it. */
export interface ExpectedEssay extends Fields {
  readonly originalUrl: string;
  readonly capturedAt: string | null;
  /** Name of the archive or saved form, null for a live page. */
  readonly archive: string | null;
  readonly text: string;
}

/** What a test page is to give. */
export interface Expected {
  readonly id: string;
  readonly portal: boolean;
  readonly kind: 'essay' | 'notice' | 'news' | null;
  /** Evidence that must be there with a negative weight, e.g. `host-disagrees`. */
  readonly against?: readonly string[];
  /** Null for a page that is not to be read. */
  readonly essay: ExpectedEssay | null;
}

/** How a test page was made. */
export interface Origin {
  /** The address that it is to be opened under. */
  readonly url: string;
  readonly family: string | null;
  readonly wrapper: string;
  readonly form: string | null;
  readonly charset: string;
  /** Why the page is here, where the design does not tell. */
  readonly note?: string;
  /** Files of lib that it keeps honest. */
  readonly exercises: readonly string[];
}

/** A test page: bytes, and what must come of them. */
export interface TestPage {
  readonly slug: string;
  readonly file: 'source.html' | 'source.mht';
  readonly bytes: Uint8Array;
  /** Clean HTML, a block a line; empty for a page that is not to be read. */
  readonly html: string;
  readonly expected: Expected;
  readonly origin: Origin;
}
