import { Gunzip } from 'fflate';
import type { Chunks } from './blob-chunks.ts';
import { isBomb } from './limits.ts';

/**
 * Unpacks gzip of any number of members, piece by piece. Where a member is damaged, it goes on with the next whose start it
 * finds in the same piece or a later one; an empty piece stands for the gap. Ends early, with `onBomb`, at what unpacks to
 * out of all proportion.
 */
export async function* gunzipChunks(packed: Chunks, onBomb: () => void): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const sizes = { packed: 0, unpacked: 0 };
  let member: ReturnType<typeof createMember> | null = createMember();
  for await (const chunk of packed) {
    sizes.packed += chunk.length;
    let rest = chunk;
    while (rest.length > 0) {
      const { ok, out, started } = member === null ? lost : member(rest);
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
}

interface Push {
  readonly ok: boolean;
  readonly out: readonly Uint8Array<ArrayBuffer>[];
  /** Where to look for the next member after damage. */
  readonly started: number;
}

/** Between a damaged member and the next: nothing comes of the bytes. */
const lost: Push = { ok: false, out: [], started: 0 };

function createMember(): (chunk: Uint8Array<ArrayBuffer>) => Push {
  let out: Uint8Array<ArrayBuffer>[] = [];
  let read = 0;
  let started = 0;
  const gunzip = new Gunzip((piece) => {
    if (piece.length > 0) out.push(piece);
  });
  gunzip.onmember = (offset) => {
    started = offset;
  };
  return (chunk) => {
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
}

/** The next place that looks like the start of a member (RFC 1952: magic, deflate, no reserved flag); -1 when there is none. */
function memberStart(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1))
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && (bytes[at + 3] ?? 0xff) < 0x20) return at;
  return -1;
}
