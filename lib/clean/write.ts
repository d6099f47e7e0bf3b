import { commonAncestor } from '../dom/ancestor.ts';
import { fileNameOf, imageAddressOf } from '../dom/image-address.ts';
import { lineEndsOf } from '../dom/line-ends.ts';
import { attributeOf, comparePosition, documentOf, queryAll, rootOf } from '../dom/tree.ts';
import { judgeImage } from '../lines/images/judge-image.ts';
import { sizeOfImage } from '../lines/images/known-size.ts';
import type { Line } from '../lines/line.ts';
import type { Block } from './block.ts';
import { joinLines } from './paragraphs.ts';
import { type KeptText, type ReadBlocksOptions, readBlocks } from './read-blocks.ts';

/** The lines of an essay among all the lines of its page. */
export interface WriteOptions {
  /** All lines of the page; images between the neighbours of the essay's first and last line are its own. */
  readonly all: readonly Line[];
  readonly kept: readonly Line[];
  /** The element that holds the essay; images outside it are never its own. */
  readonly container: Element;
  /** Where there are no lines: those that the images of the essay stand between. */
  readonly pictures?: { readonly above: Line; readonly below: Line | null };
  /** Makes an address of the page an original, absolute one; null drops it. */
  readonly resolve: (address: string) => string | null;
  /** The same for an image. */
  readonly resolveImage: (address: string) => string | null;
}

/** The blocks of an essay, and the images of its element that are none of it. */
export interface WrittenEssay {
  readonly blocks: readonly Block[];
  /** A name each: the image's words, or its file's name. */
  readonly leftOut: readonly string[];
  /** The names of the page's other images, each once. */
  readonly elsewhere: readonly string[];
}

const nothing: WrittenEssay = { blocks: [], leftOut: [], elsewhere: [] };

/** Writes the lines of an essay as the blocks of its clean form, to be composed. */
export function writeBlocks({ all, kept, container, pictures, resolve, resolveImage }: WriteOptions): WrittenEssay {
  const head = kept[0];
  const end = kept.at(-1);
  if (!(head && end) && !pictures) return nothing;
  const root = kept.reduce((held, line) => commonAncestor(held, line.block), container);
  const rows = rowsOf(kept);
  const above = (head ? all[head.index - 1] : pictures?.above)?.nodes.at(-1);
  const below = (end ? all[end.index + 1] : pictures?.below)?.nodes[0];

  const document = documentOf(root);
  if (document === null) return nothing;
  const leftOut: string[] = [];
  const seen = new Set<Element>();

  const imageOf: ReadBlocksOptions['imageOf'] = (image) => {
    seen.add(image);
    if (seen.size > mostImages) return null;
    const address = imageAddressOf(image);
    if (address === null) return null;
    const follows = !above || (comparePosition(above, image) & positionFollowing) !== 0;
    const within = follows && (!below || (comparePosition(below, image) & positionPreceding) !== 0);
    const kind = within ? judgeImage(image, address, sizeOfImage(image, address)) : 'layout';
    const resolved = kind === 'layout' ? null : resolveImage(address);
    if (kind !== 'layout' && resolved !== null) return { kind, address: resolved };
    leftOut.push(nameOf(image, address));
    return null;
  };
  const blocks = readBlocks(root, {
    rowsOf: (text) => rows.get(text),
    imageOf,
    resolve,
    lineEnds: lineEndsOf(document),
  });
  const others = [...queryAll(rootOf(document), 'img')].flatMap((image) => {
    const address = seen.has(image) ? null : imageAddressOf(image);
    return address === null ? [] : [nameOf(image, address)];
  });
  return { blocks: joinLines(blocks), leftOut, elsewhere: [...new Set(others)] };
}

/** What the lines hold of each text: its rows by their numbers, or `all` where no other line shares the text. */
function rowsOf(lines: readonly Line[]): ReadonlyMap<Text, KeptText> {
  const held = new Map<Text, { of: number; rows: Map<number, string> } | 'all'>();
  for (const line of lines) {
    for (const text of line.nodes) {
      const row = line.rows?.get(text);
      const known = held.get(text);
      if (row === undefined) held.set(text, 'all');
      else if (known === undefined) held.set(text, { of: row.of, rows: new Map([[row.at, row.words]]) });
      else if (known !== 'all') known.rows.set(row.at, row.words);
    }
  }
  return held;
}

/** What an image is told by among the removals. */
function nameOf(image: Element, address: string): string {
  const words = attributeOf(image, 'alt')?.trim() ?? '';
  const file = fileNameOf(address) || (/^data:[\w/+.-]*/i.exec(address)?.[0] ?? address.slice(0, longestName));
  return words === '' ? file : `${words} (${file})`;
}

/** Images that are judged: no essay has as many, and where each stands takes the longer the more stand beside it. */
const mostImages = 2000;

/** In characters. */
const longestName = 200;

/** `Node.DOCUMENT_POSITION_*` of the DOM standard, which Node.js has no global for. */
const positionPreceding = 2;
const positionFollowing = 4;
