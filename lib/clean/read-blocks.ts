import { blockTags, isHidden, silentTags } from '../dom/tags.ts';
import { attributeOf, closest, parentElementOf, tagOf } from '../dom/tree.ts';
import { walk } from '../dom/walk.ts';
import type { Block, Gap, TextBlock } from './block.ts';
import { inlineWriter } from './inline-writer.ts';
import { isDataTable, writeTable } from './tables.ts';

/** What of a region is written, and how its addresses are made whole. */
export interface ReadBlocksOptions {
  /** True for a text that belongs to the essay. */
  readonly isKept: (text: Text) => boolean;
  /** True for an image that belongs to the essay. */
  readonly isKeptImage: (image: Element) => boolean;
  /** An absolute original address for an `href` as the page writes it, or null to drop it. */
  readonly resolve: (address: string) => string | null;
  /** The same for the `src` of an image, which may have been saved beside the page. */
  readonly resolveImage: (address: string) => string | null;
}

const inlineTags: Readonly<Record<string, string>> = {
  B: 'strong',
  STRONG: 'strong',
  EM: 'em',
  I: 'em',
  SUP: 'sup',
  SUB: 'sub',
};
const headingTags: Readonly<Record<string, TextBlock['tag']>> = {
  H1: 'h2',
  H2: 'h2',
  H3: 'h3',
  H4: 'h4',
  H5: 'h4',
  H6: 'h4',
};
/** A "heading" longer than this is a paragraph set large. In characters. */
const headingLength = 60;

/** The pieces of text and tables of data that `root` holds, in order, with inline markup reduced to what an essay needs. */
export function readBlocks(root: Element, options: ReadBlocksOptions): Block[] {
  const pieces: Block[] = [];
  const tags: { element: Element; tag: TextBlock['tag'] }[] = [];
  const writer = inlineWriter();
  let gap: Gap = 'block';

  const flush = (next: Gap): void => {
    const piece = writer.take();
    if (piece) {
      const tag = tags.at(-1)?.tag ?? 'p';
      const plain = /^h/.test(tag) && piece.text.length > headingLength ? 'p' : tag;
      pieces.push({ kind: 'text', tag: plain, gap, ...piece });
      gap = next;
    } else if (next === 'block') gap = 'block';
    else if (gap === 'break') gap = 'blank';
  };
  const enterBlock = (element: Element, tag: string): boolean => {
    flush('block');
    if (tag === 'TABLE' && isDataTable(element)) {
      const table = writeTable(element, options.isKept);
      if (table.text !== '') pieces.push({ kind: 'table', ...table });
      return false;
    }
    const heading = headingTags[tag];
    if (heading) tags.push({ element, tag: heading });
    else if (tag === 'LI')
      tags.push({ element, tag: tagOf(parentElementOf(element))?.toUpperCase() === 'OL' ? 'ol' : 'ul' });
    return true;
  };
  const hrefOf = (element: Element): string | null => {
    const href = attributeOf(element, 'href');
    return href === null ? null : options.resolve(href);
  };
  const linked: Element[] = [];

  walk(root, {
    enter: (element) => {
      const tag = tagOf(element).toUpperCase();
      if (tag === 'BR') flush('break');
      if (tag === 'IMG' && options.isKeptImage(element)) {
        const src = options.resolveImage(attributeOf(element, 'src') ?? '');
        if (src !== null) writer.image(src, attributeOf(element, 'alt') ?? '');
      }
      if (tag === 'BR' || tag === 'IMG' || silentTags.has(tag) || isHidden(element)) return false;
      if (blockTags.has(tag)) return enterBlock(element, tag);
      const inline = inlineTags[tag];
      if (inline) writer.open(inline);
      const href = tag === 'A' ? hrefOf(element) : null;
      if (href !== null) {
        writer.open('a', href);
        linked.push(element);
      }
      return true;
    },
    leave: (element) => {
      const tag = tagOf(element).toUpperCase();
      if (blockTags.has(tag)) {
        flush('block');
        if (tags.at(-1)?.element === element) tags.pop();
      }
      const inline = inlineTags[tag];
      if (inline) writer.close(inline);
      if (linked.at(-1) === element) {
        linked.pop();
        writer.close('a');
      }
    },
    text: (text) => {
      if (!options.isKept(text)) return;
      if (!isPreformatted(text)) return writer.write(text.data);
      text.data.split(/\r?\n/).forEach((line, n) => {
        if (n > 0) flush('break');
        writer.write(line.replace(/ {2}/g, '\u2002'));
      });
    },
  });
  flush('block');
  return pieces;
}

const isPreformatted = (text: Text): boolean =>
  text.data.includes('\n') && closest(parentElementOf(text), 'pre') != null;
