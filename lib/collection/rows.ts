import type { Capture } from '../essay/capture.ts';
import type { ArchivedCopy, Essay, EssayFields, EssayKind } from '../essay/essay.ts';
import { lengthOf } from '../essay/length.ts';

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
}

/** One taking of a page. Taking it again adds a row and loses none. */
export interface CaptureRow extends Capture {
  readonly id: string;
  readonly essayId: string;
}

/** The clean essay of one capture, whole: what an older capture read stays as it was read. */
export interface BodyRow extends Essay {
  readonly captureId: string;
  readonly essayId: string;
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

/** The row that lists show for an essay whose current capture is `body`. */
export function essayRowOf(body: BodyRow, keptAt: string, trashedAt: string): EssayRow {
  const { captureId, essayId, html: _html, text, provenance: _provenance, ...facts } = body;
  return { ...facts, id: essayId, captureId, length: lengthOf(text), keptAt, trashedAt };
}
