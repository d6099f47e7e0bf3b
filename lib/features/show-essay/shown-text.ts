/** The text of an essay as it is shown, and the way between places in that text and places in the page. */
export interface ShownText {
  /** One paragraph, verse line or table row a line, as the stored text has it. */
  readonly text: string;
  /** The same as it is stored, unit for unit, where it is shown in another script. */
  readonly stored: string;
  /** The stretch of the page that holds the UTF-16 offsets `start` to `end`; null where no text of the page lies there. */
  readonly rangeOf: (start: number, end: number) => Range | null;
  /** The offset of a place in the page; null outside the essay. */
  readonly offsetOf: (node: Node, offset: number) => number | null;
}

interface Part {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** What stands in the place of an image is ours, and no word of the essay. For a tree walker. */
export const passOverImages = (node: Node): number =>
  node.nodeType === 1 && (node as Element).classList.contains('picture')
    ? 2 /* FILTER_REJECT */
    : 1 /* FILTER_ACCEPT */;

const lineBlocks = 'p, li, tr, h1, h2, h3, h4, h5, h6';

/** Reads the text of a shown essay, `before` telling what a text was before it was converted. Good until the page changes. */
export function readShownText(essay: Element, before?: WeakMap<Text, string>): ShownText {
  const parts: Part[] = [];
  let text = '';
  let stored = '';
  let broken = false;
  let block: Element | null = null;
  const walker = essay.ownerDocument.createTreeWalker(essay, 5 /* SHOW_ELEMENT | SHOW_TEXT */, passOverImages);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeName === 'BR') broken = true;
    if (node.nodeType !== 3 || node.nodeValue === null || node.nodeValue === '') continue;
    const own: Element | null = node.parentElement?.closest(lineBlocks) ?? null;
    // White space between blocks belongs to none.
    if (own === null && node.nodeValue.trim() === '') continue;
    if (text !== '' && (broken || own !== block)) {
      text += '\n';
      stored += '\n';
    }
    broken = false;
    block = own;
    parts.push({ node: node as Text, start: text.length, end: text.length + node.nodeValue.length });
    text += node.nodeValue;
    stored += before?.get(node as Text) ?? node.nodeValue;
  }
  return {
    text,
    stored,
    rangeOf: (start, end) => rangeOver(parts, start, end),
    offsetOf: (node, offset) => offsetWithin(essay, parts, node, offset),
  };
}

function rangeOver(parts: readonly Part[], start: number, end: number): Range | null {
  const first = parts[indexOfPart(parts, start)];
  const over = indexOfPart(parts, end - 1);
  // An end on the line break between two blocks belongs to the block before.
  const last = parts[(parts[over]?.start ?? end) < end ? over : over - 1];
  if (!first || !last || end <= start || last.end <= start) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, Math.max(0, start - first.start));
  range.setEnd(last.node, Math.min(end, last.end) - last.start);
  return range;
}

/** The first part that ends after an offset, by halving; the number of parts when there is none. */
function indexOfPart(parts: readonly Part[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function offsetWithin(essay: Element, parts: readonly Part[], node: Node, offset: number): number | null {
  if (!essay.contains(node)) return null;
  const own = parts.find((part) => part.node === node);
  if (own) return own.start + offset;
  // A place between elements: the first text at or after it.
  const place = essay.ownerDocument.createRange();
  place.setStart(node, offset);
  const next = parts.find((part) => place.comparePoint(part.node, 0) >= 0);
  return next?.start ?? parts.at(-1)?.end ?? 0;
}
