import { createHash } from 'node:crypto';

/** A capture as a crawler took it. */
export interface Capture {
  /** The address as crawled, with port, case and escapes of its own. */
  readonly original: string;
  /** 14 digits, UTC. */
  readonly timestamp: string;
  readonly status: number;
  /** Content type of the answer, with its charset where the server named one. */
  readonly type: string;
  /** Where a redirect leads. */
  readonly location?: string;
  readonly body: () => Uint8Array;
  /** Digest of the body where it is known without making it; else it is worked out. */
  readonly digest?: string;
  /** True where the crawler wrote "same bytes as before" and no more. */
  readonly revisit?: boolean;
  /** Bytes that the server said it sends, where it said so; the body may be shorter. */
  readonly sent?: number;
  /** The index has it, and its file is gone. */
  readonly lost?: boolean;
  /** The index does not know how long its record is. */
  readonly lengthUnknown?: boolean;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** SHA-1 in base32, as archives name the bytes of a page. */
export function digestOf(bytes: Uint8Array | string): string {
  let bits = '';
  for (const byte of createHash('sha1').update(bytes).digest()) bits += byte.toString(2).padStart(8, '0');
  return bits.replace(/.{5}/g, (five) => letters.charAt(Number.parseInt(five, 2)));
}
