import { imageSource, type WhereRead } from '../archive/image-source.ts';
import { savedImagePath } from '../archive/saved/saved-image.ts';
import { type EssayImage, type FetchBytes, type ImageProblem, imageLimits, imageTypeOf } from '../essay/image.ts';
import { fail, type Outcome } from '../essay/outcome.ts';

const imageTag = /<img\s(?:[^">]|"[^"]*")*>/gi;
const sourceOf = /\ssrc="([^"]*)"/i;
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>' };

/**
 * The addresses of an essay's images, each once, in the order of the text. Reads clean HTML as `sanitiseEssay` writes it,
 * by its tags: the background of Chrome has no parser. Images written into the HTML (`data:`) need no fetching and are left out.
 */
export function imageAddresses(html: string): readonly string[] {
  const written = [...html.matchAll(imageTag)].map(([tag]) => sourceOf.exec(tag)?.[1] ?? '');
  const addresses = written.map((source) => source.replace(/&(?:amp|quot|lt|gt);/g, (name) => entities[name] ?? name));
  return [...new Set(addresses)].filter((address) => /^https?:\/\//i.test(address) && URL.canParse(address));
}

/** How images are fetched. */
export interface ImageOptions {
  /** Addresses that are stored already, with the bytes they take: they are not asked for again. */
  readonly stored?: ReadonlyMap<string, number>;
  /** When it says so, no more images are asked for. */
  readonly signal?: AbortSignal;
}

/**
 * Fetches the images of an essay one after another and gives each as it comes: its bytes, or why it could not be obtained.
 * `reading` tells where the essay was read, since a replay's images come from the replay's archive. What an image is, its
 * bytes say. An image beyond the limits is named as such. Never throws.
 */
export async function* fetchImages(
  html: string,
  reading: WhereRead,
  fetchBytes: FetchBytes,
  { stored = new Map(), signal }: ImageOptions = {},
): AsyncGenerator<EssayImage> {
  const addresses = imageAddresses(html);
  const wanted = addresses.filter((address) => !stored.has(address));
  let room = imageLimits.essayBytes - addresses.reduce((sum, address) => sum + (stored.get(address) ?? 0), 0);
  let left = imageLimits.count - (addresses.length - wanted.length);
  for (const address of wanted) {
    if (signal?.aborted) return;
    const source = imageSource(address, reading);
    const mayAsk = left > 0 && room > 0 && source !== null;
    const had: Outcome<Uint8Array<ArrayBuffer>, ImageProblem> = mayAsk
      ? await fetchBytes(source).catch(() => fail('unreachable'))
      : fail(source !== null ? 'too-many' : savedImagePath(address) === null ? 'not-archived' : 'beside-page');
    // What an archive has not may well be on the site.
    const unarchived = !had.ok && had.problem.code === 'not-found' && source !== address;
    const image = imageOf(address, unarchived ? fail('not-archived') : had, room);
    left -= 1;
    room -= image.bytes?.byteLength ?? 0;
    yield image;
  }
}

/** An image of what its address gave, or the reason why there is none; `room` is what the essay has left, in bytes. */
export function imageOf(
  address: string,
  had: Outcome<Uint8Array<ArrayBuffer>, ImageProblem>,
  room: number = imageLimits.essayBytes,
): EssayImage {
  const takenAt = new Date().toISOString();
  const none = (problem: ImageProblem): EssayImage => ({ address, type: '', bytes: null, problem, takenAt });
  if (!had.ok) return none(had.problem.code);
  const type = imageTypeOf(had.value);
  if (had.value.byteLength > imageLimits.bytes) return none('too-large');
  if (type === null) return none('not-an-image');
  return had.value.byteLength > room ? none('too-many') : { address, type, bytes: had.value, problem: '', takenAt };
}
