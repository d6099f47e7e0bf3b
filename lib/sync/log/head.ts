import * as v from 'valibot';
import { sha256Hex } from '../../essay/fixity.ts';
import { jsonOf } from '../../zip/json-of.ts';
import { isDevice } from '../model/clock.ts';
import type { LogSegment } from './log-segment.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const segment = v.object({
  name: v.pipe(v.string(), v.regex(/^(?:acts|originals|images)-\d{9,}-[0-9a-f]{16}\.seg$/)),
  size: count,
  sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  from: count,
  to: count,
  gone: count,
}) satisfies v.GenericSchema<LogSegment>;
const segments = v.pipe(v.array(segment), v.readonly());

const head = v.object({
  format: v.literal('wencun-sync'),
  version: v.number(),
  /** The collection that the folder holds. */
  vault: v.string(),
  device: v.custom<string>(isDevice),
  /** What the reader calls the device. */
  name: v.pipe(v.string(), v.maxLength(200)),
  /** When it was written: UTC, ISO 8601. */
  at: v.pipe(v.string(), v.maxLength(40)),
  /** Essays that the device had then, the trash among them. */
  essays: v.exactOptional(count),
  /** True where it was written before all was sent: texts of what it tells of may be in no segment yet. */
  more: v.exactOptional(v.boolean()),
  /** The segments of each stream, in their order. */
  streams: v.object({ acts: segments, originals: segments, images: segments }),
});

/** The one file of a device that changes, and that only the device itself writes. */
export type Head = Readonly<v.InferOutput<typeof head>>;

/** Version of the format of the log: a folder of a higher one is left alone. */
export const LOG_VERSION = 1 as const;
/**
 * Sizes of heads repeat after so many bytes: the rest by `TURNS` tells how many were written, the others follow from the digest, so that two browsers which
 * write as one device leave files of different sizes (but once in 512).
 */
const SIZES = 4096;
const TURNS = 8;
/** Digits of the digest that the size follows from. */
const DIGITS = 8;
const HEX = 16;
/** Line feeds part the head, its digest, and what only fills. */
const PARTS = '\n';

/**
 * The bytes of a head, the `n`th that its device writes: JSON, the digest of that, and blanks, so many that two heads which follow
 * each other differ in size, and two of other content most likely too. Some servers tell a file's age in seconds and no more.
 */
export async function encodeHead(content: Head, n: number): Promise<Uint8Array<ArrayBuffer>> {
  const json = new TextEncoder().encode(JSON.stringify(content));
  const sha = await sha256Hex(json);
  const digest = new TextEncoder().encode(`${PARTS}${sha}${PARTS}`);
  const length = json.byteLength + digest.byteLength;
  const size = (n % TURNS) + TURNS * (Number.parseInt(sha.slice(0, DIGITS), HEX) % (SIZES / TURNS));
  const blanks = (SIZES + size - (length % SIZES)) % SIZES;
  const bytes = new Uint8Array(length + blanks).fill(' '.charCodeAt(0));
  bytes.set(json);
  bytes.set(digest, json.byteLength);
  return bytes;
}

/** The head that a file holds; `half` for one that is torn or still being written, `newer` for one of a later format. */
export async function decodeHead(bytes: Uint8Array<ArrayBuffer>): Promise<Head | 'half' | 'newer'> {
  const [json = '', digest = ''] = new TextDecoder().decode(bytes).split(PARTS);
  if ((await sha256Hex(new TextEncoder().encode(json))) !== digest) return 'half';
  const content: unknown = jsonOf(json);
  if (isNewer(content)) return 'newer';
  return v.is(head, content) ? content : 'half';
}

const isNewer = (content: unknown): boolean =>
  typeof content === 'object' &&
  content !== null &&
  'version' in content &&
  typeof content.version === 'number' &&
  content.version > LOG_VERSION;
