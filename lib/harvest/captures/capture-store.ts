import type { IndexRow } from '../index/row.ts';
import { createGrowing, createWordNumbers } from './growing.ts';

/** A capture that may hold a page, as the index tells it. */
export interface IndexedCapture {
  /** 14 digits, UTC. */
  readonly timestamp: string;
  /** The form of the address under which it was crawled: what the archive is to be asked for. */
  readonly original: string;
  /** SHA-1 in base32; '' where the index tells none. */
  readonly digest: string;
  /** Bytes of the record, packed; null where it is not known. */
  readonly length: number | null;
  readonly revisit: boolean;
  /** Addresses whose captures have these very bytes, this one counted: an error page has many. */
  readonly sharedBy: number;
  /** Where its record lies, of an index beside its WARC. */
  readonly offset: number | null;
  readonly file: string | null;
}

/** Captures of many addresses, by the address's number, in some twenty bytes each beside their words. */
export interface CaptureStore {
  /** Puts a capture in, unless it is there. `forms` are the address's own. True where it is new. */
  readonly add: (address: number, row: IndexRow, forms: string[]) => boolean;
  /** Those of an address, in the order of time. */
  readonly of: (address: number, forms: readonly string[]) => readonly IndexedCapture[];
  readonly count: () => number;
}

const none = -1;

/** A store of captures. */
export function createCaptureStore(): CaptureStore {
  const digests = createWordNumbers();
  const files = createWordNumbers();
  const heads = createGrowing((size) => new Int32Array(size));
  const next = createGrowing((size) => new Int32Array(size));
  const times = createGrowing((size) => new Float64Array(size));
  const offsets = createGrowing((size) => new Float64Array(size));
  const lengths = createGrowing((size) => new Int32Array(size));
  const digestOf = createGrowing((size) => new Int32Array(size));
  const fileOf = createGrowing((size) => new Int32Array(size));
  const formOf = createGrowing((size) => new Uint8Array(size));
  const revisits = createGrowing((size) => new Uint8Array(size));
  const owners = createGrowing((size) => new Int32Array(size));
  const sharers = createGrowing((size) => new Uint8Array(size));

  const numbersOf = (address: number): number[] => {
    const all: number[] = [];
    for (let at = heads.at(address); at !== none; at = next.at(at)) all.push(at);
    return all;
  };

  /** Counts the addresses that have a digest, each once: `others` are the address's captures before, if any is not with the last one's. */
  function share(digest: number, address: number, others: readonly number[]): void {
    while (owners.length() <= digest) {
      owners.add(none);
      sharers.add(0);
    }
    if (owners.at(digest) === address || others.some((at) => digestOf.at(at) === digest)) return;
    owners.set(digest, address);
    sharers.set(digest, Math.min(255, sharers.at(digest) + 1));
  }

  /** The place of a form of the address; beyond what a byte counts, the first. */
  function placeOf(form: string, forms: string[]): number {
    const known = forms.indexOf(form);
    if (known >= 0) return known;
    if (forms.length > 200) return 0;
    forms.push(form);
    return forms.length - 1;
  }

  return {
    count: () => times.length(),
    add(address, row, forms) {
      while (heads.length() <= address) heads.add(none);
      const time = Number(row.timestamp);
      const digest = digests.numberOf(row.digest);
      const others = numbersOf(address);
      const same = others.find((at) => times.at(at) === time && digestOf.at(at) === digest);
      if (same !== undefined) {
        // The row of the bytes themselves may come behind one that calls them a revisit.
        if (!row.revisit) revisits.set(same, 0);
        return false;
      }
      next.add(heads.at(address));
      heads.set(address, times.length());
      times.add(time);
      offsets.add(row.offset ?? none);
      lengths.add(Math.min(row.length ?? none, 2 ** 31 - 1));
      digestOf.add(digest);
      fileOf.add(row.file === null ? none : files.numberOf(row.file));
      formOf.add(placeOf(row.original, forms));
      revisits.add(row.revisit ? 1 : 0);
      if (row.digest !== '') share(digest, address, others);
      return true;
    },
    of: (address, forms) =>
      (address < heads.length() ? numbersOf(address) : [])
        .sort((one, other) => times.at(one) - times.at(other))
        .map((at) => ({
          timestamp: String(times.at(at)).padStart(14, '0'),
          original: forms[formOf.at(at)] ?? forms[0] ?? '',
          digest: digests.wordOf(digestOf.at(at)),
          length: lengths.at(at) < 0 ? null : lengths.at(at),
          revisit: revisits.at(at) === 1,
          sharedBy: digests.wordOf(digestOf.at(at)) === '' ? 1 : sharers.at(digestOf.at(at)),
          offset: offsets.at(at) < 0 ? null : offsets.at(at),
          file: fileOf.at(at) < 0 ? null : files.wordOf(fileOf.at(at)),
        })),
  };
}
