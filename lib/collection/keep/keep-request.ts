import type { Capture } from '../../essay/capture.ts';
import type { Essay } from '../../essay/essay.ts';
import { sha256Hex } from '../../essay/fixity.ts';
import { essayId } from '../../essay/identity.ts';
import type { Outcome } from '../../essay/outcome.ts';
import { gzip } from '../../zip/gzip.ts';
import { withDigest } from '../checked/body-digest.ts';
import { type Fingerprint, fingerprintOf } from '../duplicates/minhash.ts';
import type { BodyRow, CaptureRow, OriginalPage, OriginalRow, OwnWork } from '../rows.ts';
import { attempt, type StorageProblem } from '../storage.ts';
import { newCaptureId } from './capture-id.ts';

/** An essay to keep: as read, with the record of its capture (fixity is worked out here) and the original bytes. */
export interface Keeping {
  readonly essay: Essay;
  readonly capture: Omit<Capture, 'sha256' | 'byteLength'>;
  readonly original: Uint8Array<ArrayBuffer>;
  /** The other pages of a paginated essay, in order. */
  readonly otherPages?: readonly KeepingPage[];
  /** The capture whose stored bytes these are: they are not stored again. */
  readonly cleanedFrom?: string;
  /** The id of the capture, where the journal knows it by one already: kept twice under it, it is kept once. */
  readonly captureId?: string;
  /** True when its images are still to be fetched. */
  readonly wantsImages?: boolean;
  /** True where what the reader sees of the essay stays as it is: the capture is put beside the current one. */
  readonly beside?: true;
  /** Where it goes in the same transaction. */
  readonly into?: Filing;
}

/** Ids of tags and of shelves that are there. */
export type Filing = Pick<OwnWork, 'tags' | 'shelves'>;

/** Another page of the essay: where it was fetched, its bytes, and how to decode them. */
export interface KeepingPage {
  readonly address: string;
  readonly charset: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The rows of an essay that is to be kept, ready to be written. */
export interface KeepingRows {
  readonly capture: CaptureRow;
  readonly body: BodyRow;
  /** None for an essay that was read from bytes which are stored already. */
  readonly original: OriginalRow | null;
  /** None for a short text, and where it is made later. */
  readonly fingerprint: Fingerprint | null;
  readonly wantsImages: boolean;
  readonly beside: boolean;
  /** When it comes into the collection, UTC, ISO 8601; when the page was taken where it is left out. */
  readonly keptAt?: string;
  /** What somebody else made of it, which goes along with an essay that is new here. */
  readonly work?: Partial<OwnWork>;
  readonly into?: Filing;
}

/**
 * Digests, compresses and fingerprints, unless that is done `later`: all that must be done before a transaction, which closes when it waits for
 * anything but itself.
 */
export function keepingRows(
  keeping: Keeping,
  fingerprinted: 'now' | 'later' = 'now',
): Promise<Outcome<KeepingRows, StorageProblem>> {
  const { essay, original, cleanedFrom, into, otherPages = [] } = keeping;
  return attempt(async () => {
    const id = await essayId(essay.originalUrl);
    const ids = { captureId: keeping.captureId ?? newCaptureId(id), essayId: id };
    // The browser digests and compresses beside the script.
    const [sha256, body, packed, fingerprint] = await Promise.all([
      sha256Hex(original),
      withDigest({ ...essay, ...ids }),
      cleanedFrom === undefined ? Promise.all([gzip(original), Promise.all(otherPages.map(originalPage))]) : null,
      fingerprinted === 'now' ? fingerprintOf(essay.text) : null,
    ]);
    const fixity = { sha256, byteLength: original.byteLength };
    const from = cleanedFrom === undefined ? {} : { cleanedFrom };
    return {
      capture: { ...keeping.capture, ...fixity, id: ids.captureId, essayId: ids.essayId, ...from },
      body,
      original: packed && { ...ids, gzip: packed[0], otherPages: packed[1] },
      fingerprint,
      wantsImages: keeping.wantsImages ?? false,
      beside: keeping.beside ?? false,
      ...(into && { into }),
    };
  });
}

const originalPage = async ({ address, charset, bytes }: KeepingPage): Promise<OriginalPage> => ({
  address,
  charset,
  sha256: await sha256Hex(bytes),
  byteLength: bytes.byteLength,
  gzip: await gzip(bytes),
});
