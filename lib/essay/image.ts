import type { Outcome } from './outcome.ts';
import type { PartialMoment } from './partial-date.ts';

/** Types of image that are stored: what pages of any time show, and nothing that can act, such as SVG. */
export const imageTypes = ['image/gif', 'image/jpeg', 'image/png', 'image/bmp', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

/** Bytes of the largest image that is stored, of all images of an essay, and how many they may be. */
export const imageLimits = { bytes: 5_000_000, essayBytes: 30_000_000, count: 100 } as const;

/**
 * Why an image could not be obtained; each has a sentence in the locales. `not-found`: the server has it no more. `refused`: the
 * server does not give it. `unreachable`: no answer, or the browser does not let it through. `no-permission`: it is on
 * another site, which the reader has not opened to us. `not-archived`: the archive of the capture does not have it. `beside-page`: it lies in the
 * folder beside a saved page, which nobody can fetch from. `not-an-image`:
 * the bytes are none that are stored. `too-large`, `too-many`: beyond `imageLimits`. `damaged`: the stored bytes are not those that
 * were stored.
 */
export const imageProblems = [
  'not-found',
  'refused',
  'unreachable',
  'no-permission',
  'not-archived',
  'beside-page',
  'not-an-image',
  'too-large',
  'too-many',
  'damaged',
] as const;
export type ImageProblem = (typeof imageProblems)[number];

/** An image of an essay, as bytes; or why it could not be obtained. */
export interface EssayImage {
  /** Its address as it stands in the essay's HTML. */
  readonly address: string;
  /** MIME type of `bytes`, '' for none. */
  readonly type: ImageType | '';
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** '' when there are bytes. */
  readonly problem: ImageProblem | '';
  readonly takenAt: PartialMoment;
}

/** Gets the bytes under an address, or tells why not. One that throws counts as `unreachable`. */
export type FetchBytes = (address: string) => Promise<Outcome<Uint8Array<ArrayBuffer>, ImageProblem>>;

const starts: readonly (readonly [ImageType, (start: string) => boolean])[] = [
  ['image/gif', (start) => /^GIF8[79]a/.test(start)],
  ['image/jpeg', (start) => start.startsWith('\xff\xd8\xff')],
  ['image/png', (start) => start.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/bmp', (start) => start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0'],
  ['image/webp', (start) => /^RIFF.{4}WEBP/s.test(start)],
];

/** The type of an image by its first bytes, whatever its server says; null for what is none that is stored. */
export function imageTypeOf(bytes: Uint8Array): ImageType | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return starts.find(([, begins]) => begins(start))?.[0] ?? null;
}
