const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** Stands for a number that the Zip64 fields tell. */
const FULL = 0xffffffff;

/** Where a zip's directory stands, and how many files it lists. */
export interface DirectoryPlace {
  readonly start: number;
  readonly size: number;
  readonly count: number;
  /** True where the Zip64 record told it. */
  readonly long: boolean;
}

/** Reads where the directory stands from the end of a zip, which is at `end` of its `tail`, or from the Zip64 record before it (APPNOTE.TXT 4.3.14 to 4.3.16). */
export async function directoryPlace(zip: Blob, tail: DataView, end: number): Promise<DirectoryPlace> {
  const short = {
    count: tail.getUint16(end + 10, true),
    size: tail.getUint32(end + 12, true),
    start: tail.getUint32(end + 16, true),
    long: false,
  };
  if (end < 20 || tail.getUint32(end - 20, true) !== LOCATOR_64) return short;
  const at = Number(tail.getBigUint64(end - 12, true));
  const record = new DataView(await zip.slice(at, at + 56).arrayBuffer());
  if (record.byteLength < 56 || record.getUint32(0, true) !== END_64) return short;
  const number = (offset: number): number => Number(record.getBigUint64(offset, true));
  return { count: number(32), size: number(40), start: number(48), long: true };
}

/** Of one file. */
export type Numbers = readonly [unpacked: number, packed: number, offset: number];

/** Puts the numbers of the zip64 extra field in the place of those that are too large for their own (APPNOTE 4.5.3). */
export function longNumbers(
  directory: DataView,
  numbers: Numbers,
  { from, to }: { readonly from: number; readonly to: number },
): Numbers {
  for (let at = from; at + 4 <= to; at += 4 + directory.getUint16(at + 2, true)) {
    if (directory.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const [unpacked, packed, offset] = numbers.map((number) => {
      if (number !== FULL || next + 8 > to) return number;
      next += 8;
      return Number(directory.getBigUint64(next - 8, true));
    });
    return [unpacked ?? 0, packed ?? 0, offset ?? 0];
  }
  return numbers;
}
