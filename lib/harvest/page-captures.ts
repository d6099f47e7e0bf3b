import { rawReplay } from '../archive/raw-replay.ts';
import { mayBePage } from './address/page-type.ts';
import { bytesAddress } from './addresses-in-archive.ts';
import type { Archive } from './archives.ts';
import type { IndexRow } from './index/row.ts';
import type { Memento } from './read-timemap.ts';

/** A capture of one page, as far as its archive tells of it. Plain data. */
export interface PageCapture {
  /** The address of its bytes: what it is fetched by. */
  readonly url: string;
  /** 14 digits, UTC. */
  readonly timestamp: string;
  /** The address as crawled; '' where it is not told. */
  readonly original: string;
  /** Status of HTTP; null where it is not told, as of a revisit, whose bytes are those of an earlier one. */
  readonly status: number | null;
  /** SHA-1 of its bytes in base32; '' where it is not told. */
  readonly digest: string;
  /** True where the archive says that it is no page: an image, a document. */
  readonly isOther: boolean;
}

/** All captures of a page that were told. Plain data. */
export interface PageCaptures {
  /** In the order of time. */
  readonly captures: readonly PageCapture[];
  /** False where the archive has more than it told. */
  readonly isAll: boolean;
}

/** Captures by the rows of an index. */
export const capturesOfRows = (archive: Archive, rows: readonly IndexRow[]): readonly PageCapture[] =>
  inOrder(
    rows.map(({ timestamp, original, status, digest, mimetype }) => ({
      url: bytesAddress(archive, timestamp, original),
      timestamp,
      original,
      status,
      digest,
      isOther: !mayBePage(mimetype),
    })),
  );

/** Captures by the mementos of a TimeMap, which tell neither bytes nor status. */
export const capturesOfMementos = (mementos: readonly Memento[], original: string): readonly PageCapture[] =>
  inOrder(
    mementos.map(({ url, timestamp }) => ({
      url: rawReplay(url) ?? url,
      timestamp,
      original,
      status: null,
      digest: '',
      isOther: false,
    })),
  );

/** In the order of time, each address once: an index may have a row twice. */
function inOrder(captures: readonly PageCapture[]): readonly PageCapture[] {
  const byUrl = new Map(captures.map((one) => [one.url, one]));
  return [...byUrl.values()].sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1));
}

/** True for a capture that may hold the page. */
export const mayHoldPage = ({ status, isOther }: PageCapture): boolean =>
  !isOther && (status === null || (status >= 200 && status < 300));

/**
 * Captures of the same bytes that may hold the page, by their digest: the number of their group, from 0 in the order of time. Bytes that one capture alone
 * has make no group.
 */
export function digestGroups(captures: readonly PageCapture[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { digest } of captures.filter(mayHoldPage))
    if (digest !== '') counts.set(digest, (counts.get(digest) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1);
  return new Map(shared.map(([digest], at) => [digest, at]));
}
