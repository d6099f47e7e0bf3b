import { browser } from 'wxt/browser';
import type { Collection } from '../../lib/collection/collection.ts';
import type { FetchBytes } from '../../lib/essay/image.ts';
import { fail } from '../../lib/essay/outcome.ts';
import { fetchImage } from '../../lib/images/fetch-image.ts';
import { storeImages } from '../../lib/images/store-images.ts';
import { sendMessage } from '../../lib/messages/protocol.ts';
import { validImage } from '../../lib/messages/valid-clip.ts';
import { readSettings } from '../../lib/settings/settings.ts';
import { type Frame, imageFrom } from './frames.ts';

/**
 * Stores the images of an essay that was just kept, unless the reader wants none: the page at `pageUrl` fetches them, which
 * may have what its site serves; what it may not have is asked for from here. Tells the popup how far it is, if it is open.
 * The calls into the page keep the background of Chrome awake.
 */
export async function keepImages(collection: Collection, id: string, frame: Frame, pageUrl: string): Promise<void> {
  if (!(await readSettings()).keepImages) return;
  const fetchBytes: FetchBytes = async (address) => {
    const had = validImage(await imageFrom(frame, address));
    if (had.ok || had.problem.code !== 'unreachable') return had;
    const here = await fetchGranted(address);
    // The page may ask its own site: what it cannot reach there is no question of permission.
    const own = !here.ok && here.problem.code === 'no-permission' && isSameOrigin(address, pageUrl);
    return own ? had : here;
  };
  await storeImages(collection, id, fetchBytes, {
    onImage: (through) => {
      sendMessage('keepingImages', { tabId: frame.tabId, ...through }).catch(() => undefined);
    },
  });
}

/** Fetches an image where the reader has opened its host to us; elsewhere `no-permission`. */
export const fetchGranted: FetchBytes = async (address) => {
  const { protocol, hostname } = new URL(address);
  const granted = await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  return granted ? fetchImage(address) : fail('no-permission');
};

const isSameOrigin = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
