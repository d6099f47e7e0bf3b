import type { SegmentRow } from '../../collection/ledger/index-rows.ts';
import { checksumOfBytes } from '../../essay/checksum.ts';
import { DamagedIndex } from '../index/damaged-index.ts';
import type { IndexFile, IndexFiles } from './index-files.ts';

/** The name of a segment's file. */
export const fileOf = ({ id }: Pick<SegmentRow, 'id'>): string => `${id}.segment`;

/** Segments' files, held open while they are read. */
export interface SegmentFiles {
  /** Parts of a segment's file by number, in the order asked for; null when it is gone. Rejects with `DamagedIndex`. */
  read(segment: SegmentRow, parts: readonly number[]): Promise<readonly Uint8Array<ArrayBuffer>[] | null>;
  /** Closes the files of all other segments: what is open cannot be taken away. */
  keep(segments: readonly SegmentRow[]): void;
}

/** Opens segments' files as they are wanted. */
export function segmentFiles(open: () => Promise<IndexFiles | null>): SegmentFiles {
  const held = new Map<number, Promise<IndexFile | null>>();
  const opened = (segment: SegmentRow): Promise<IndexFile | null> => {
    const known = held.get(segment.id);
    if (known !== undefined) return known;
    const file = open().then((files) => files?.open(fileOf(segment)) ?? null);
    held.set(segment.id, file);
    return file;
  };
  return {
    async read(segment, parts) {
      const file = await opened(segment);
      if (file === null || segment.file === undefined) {
        held.delete(segment.id);
        return null;
      }
      const { places, sums } = segment.file;
      const wanted = parts.map((part) => [places[part] ?? 0, places[part + 1] ?? 0] as const);
      // A handle that was closed meanwhile is one of a segment that was merged away.
      const read = await Promise.all(wanted.map(async ([at, end]) => file.read(at, end - at))).catch(() => null);
      const broken = read?.findIndex((bytes, at) => checksumOfBytes(bytes) !== sums[parts[at] ?? -1]) ?? -1;
      if (broken >= 0) throw new DamagedIndex(`Part ${parts[broken]} of segment ${segment.id} is damaged.`);
      return read;
    },
    keep(segments) {
      const wanted = new Set(segments.map(({ id }) => id));
      for (const [id, file] of held) {
        if (wanted.has(id)) continue;
        held.delete(id);
        void file.then((open) => open?.close());
      }
    },
  };
}

/** Takes away the files of segments that are not in the manifest, and all others but `ledger`, its name: what a crash or a merge left. */
export async function sweepFiles(
  files: IndexFiles,
  known: readonly SegmentRow[],
  ledger: string | null,
): Promise<void> {
  const names = new Set([...known.map(fileOf), ledger]);
  for (const name of await files.names()) if (!names.has(name)) await files.remove(name);
}
