import type { TriedCapture } from '../essay/capture.ts';

/** The captures of one page that an archive has, as far as they were asked for. */
export interface Captures {
  /** The one that is asked for; of what no archive has several times, the page's only address. */
  readonly address: string;
  /** The others, the best first, for when the one at `address` is no good; none for a page of one address. */
  readonly others?: readonly string[];
  /** Those that were asked for before, and why each was no good. */
  readonly tried?: readonly TriedCapture[];
  /** Digests of the bytes of all of them, by their address, as far as the index tells. */
  readonly digests?: Readonly<Record<string, string>>;
}

/** Reason of a capture that lacks a part of the page. */
export const cutShort = 'cut-short';

/** True where another capture may have the whole page. Half a page is better than none: when no whole one was found, it is taken. */
export const mayBeWhole = ({ address, others = [], tried = [] }: Captures): boolean =>
  others.length > 0 && !tried.some((one) => one.address === address);

/** The next capture, after this one proved to be no good; null where there is none. One that was cut short comes once more behind the others. */
export function nextCapture({ address, others = [], tried = [] }: Captures, reason: string): Captures | null {
  const [next, ...more] = others;
  if (next === undefined) return null;
  return {
    address: next,
    others: reason === cutShort ? [...more, address] : more,
    tried: [...tried, { address, reason }],
  };
}

/** All captures once more from the best on; nothing for a page of one address. */
export function fromFirstCapture({ address, others, tried = [] }: Captures): Partial<Captures> {
  const [first, ...more] = new Set([...tried.map((one) => one.address), address, ...(others ?? [])]);
  return first === undefined || others === undefined ? {} : { address: first, others: more, tried: [] };
}
