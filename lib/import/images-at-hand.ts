import type { Essay } from '../essay/essay.ts';
import { type EssayImage, imageLimits } from '../essay/image.ts';
import { succeed } from '../essay/outcome.ts';
import { imageAddresses, imageOf } from '../images/essay-images.ts';
import type { SourcePage } from './sources/source.ts';

/** The images of an essay that came with its pages: parts of the same file, or files beside it. None is named that did not. */
export async function imagesAtHand(essay: Essay, pages: readonly SourcePage[]): Promise<readonly EssayImage[]> {
  const lookups = pages.flatMap(({ images }) => images ?? []);
  if (lookups.length === 0) return [];
  const found: EssayImage[] = [];
  let room: number = imageLimits.essayBytes;
  for (const address of imageAddresses(essay.html).slice(0, imageLimits.count)) {
    for (const lookup of lookups) {
      const bytes = await lookup(address, essay.originalUrl).catch(() => null);
      const image = bytes === null ? null : imageOf(address, succeed(bytes), room);
      if (image?.bytes == null) continue;
      room -= image.bytes.byteLength;
      found.push(image);
      break;
    }
  }
  return found;
}
