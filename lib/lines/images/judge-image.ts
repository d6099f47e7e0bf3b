import { fileNameOf } from '../../dom/image-address.ts';
import { attributeOf } from '../../dom/tree.ts';
import { besideIn } from './beside.ts';
import type { KnownSize } from './known-size.ts';

/**
 * What an image of an essay is. `picture`: matter of its own. `character`: it stands in a line of text for a letter that the page
 * could not write. `layout`: a mark or rule of the page.
 */
export type ImageKind = 'picture' | 'character' | 'layout';

/** Pictures smaller than this on either side are marks and rules of the layout. In pixels. */
const smallestPicture = 40;
/** A letter set as an image: from the smallest print that can be read to one and a half letters of a large one. In pixels. */
const smallestLetter = 10;
const highestLetter = 30;
const widestLetter = 60;
/** Nothing of this size is layout, whatever its file is called. In pixels. */
const large = 100;

/** File names that are nothing but words of the layout, digits and single letters: `icon_new2.gif`, `line01.gif`. */
const layoutWord =
  /^(?:spacer|blank|space|dot|line|icon|ico|arrow|bullet|logo|banner|button|btn|print|close|loading|new|hot|top|back|next|prev|star|folder|\d+|[a-z])$/i;
/** Words that mark a link as new or liked: such an image stands in a line of text and is none. */
const markWord = /^(?:new|hot|icon|ico|arrow|bullet|dot|star|btn|button)$/i;

/** Judges an image by its size and place; its name counts only where nothing tells a size, and as a whole. */
export function judgeImage(image: Element, address: string, { width, height }: KnownSize): ImageKind {
  const sides = [width, height].filter((side) => side !== null);
  const words = wordsOf(address);
  if (isLetterSized(width, height) && standsInText(image) && !words.some((word) => markWord.test(word))) {
    if (sides.length > 0 || /\.(?:gif|png|bmp)$/i.test(fileNameOf(address)) || letterOf(image) !== null)
      return 'character';
  }
  if (sides.some((side) => side < smallestPicture)) return 'layout';
  if (sides.some((side) => side >= large)) return 'picture';
  const named = /\.(?:gif|png|bmp)$/i.test(fileNameOf(address)) && words.every((word) => layoutWord.test(word));
  return named && words.some((word) => word.length > 1 && !/^\d+$/.test(word)) ? 'layout' : 'picture';
}

/** The letter that an image stands for, by its words; null where they name none. Composed ones are told part by part: `[木＋越]`, `[木章]`. */
export function letterOf(image: Element): string | null {
  const words = (attributeOf(image, 'alt') ?? attributeOf(image, 'title') ?? '').trim();
  if (
    /^(?:图|圖|字|像|缺|无|無|图片|圖片|图像|插图|文字|照片|[图圖]\d)$|^[?？.\s□■*x]*$/iu.test(
      words.replace(/^[[［【]|[\]］】]$/g, ''),
    )
  )
    return null;
  if (/^.{1,2}$/su.test(words) && /^[\p{L}\p{N}\p{S}]+$/u.test(words) && !/^[a-z]{2}$/i.test(words)) return words;
  if (/^[\u2ff0-\u2fff].{2,6}$|^[[［【]\p{Script=Han}{2,4}[\]］】]$/su.test(words)) return words;
  return /^[[［【(（][\p{Script=Han}+＋\-－*/／()（）]{3,10}[\]］】)）]$/u.test(words) && /[+＋\-－*/／]/.test(words)
    ? words
    : null;
}

/** True where no known side is another than a letter's. */
export function isLetterSized(width: number | null, height: number | null): boolean {
  return (
    (height === null || (height >= smallestLetter && height <= highestLetter)) &&
    (width === null || (width >= smallestLetter && width <= widestLetter))
  );
}

/** A letter stands beside a letter; an editor's mark, whose words are a name, behind the last sentence. */
const isWord = /[\p{L}\p{N}《“‘（(〓]/u;

/** Between two pieces of text of one line; where its words name a letter, beside one. An image set to one side floats beside the text. */
function standsInText(image: Element): boolean {
  if (/^(?:left|right)$/i.test(attributeOf(image, 'align') ?? '')) return false;
  if (/float\s*:|position\s*:\s*(?:absolute|fixed)/i.test(attributeOf(image, 'style') ?? '')) return false;
  const before = besideIn(image, 'before');
  const after = besideIn(image, 'after');
  return letterOf(image) === null ? before !== '' && after !== '' : isWord.test(before) || isWord.test(after);
}

const wordsOf = (address: string): readonly string[] =>
  fileNameOf(address)
    .replace(/\.\w+$/, '')
    .split(/[^a-z\d]+|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/i)
    .filter(Boolean);
