import { commonAncestor } from '../dom/ancestor.ts';
import { attributeOf, comparePosition } from '../dom/tree.ts';
import type { Line } from '../lines/line.ts';
import type { Block } from './block.ts';
import { joinLines } from './paragraphs.ts';
import { readBlocks } from './read-blocks.ts';

/** Pictures smaller than this on either side are marks and rules of the layout. In pixels, as the page states them. */
const smallestImage = 40;
const layoutImage =
  /(?:spacer|blank|space|dot|line|icon|arrow|bullet|logo|banner|button|btn|print|close|loading|new|hot)[^/]*\.(?:gif|png|jpe?g|bmp)(?:$|\?)/i;

/** The lines of an essay among all the lines of its page. */
export interface WriteOptions {
  /** All lines of the page; images between the neighbours of the essay's first and last line are its own. */
  readonly all: readonly Line[];
  readonly kept: readonly Line[];
  /** The element that holds the essay; images outside it are never its own. */
  readonly container: Element;
  /** Makes an address of the page an original, absolute one; null drops it. */
  readonly resolve: (address: string) => string | null;
  /** The same for an image. */
  readonly resolveImage: (address: string) => string | null;
}

/** Writes the lines of an essay as the blocks of its clean form, to be composed. */
export function writeBlocks({ all, kept, container, resolve, resolveImage }: WriteOptions): Block[] {
  const head = kept[0];
  const end = kept.at(-1);
  if (!head || !end) return [];
  const root = kept.reduce((held, line) => commonAncestor(held, line.block), container);
  const texts = new Set<Text>(kept.flatMap((line) => line.nodes));
  const above = all[head.index - 1]?.nodes.at(-1);
  const below = all[end.index + 1]?.nodes[0];

  const isKeptImage = (image: Element): boolean => {
    const sides = [attributeOf(image, 'width'), attributeOf(image, 'height')].map((side) =>
      Number.parseInt(side ?? '', 10),
    );
    if (sides.some((side) => side < smallestImage) || layoutImage.test(attributeOf(image, 'src') ?? '')) return false;
    const follows = !above || (comparePosition(above, image) & positionFollowing) !== 0;
    return follows && (!below || (comparePosition(below, image) & positionPreceding) !== 0);
  };
  return joinLines(readBlocks(root, { isKept: (text) => texts.has(text), isKeptImage, resolve, resolveImage }));
}

/** `Node.DOCUMENT_POSITION_*` of the DOM standard, which Node.js has no global for. */
const positionPreceding = 2;
const positionFollowing = 4;
