import { withDigest } from '../../../lib/collection/checked/body-digest.ts';
import type { EssayParts } from '../../../lib/collection/integrity/essay-parts.ts';
import type { BodyRow, CaptureRow, EssayRow, OriginalRow } from '../../../lib/collection/rows.ts';
import { sha256Hex } from '../../../lib/essay/fixity.ts';
import { gzip } from '../../../lib/zip/gzip.ts';
import { wholeRows } from '../whole-rows.ts';

/** The bytes of a page, their digest, and how they are stored. */
export async function pageOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  return { sha256: await sha256Hex(bytes), byteLength: bytes.byteLength, gzip: await gzip(bytes) };
}

/** The rows of a version of the essay e1, whole and with their digests. */
export interface WholeVersion {
  readonly capture: CaptureRow;
  readonly body: BodyRow;
  readonly original: OriginalRow;
}

/** A version of the essay e1 that was taken of a page which says `text`. */
export async function wholeVersion(id = 'c1', text = '塘'): Promise<WholeVersion> {
  const { gzip: packed, ...fixity } = await pageOf(text);
  return {
    capture: { ...wholeRows.captures, id, ...fixity } as unknown as CaptureRow,
    body: await withDigest({ ...wholeRows.bodies, captureId: id, text } as unknown as BodyRow),
    original: { captureId: id, essayId: 'e1', gzip: packed, otherPages: [] },
  };
}

/** The parts of the essay e1 with these versions; `facts` stand in the place of others. */
export function essayParts(
  versions: readonly Partial<Readonly<Record<keyof WholeVersion, unknown>>>[],
  facts: Partial<EssayParts> = {},
): EssayParts {
  const of = (name: keyof WholeVersion) => versions.flatMap((version) => version[name] ?? []);
  return {
    id: 'e1',
    row: wholeRows.essays as unknown as EssayRow,
    captures: of('capture'),
    bodies: of('body'),
    originals: of('original'),
    images: [],
    highlights: [],
    sent: [],
    fingerprint: undefined,
    elsewhere: new Set(),
    ...facts,
  };
}
