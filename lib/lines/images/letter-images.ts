import { imageAddressOf } from '../../dom/image-address.ts';
import { isLetterSized, judgeImage, letterOf } from './judge-image.ts';
import { sizeOfImage, statedSide } from './known-size.ts';

/** What stands for a letter that no font has: the geta mark, U+3013, of CJK printing. */
export const missingLetter = '〓';

/** The letter that an image stands for in a line of text, `〓` where its words name none; '' for any other image. */
export function letterOfImage(image: Element): string {
  // Asked first: most images are too large for a letter, and their address takes longer to tell.
  if (!isLetterSized(statedSide(image, 'width'), statedSide(image, 'height'))) return '';
  const address = imageAddressOf(image);
  if (address === null || judgeImage(image, address, sizeOfImage(image, address)) !== 'character') return '';
  return letterOf(image) ?? missingLetter;
}
