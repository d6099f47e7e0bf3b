import { DamagedError } from './damaged.ts';
import { createInflater } from './inflate.ts';
import { addPacked, type PackedBytes } from './packed-bytes.ts';

/** Checksum and length that close a member (RFC 1952, 2.3.1). */
const TRAILER = 8;
/** Bytes of a header without what may follow. */
const HEADER = 10;
/** Bytes of the longest header that is waited for: names and notes have some hundred. */
const LONGEST_HEADER = 128 * 1024;
/** Flags of a header: what follows it. */
const flags = { checksum: 2, extra: 4, name: 8, comment: 16 } as const;

/** Unpacks gzip, member after member. */
export interface GunzipMembers {
  /** Unpacks these bytes and what was left. Throws a `DamagedError` where they are damaged: then `restart` comes before any more. */
  readonly push: (bytes: Uint8Array) => void;
  /** Forgets what was before: a member begins with the next byte. */
  readonly restart: () => void;
}

/** Who is told of what is unpacked: each piece, and each member before its first piece, by the number of bytes before it since the last start. */
export interface MemberListener {
  readonly onPiece: (piece: Uint8Array<ArrayBuffer>) => void;
  readonly onMember: (offset: number) => void;
}

/** Unpacks members in one stretch of memory, however many there are. */
export function createGunzipMembers({ onPiece, onMember }: MemberListener): GunzipMembers {
  const inflater = createInflater(onPiece);
  const { packed } = inflater;
  // `read`: bytes that came since the start.
  const state = { stage: 'header' as 'header' | 'body' | 'trailer', read: 0 };
  const left = (): number => packed.length - (packed.at >> 3);

  const step = (): boolean => {
    if (state.stage === 'trailer') {
      if (left() < TRAILER) return false;
      packed.at += TRAILER * 8;
      state.stage = 'header';
      return true;
    }
    if (state.stage === 'header') {
      const length = headerLength(packed);
      if (length === null) return false;
      onMember(state.read - left());
      packed.at += length * 8;
      inflater.begin();
      state.stage = 'body';
    }
    if (!inflater.run()) return false;
    state.stage = 'trailer';
    return true;
  };
  return {
    push(bytes) {
      addPacked(packed, bytes);
      state.read += bytes.length;
      while (step());
    },
    restart() {
      Object.assign(packed, { length: 0, at: 0 });
      Object.assign(state, { stage: 'header', read: 0 });
      inflater.begin();
    },
  };
}

/** The length of a member's header (RFC 1952, 2.3); null where it is not all there. Throws where none begins. */
function headerLength({ bytes, length, at }: PackedBytes): number | null {
  const all = bytes.subarray(at >> 3, length);
  if (all.length > 3 && (all[0] !== 0x1f || all[1] !== 0x8b || all[2] !== 8)) throw new DamagedError();
  if (all.length < HEADER) return null;
  if (all.length > LONGEST_HEADER) return headerWithin(all.subarray(0, LONGEST_HEADER)) ?? failed();
  return headerWithin(all);
}

function failed(): never {
  throw new DamagedError();
}

function headerWithin(all: Uint8Array): number | null {
  const told = all[3] ?? 0;
  let end = HEADER;
  if (told & flags.extra) end += 2 + ((all[end] ?? 0) | ((all[end + 1] ?? 0) << 8));
  for (const flag of [flags.name, flags.comment]) {
    if ((told & flag) === 0) continue;
    const zero = all.indexOf(0, end);
    if (zero < 0) return null;
    end = zero + 1;
  }
  if (told & flags.checksum) end += 2;
  return end <= all.length ? end : null;
}
