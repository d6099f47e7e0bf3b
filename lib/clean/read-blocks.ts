import type { LineEnds } from '../dom/line-ends.ts';
import { rubyParts } from '../dom/ruby.ts';
import { blockTags, isHidden, isSilent } from '../dom/tags.ts';
import { attributeOf, parentElementOf, tagOf } from '../dom/tree.ts';
import { walk } from '../dom/walk.ts';
import { type ImageKind, letterOf } from '../lines/images/judge-image.ts';
import type { Block, Gap, TextBlock } from './block.ts';
import { inlineWriter } from './inline-writer.ts';
import { type ListItem, listReader } from './list-place.ts';
import { isDataTable, writeTable } from './tables.ts';

/** All of a text, or lines of it by their numbers, with how many it has. */
export type KeptText = 'all' | { readonly of: number; readonly rows: ReadonlyMap<number, string> };

/** What of a region is written, and how its addresses are made whole. */
export interface ReadBlocksOptions {
  /** What of a text belongs to the essay; undefined where nothing does. */
  readonly rowsOf: (text: Text) => KeptText | undefined;
  /** What an image is, with the address that it shows; null for one that is no part of the essay, or has no address to be kept. */
  readonly imageOf: (
    image: Element,
  ) => { readonly kind: Exclude<ImageKind, 'layout'>; readonly address: string } | null;
  /** An absolute original address for an `href` as the page writes it, or null to drop it. */
  readonly resolve: (address: string) => string | null;
  readonly lineEnds: LineEnds;
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

/** The blocks of text and tables of data that `root` holds, in order, with inline markup reduced to what an essay needs. */
export function readBlocks(root: Element, options: ReadBlocksOptions): Block[] {
  const blocks: Block[] = [];
  const headings: { element: Element; tag: TextBlock['tag'] }[] = [];
  const lists = listReader();
  const items: { element: Element; item: ListItem }[] = [];
  const writer = inlineWriter();
  let gap: Gap = 'block';

  const place = (): Pick<TextBlock, 'items'> => (items.length === 0 ? {} : { items: items.map(({ item }) => item) });
  const flush = (next: Gap): void => {
    const run = writer.take();
    if (run) {
      const tag = headings.at(-1)?.tag ?? 'p';
      blocks.push({ kind: 'text', tag: run.text.length > headingLength ? 'p' : tag, gap, ...place(), ...run });
      gap = next;
    } else if (next === 'block') gap = 'block';
    else if (gap === 'break') gap = 'blank';
  };
  const enterBlock = (element: Element, tag: string): boolean => {
    flush('block');
    if (tag === 'TABLE' && isDataTable(element)) {
      const table = writeTable(element, (part) => readBlocks(part, options));
      if (table.text !== '') blocks.push({ kind: 'table', ...place(), ...table });
      return false;
    }
    const heading = headingTags[tag];
    if (heading) headings.push({ element, tag: heading });
    if (tag === 'LI') items.push({ element, item: lists.itemOf(element) });
    // A list that stands between the items of another belongs to the item before it, as browsers show it.
    const around = tag === 'UL' || tag === 'OL' ? lists.lastOf(parentElementOf(element)) : null;
    if (around !== null) items.push({ element, item: around });
    return true;
  };
  const hrefOf = (element: Element): string | null => {
    const href = attributeOf(element, 'href');
    return href === null ? null : options.resolve(href);
  };
  const linked: Element[] = [];
  const writeImage = (element: Element): void => {
    const image = options.imageOf(element);
    if (image === null) return;
    const letter = image.kind === 'character' ? letterOf(element) : null;
    if (letter !== null) writer.write(letter);
    else if (image.kind === 'character') writer.glyph(image.address, attributeOf(element, 'alt') ?? '');
    else writer.image(image.address, attributeOf(element, 'alt') ?? '');
  };
  const writeRuby = (element: Element): void => {
    for (const { base, reading } of rubyParts(element)) {
      const words = base
        .filter((text) => options.rowsOf(text) !== undefined)
        .map(({ data }) => data.trim())
        .join('');
      if (words !== '' && reading !== '') writer.ruby(words, reading);
      else writer.write(words);
    }
  };

  walk(root, {
    enter: (element) => {
      const tag = tagOf(element).toUpperCase();
      if (tag === 'BR') flush('break');
      if (tag === 'BR' || isSilent(element, tag) || isHidden(element)) return false;
      if (tag === 'IMG') writeImage(element);
      if (tag === 'RUBY') writeRuby(element);
      if (tag === 'IMG' || tag === 'RUBY') return false;
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
        if (headings.at(-1)?.element === element) headings.pop();
        if (items.at(-1)?.element === element) items.pop();
      }
      const inline = inlineTags[tag];
      if (inline) writer.close(inline);
      if (linked.at(-1) === element) {
        linked.pop();
        writer.close('a');
      }
    },
    text: (text) => {
      const kept = options.rowsOf(text);
      if (kept === undefined) return;
      const blanks = options.lineEnds.keepsBlanks(text);
      const lines =
        kept === 'all'
          ? options.lineEnds.linesOf(text)
          : Array.from({ length: kept.of }, (_, n) => kept.rows.get(n) ?? '');
      lines.forEach((line, n) => {
        if (n > 0) flush('break');
        writer.write(blanks ? line.replace(/ {2}/g, '\u2002') : line);
      });
    },
  });
  flush('block');
  return blocks;
}
