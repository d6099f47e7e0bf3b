import { sha256Hex } from '../../essay/fixity.ts';
import type { ImageRow } from '../rows.ts';

type Digested = Pick<ImageRow, 'bytes' | 'digest'>;

/** An image with the SHA-256 of its bytes, as it is stored; one without bytes has none. */
export async function withImageDigest<Image extends Digested>(image: Image): Promise<Image> {
  return image.bytes === null ? image : { ...image, digest: await sha256Hex(image.bytes) };
}

/** True for an image whose bytes are those that were stored; one that was stored before there were digests counts as that. */
export const isImageAsStored = async ({ bytes, digest }: Digested): Promise<boolean> =>
  bytes === null ? digest === undefined : digest === undefined || digest === (await sha256Hex(bytes));
