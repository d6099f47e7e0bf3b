import { join } from 'node:path';
import type { TriedCapture } from '../../lib/essay/capture.ts';
import { type Journal, openJournal } from './journal.ts';

/** What became of an address of an essay. `same-bytes` and `already`: another address gave it. */
export type HarvestOutcome = 'kept' | 'already' | 'same-bytes' | 'not-an-essay' | 'failed';

/** A step of a harvest that is done. */
export type HarvestDone =
  | { readonly kind: 'index'; readonly scope: string; readonly resumeKey: string | null }
  | {
      readonly kind: 'list';
      readonly key: string;
      readonly timestamp: string;
      readonly found: number;
      readonly rows: string;
    }
  | {
      readonly kind: 'essay';
      readonly key: string;
      readonly outcome: HarvestOutcome;
      /** Reason of the last capture that was no good; '' for none. */
      readonly reason: string;
      readonly timestamp: string;
      readonly essayId: string | null;
      readonly digest: string;
      readonly tried: readonly TriedCapture[];
    }
  /** Bytes that are nobody's essay: no other address with them is asked for. */
  | {
      readonly kind: 'bad';
      readonly key: string;
      readonly timestamp: string;
      readonly digest: string;
      readonly reason: string;
    };

/** The journal of a harvest. */
export type HarvestJournal = Journal<HarvestDone>;

/** Names of the files of a harvest in its folder. */
export const outputs = {
  index: 'index.cdxj',
  captures: 'captures.warc.gz',
  listed: 'listed.ndjson',
  records: 'records.ndjson',
} as const;

/** Opens the journal of a harvest's folder. */
export function openHarvest(folder: string): HarvestJournal {
  const paths = Object.fromEntries(Object.entries(outputs).map(([name, file]) => [name, join(folder, file)]));
  return openJournal(join(folder, 'state', 'journal.ndjson'), paths as Record<keyof typeof outputs, string>);
}
