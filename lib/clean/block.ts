import type { ListItem } from './list-place.ts';

/** What separates a piece of text from the one before it: an edge of a block, one `<br>`, or a blank line of several. */
export type Gap = 'block' | 'break' | 'blank';

/** One unbroken run of text of the essay, with its inline markup. */
export interface TextBlock {
  readonly kind: 'text';
  readonly tag: 'p' | 'h2' | 'h3' | 'h4';
  /** The items that it stands in, the outermost list's first; none outside of lists. */
  readonly items?: readonly ListItem[];
  /** Inline HTML, escaped: text, strong, em, sup, sub, a, img, ruby. */
  readonly html: string;
  readonly text: string;
  readonly gap: Gap;
  /** True when the page indents it, as Chinese paragraphs are. */
  readonly indented: boolean;
}

/** A table of data, kept as one. */
export interface TableBlock {
  readonly kind: 'table';
  readonly items?: readonly ListItem[];
  readonly html: string;
  /** A row a line, cells apart by tabs. */
  readonly text: string;
}

export type Block = TextBlock | TableBlock;
