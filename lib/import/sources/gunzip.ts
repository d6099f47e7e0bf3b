import { Gunzip } from 'fflate';
import type { Chunks } from './blob-chunks.ts';
import { isBomb } from './limits.ts';

/**
 * Unpacks gzip of any number of members, piece by piece. Where a member is damaged, it goes on with the next whose start it
 * finds in the same piece or a later one; an empty piece stands for the gap. Ends early, with `onBomb`, at what unpacks to
 * out of all proportion; `onCut` tells that the bytes end before their last member does, or in damage.
 */
export async function* gunzipChunks(
  packed: Chunks,
  onBomb: () => void,
  onCut: () => void = () => undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const sizes = { packed: 0, unpacked: 0 };
  let end = new Uint8Array(0);
  let member: ReturnType<typeof createMember> | null = createMember();
  for await (const chunk of packed) {
    sizes.packed += chunk.length;
    end = new Uint8Array([...end, ...chunk.subarray(-LENGTH)]).slice(-LENGTH);
    let rest = chunk;
    while (rest.length > 0) {
      const { ok, out, started } = member === null ? lost : member.push(rest);
      for (const piece of out) {
        sizes.unpacked += piece.length;
        yield piece;
      }
      if (isBomb(sizes.packed, sizes.unpacked)) return onBomb();
      if (ok) break;
      if (member !== null) yield new Uint8Array(0);
      const next = memberStart(rest, started);
      member = next < 0 ? null : createMember();
      rest = next < 0 ? rest.subarray(rest.length) : rest.subarray(next);
    }
  }
  if (sizes.packed > 0 && (member === null || !member.endsWith(end))) onCut();
}

/** Bytes at the end of a member that tell its length, modulo 2^32 (RFC 1952, ISIZE). */
const LENGTH = 4;
/** Bytes of the shortest member: a header of 10, a block of 2, checksum and length. */
const SHORTEST = 20;

interface Push {
  readonly ok: boolean;
  readonly out: readonly Uint8Array<ArrayBuffer>[];
  /** Where to look for the next member after damage. */
  readonly started: number;
}

/** Between a damaged member and the next: nothing comes of the bytes. */
const lost: Push = { ok: false, out: [], started: 0 };

interface Member {
  readonly push: (chunk: Uint8Array<ArrayBuffer>) => Push;
  /** True where these last bytes are those of a whole member. */
  readonly endsWith: (end: Uint8Array) => boolean;
}

/** A member, and those that follow it without damage. */
function createMember(): Member {
  let length = 0;
  let out: Uint8Array<ArrayBuffer>[] = [];
  let read = 0;
  let started = 0;
  const gunzip = new Gunzip((piece) => {
    length += piece.length;
    if (piece.length > 0) out.push(piece);
  });
  gunzip.onmember = (offset) => {
    started = offset;
    length = 0;
  };
  const push = (chunk: Uint8Array<ArrayBuffer>): Push => {
    out = [];
    const before = read;
    read += chunk.length;
    try {
      gunzip.push(chunk);
      return { ok: true, out, started: 0 };
    } catch {
      return { ok: false, out, started: Math.max(0, started - before + 1) };
    }
  };
  const endsWith = (end: Uint8Array): boolean =>
    read - started >= SHORTEST && new DataView(end.buffer, end.byteOffset).getUint32(0, true) === length >>> 0;
  return { push, endsWith };
}

/** The next place that looks like the start of a member (RFC 1952: magic, deflate, no reserved flag); -1 when there is none. */
function memberStart(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1))
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 0xff) < 0x20) return at;
  return -1;
}
