import { isRubyReading } from '../dom/ruby.ts';
import { blockTags, isHidden, isSilent, preTags } from '../dom/tags.ts';
import { hasAttributes, tagOf } from '../dom/tree.ts';
import { walk } from '../dom/walk.ts';
import { letterOfImage, missingLetter } from './images/letter-images.ts';

/**
 * One visual line of a page: the text between two breaks (edges of blocks, table cells, `<br>`, rules, line ends of preformatted text).
 * Every stage reads the page through its lines, so that layout tables, bare text and `<br>` paragraphs are all alike.
 */
export interface Line {
  /** Position among the page's lines. */
  readonly index: number;
  /** The text with ASCII white space folded, but U+3000 and U+00A0 as they stand: runs of them separate fields. */
  readonly raw: string;
  /** `raw` without white space of any kind at its ends. */
  readonly text: string;
  /** Number of characters that are not white space. */
  readonly size: number;
  /** How many of them stand inside links. */
  readonly linkSize: number;
  /** The nearest block element that holds the line. */
  readonly block: Element;
  /** The text nodes that make it up, in order; never empty. */
  readonly nodes: readonly Text[];
  /** Letters that the page sets as images, by the node that they stand before; null for the line's end. They are in `raw` and `text`. */
  readonly letters?: ReadonlyMap<Text | null, string>;
  /** Of texts in `nodes` that hold other lines as well, as preformatted ones do: the row that is this line's. */
  readonly rows?: ReadonlyMap<Text, TextRow>;
}

/** A line of a text that has several. */
export interface TextRow {
  /** Its number in the text, and how many there are. */
  readonly at: number;
  readonly of: number;
  readonly words: string;
}

/** What stands on a page and is none of its lines: text that nobody sees, a control, what an archive added. */
export interface Passed {
  readonly kind: 'hidden' | 'control' | 'archive';
  readonly element: Element;
  /** Index of the line that follows. */
  readonly before: number;
}

/** How the lines of a page are read. */
export interface ReadLinesOptions {
  /** Elements that are passed over. */
  readonly skip?: ReadonlySet<Element>;
  /** Told of an element, says that nobody sees its text. */
  readonly isUnseen?: (element: Element) => boolean;
  /** Tells where a text breaks into lines; without it, at each line end within preformatted elements (the recogniser's, which is to be small). */
  readonly linesOf?: (text: Text) => readonly string[];
  /** Told of each element that is passed over and has text, or may have. */
  readonly onPassed?: (passed: Passed) => void;
}

/** Controls that show words of their own. */
const controls = /^(?:BUTTON|SELECT|TEXTAREA|INPUT)$/;

const asciiSpace = /[ \t\r\n\f]+/g;
const noSpace = /[^ \t\r\n\f]/;
const anySpace = /\s+/g;
const sizeOf = (text: string): number => text.replace(anySpace, '').length;

/** Characters of text past which a page is no longer read: a million is a book of six hundred pages. */
export const mostText = 1_000_000;
/** Lines past which it is no longer read either: such a book has some thirty thousand. */
export const mostLines = 60_000;

/**
 * The lines of `root` in document order, blank ones left out. Asks for no layout. Stops after the line that
 * brings the text over `mostText` characters, or the lines over `mostLines`.
 */
export function readLines(root: Element, options: ReadLinesOptions = {}): Line[] {
  const lines: Line[] = [];
  const blocks: Element[] = [root];
  let raw = '';
  // Kept apart: asking the growing text itself makes the engine copy it each time.
  let endsInSpace = false;
  let nodes: Text[] = [];
  let letters = new Map<Text | null, string>();
  let rows = new Map<Text, TextRow>();
  let linkSize = 0;
  const links: Element[] = [];
  let pres = 0;
  let total = 0;

  const flush = (): void => {
    if (raw === '') return;
    const text = raw.trim();
    if (text !== '' && nodes.length > 0) {
      const block = blocks.at(-1) ?? root;
      const size = sizeOf(text);
      total += size;
      lines.push({
        index: lines.length,
        raw: raw.replace(/^ | $/g, ''),
        text,
        size,
        linkSize,
        block,
        nodes,
        ...(letters.size > 0 && { letters }),
        ...(rows.size > 0 && { rows }),
      });
    }
    raw = '';
    endsInSpace = false;
    nodes = [];
    letters = new Map();
    rows = new Map();
    linkSize = 0;
  };
  const add = (text: Text, data: string, row?: TextRow): void => {
    const folded = data.replace(asciiSpace, ' ');
    if (folded === '' || (folded === ' ' && (raw === '' || endsInSpace))) return;
    raw += endsInSpace && folded.startsWith(' ') ? folded.slice(1) : folded;
    endsInSpace = folded.endsWith(' ');
    nodes.push(text);
    if (row) rows.set(text, row);
    const before = letters.get(null);
    if (before !== undefined) letters.set(text, before);
    letters.delete(null);
    if (links.length > 0) linkSize += sizeOf(folded);
  };
  const addLetter = (letter: string): void => {
    // A gap between two letters is a letter; a mark of the page stands apart, or in a link.
    if (letter === '' || (letter === missingLetter && ((links.length > 0 && linkSize === 0) || /^$|\s$/.test(raw))))
      return;
    raw += letter;
    endsInSpace = false;
    letters.set(null, (letters.get(null) ?? '') + letter);
    if (links.length > 0) linkSize += letter.length;
  };

  walk(root, {
    enter: (element) => {
      if (total > mostText || lines.length > mostLines) return false;
      const tag = tagOf(element).toUpperCase();
      if (tag === 'BR') {
        flush();
        return false;
      }
      if (tag === 'IMG') addLetter(letterOfImage(element));
      const passed = passedKind(element, tag, options);
      if (passed !== null) {
        // What takes room breaks the line, seen or not.
        if (passed === 'unseen' && blockTags.has(tag)) flush();
        const kind = passed === 'unseen' ? 'hidden' : passed;
        if (kind !== 'silent') options.onPassed?.({ kind, element, before: lines.length + (nodes.length > 0 ? 1 : 0) });
        return false;
      }
      if (tag.startsWith('R') && isRubyReading(element)) return false;
      if (tag === 'A') links.push(element);
      if (blockTags.has(tag)) {
        flush();
        blocks.push(element);
        if (preTags.has(tag)) pres += 1;
      }
      return true;
    },
    leave: (element) => {
      if (blocks.at(-1) === element) {
        flush();
        blocks.pop();
        if (pres > 0 && preTags.has(tagOf(element).toUpperCase())) pres -= 1;
      } else if (links.at(-1) === element) links.pop();
    },
    text: (text) => {
      if (total > mostText || lines.length > mostLines) return;
      const { data } = text;
      // Between elements stands white space more often than text.
      if (raw === '' && !noSpace.test(data)) return;
      const parts = options.linesOf?.(text) ?? (pres > 0 ? data.split(/\r\n?|\n/) : []);
      if (parts.length < 2) add(text, data);
      else
        parts.forEach((part, at) => {
          if (at > 0) flush();
          // Blanks are shown as they stand: two and more part fields.
          add(text, part.replace(/ {2,}/g, '\u00a0\u00a0'), { at, of: parts.length, words: part });
        });
    },
  });
  flush();
  return lines;
}

/** Why an element is passed over; null for one that is read. */
function passedKind(
  element: Element,
  tag: string,
  { skip, isUnseen }: ReadLinesOptions,
): 'archive' | 'control' | 'silent' | 'hidden' | 'unseen' | null {
  if (skip?.has(element)) return 'archive';
  if (isSilent(element, tag)) return controls.test(tag) && !isHidden(element) ? 'control' : 'silent';
  if (hasAttributes(element) && isHidden(element)) return 'hidden';
  return isUnseen?.(element) ? 'unseen' : null;
}

/** The share of a line's characters in links from which the line counts as a link. */
const linkedShare = 0.6;

/** True for a line most of whose characters stand in links. */
export const isLinked = (line: Line): boolean => line.linkSize / line.size > linkedShare;

/** A reading of lines that reads each once: the stages of a page ask the same of a line some four times. */
/* @__NO_SIDE_EFFECTS__ */
export function onceALine<T>(read: (line: Line) => T): (line: Line) => T {
  const known = new WeakMap<Line, T>();
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const now = read(line);
    known.set(line, now);
    return now;
  };
}
