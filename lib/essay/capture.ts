import type { PartialMoment } from './partial-date.ts';

/** Where the original bytes came from: re-read as served, or written out from the live document. */
export type OriginalForm = 'served' | 'serialised' | 'file';

/** A capture of an archive that was asked for in vain: its address, and a machine word of why it was no good. */
export interface TriedCapture {
  readonly address: string;
  readonly reason: string;
}

/** From whom a capture was taken over that somebody else made. */
export interface TakenFrom {
  /** As the reader calls them, and the server that they published it on. */
  readonly name: string;
  readonly host: string;
  /** When: UTC, ISO 8601. */
  readonly at: PartialMoment;
}

/** The record of our act of taking a page. */
export interface Capture {
  /** Address in the address bar when the page was taken; an archive's for a replay. */
  readonly pageUrl: string;
  /** Our clock, UTC, ISO 8601. */
  readonly takenAt: PartialMoment;
  /** Encoding that the bytes are to be decoded with, e.g. `gb18030`, `utf-8`. */
  readonly charset: string;
  readonly originalForm: OriginalForm;
  /** Version of the cleaning rules that read it. */
  readonly rulesVersion: number;
  /** SHA-256 of the original bytes, lower-case hex. */
  readonly sha256: string;
  /** Length of the original, in bytes, before compression. */
  readonly byteLength: number;
  /** Of what an archive has: the captures that were asked for before this one. None in records of before they were noted. */
  readonly tried?: readonly TriedCapture[];
  /** Absent for one of the reader's own. */
  readonly takenFrom?: TakenFrom;
}
