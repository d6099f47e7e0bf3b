import { browser } from 'wxt/browser';
import type { Collection } from '../../../lib/collection/collection.ts';
import { countTry, doneWanting, listWanted } from '../../../lib/collection/wanted.ts';
import type { FetchBytes } from '../../../lib/essay/image.ts';
import { fail } from '../../../lib/essay/outcome.ts';
import { fetchImage } from '../../../lib/images/fetch-image.ts';
import { storeImages } from '../../../lib/images/store-images.ts';
import { sendMessage } from '../../../lib/messages/protocol.ts';
import { validImage } from '../../../lib/messages/valid-clip.ts';
import { type Frame, imageFrom } from '../frames.ts';

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
): Promise<void> {
  if (frame === null) return fetchWantedOf(collection, id);
  const fetchBytes: FetchBytes = async (address) => {
    // Firefox counts what is fetched in a page to the page, whose scripts see it then.
    const unseen = import.meta.env.FIREFOX ? await fetchGranted(address) : null;
    if (unseen !== null && (unseen.ok || unseen.problem.code !== 'no-permission')) return unseen;
    const had = validImage(await imageFrom(frame, address));
    if (had.ok || had.problem.code !== 'unreachable') return had;
    const here = await fetchGranted(address);
    // The page may ask its own site: what it cannot reach there is no question of permission.
    const own = !here.ok && here.problem.code === 'no-permission' && isSameOrigin(address, pageUrl);
    return own ? had : here;
  };
  await alone(id, () =>
    storeWanted(collection, id, fetchBytes, (through) => {
      sendMessage('keepingImages', { tabId: frame.tabId, ...through }).catch(() => undefined);
    }),
  );
}

/** Fetches the images that an earlier worker left, or marks them as missing. */
export async function fetchWanted(collection: Collection): Promise<void> {
  const wanted = await listWanted(collection);
  for (const { essayId } of wanted.ok ? wanted.value : []) await fetchWantedOf(collection, essayId);
}

async function fetchWantedOf(collection: Collection, id: string): Promise<void> {
  const fetchBytes = async (address: string) => {
    await new Promise((resolve) => setTimeout(resolve, REST));
    return fetchGranted(address);
  };
  await alone(id, () => storeWanted(collection, id, fetchBytes));
}

/** Stores what an essay wants, and wants it no longer; a disk that takes nothing leaves it wanted. */
async function storeWanted(
  collection: Collection,
  id: string,
  fetchBytes: FetchBytes,
  onImage?: (through: { readonly done: number; readonly of: number; readonly missing: number }) => void,
): Promise<void> {
  const tries = await countTry(collection, id);
  const giveUp = tries.ok && tries.value > MOST_TRIES;
  const fetchOrMark: FetchBytes = giveUp ? async () => fail('unreachable') : fetchBytes;
  const stored = await storeImages(collection, id, fetchOrMark, onImage && { onImage });
  if (stored.ok || stored.problem.code === 'no-essay') await doneWanting(collection, id);
}

/** Nobody else fetches the images of this essay meanwhile. */
const alone = (id: string, work: () => Promise<void>): Promise<void> =>
  navigator.locks.request(`images ${id}`, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
  });

/** Fetches an image where the reader has opened its host to us; elsewhere `no-permission`. */
export const fetchGranted: FetchBytes = async (address) => {
  const { protocol, hostname } = new URL(address);
  const granted = await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  return granted ? fetchImage(address) : fail('no-permission');
};

const isSameOrigin = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
