import { browser } from 'wxt/browser';
import type { Collection } from '../../../lib/collection/collection.ts';
import { countTry, doneWanting, isWanted, listWanted } from '../../../lib/collection/wanted.ts';
import { isArchiveHost } from '../../../lib/essay/archive-hosts.ts';
import type { FetchBytes } from '../../../lib/essay/image.ts';
import { fail } from '../../../lib/essay/outcome.ts';
import { fetchImage } from '../../../lib/images/fetch-image.ts';
import { type StoringOptions, storeImages } from '../../../lib/images/store-images.ts';
import { sendMessage } from '../../../lib/messages/protocol.ts';
import { validImage } from '../../../lib/messages/valid-clip.ts';
import { asResting } from '../../../lib/queue/archive-gate.ts';
import { type Frame, imageFrom } from '../frames.ts';
import { whenFree } from '../when-free.ts';

/** Milliseconds between two images that are fetched without their page. */
const REST = 500;
/** Tries after which what is still missing is marked as such without asking. */
const MOST_TRIES = 4;

/**
 * Stores the images of an essay that was just kept: the page at `pageUrl` fetches them, which may have what its site serves;
 * what it may not have, or all where the page is gone, is asked for from here. Tells the popup how far it is, if it is open.
 * The calls into the page keep the background of Chrome awake.
 */
export async function keepImages(
  collection: Collection,
  id: string,
  frame: Frame | null,
  pageUrl: string,
  ask = askAnyone,
): Promise<void> {
  if (frame === null) return fetchWantedOf(collection, id, ask);
  const fetchBytes: FetchBytes = async (address) => {
    // Firefox counts what is fetched in a page to the page, whose scripts see it then.
    const unseen = import.meta.env.FIREFOX ? await fetchGranted(address, ask) : null;
    if (unseen !== null && (unseen.ok || unseen.problem.code !== 'no-permission')) return unseen;
    const had = validImage(await imageFrom(frame, address));
    if (had.ok || had.problem.code !== 'unreachable') return had;
    const here = await fetchGranted(address, ask);
    // The page may ask its own site: what it cannot reach there is no question of permission.
    const own = !here.ok && here.problem.code === 'no-permission' && isSameOrigin(address, pageUrl);
    return own ? had : here;
  };
  await alone(id, () =>
    storeWanted(collection, id, fetchBytes, {
      onImage: (through) => {
        sendMessage('keepingImages', { tabId: frame.tabId, ...through }).catch(() => undefined);
      },
    }),
  );
}

/** Fetches the images that an earlier worker left, or marks them as missing. What an archive has no time for stays wanted. */
export async function fetchWanted(collection: Collection, ask = askAnyone): Promise<void> {
  const wanted = await listWanted(collection);
  for (const { essayId } of wanted.ok ? wanted.value : []) await fetchWantedOf(collection, essayId, ask);
}

async function fetchWantedOf(collection: Collection, id: string, ask: typeof fetch): Promise<void> {
  const archive = new AbortController();
  const atItsPace: typeof fetch = (...request) =>
    ask(...request).catch((error: unknown) => {
      if (asResting(error) !== null) archive.abort();
      throw error;
    });
  const fetchBytes = async (address: string) => {
    await new Promise((resolve) => setTimeout(resolve, REST));
    return fetchGranted(address, atItsPace);
  };
  await alone(id, async () => {
    // Whoever held the lock may have fetched them.
    if (await isWanted(collection, id)) await storeWanted(collection, id, fetchBytes, { signal: archive.signal });
  });
}

/** Stores what an essay wants, and wants it no longer; a disk that takes nothing leaves it wanted. */
async function storeWanted(
  collection: Collection,
  id: string,
  fetchBytes: FetchBytes,
  options: StoringOptions = {},
): Promise<void> {
  const tries = await countTry(collection, id);
  const giveUp = tries.ok && tries.value > MOST_TRIES;
  const fetchOrMark: FetchBytes = giveUp ? async () => fail('unreachable') : fetchBytes;
  const stored = await storeImages(collection, id, fetchOrMark, options);
  if (options.signal?.aborted) return;
  if (stored.ok || stored.problem.code === 'no-essay') await doneWanting(collection, id);
}

/** Nobody else fetches the images of this essay meanwhile. */
const alone = (id: string, work: () => Promise<void>): Promise<void> => whenFree(`images ${id}`, work);

/** Fetches an image where the reader has opened its host to us, of an archive at its pace; elsewhere `no-permission`. */
export async function fetchGranted(address: string, ask: typeof fetch = askAnyone): ReturnType<FetchBytes> {
  const { protocol, hostname } = new URL(address);
  const granted = await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  return granted ? fetchImage(address, ask, !isArchiveHost(hostname)) : fail('no-permission');
}

const askAnyone: typeof fetch = (...request) => fetch(...request);

const isSameOrigin = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
