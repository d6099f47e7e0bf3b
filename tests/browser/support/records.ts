import { createHash } from 'node:crypto';
import type { BodyRow, CaptureRow } from '../../../lib/collection/rows.ts';
import type { Stored } from '../../../scripts/browsers/stored.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';

/** Pages whose record must be the same in every browser and on the command line. */
export const pagesToCompare: readonly string[] = [
  sampleUrls.essay('1101'),
  sampleUrls.essay('1103'),
  sampleUrls.replay,
  sampleUrls.notice,
];

/** One capture with what belongs to it. */
export interface KeptCapture {
  readonly capture: CaptureRow;
  readonly body: BodyRow;
  readonly bytes: Uint8Array;
}

/** The newest capture of a page's address. Throws when there is none. */
export function originalOf({ captures, bodies, originals }: Stored, pageUrl: string): KeptCapture {
  const capture = captures
    .filter((row) => row.pageUrl === pageUrl)
    .toSorted((a, b) => b.takenAt.localeCompare(a.takenAt))[0];
  const body = bodies.find(({ captureId }) => captureId === capture?.id);
  const original = originals.find(({ captureId }) => captureId === capture?.id);
  if (!capture || !body || !original) throw new Error(`Nothing is kept of ${pageUrl}.`);
  return { capture, body, bytes: Uint8Array.from(original.bytes, (byte) => byte.charCodeAt(0)) };
}

/** SHA-256 of the bytes, lower-case hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes as text that a failing comparison can show. */
export const written = (bytes: Uint8Array): string => new TextDecoder('gb18030').decode(bytes);
