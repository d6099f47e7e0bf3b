import { attributeOf, firstChildOf, nameOf, nextSiblingOf, parentElementOf, parentOf, tagOf } from '../dom/tree.ts';
import { onceAText } from '../text/once-a-text.ts';
import { boilerplateKind } from './boilerplate.ts';
import { isBylineLine } from './bylines/byline-line.ts';
import { isCreditLine } from './credit-line.ts';
import type { Line } from './line.ts';

/** A line of verse is no longer. In characters. */
const verseLine = 30;

/**
 * True for a line that repeats the title above the text. A poem may begin with its title, and come back to it: among lines of verse
 * that look the same it is verse. A repeat stands above prose, looks otherwise, or a blank line parts it from what follows.
 */
export function isTitleRepeat(lines: readonly Line[], index: number, title: Line): boolean {
  const line = lines[index];
  if (!line || bare(line.text) !== bare(title.text)) return false;
  if (line === title) return true;
  const [next, further] = lines.slice(index + 1, index + 3);
  const isVerse =
    next !== undefined && isVerseLine(next) && !isBylineLine(next) && (further === undefined || isVerseLine(further));
  return !(isVerse && lookOf(line) === lookOf(next) && breaksBetween(line, next) < 2);
}

const bare = onceAText((text): string => text.normalize('NFKC').replace(/[\s\u200b]+/g, ''));

const isVerseLine = (line: Line): boolean =>
  line.size <= verseLine &&
  line.linkSize === 0 &&
  boilerplateKind(line.text) === null &&
  !isCreditLine(line.raw) &&
  // `本报讯（记者　林有禾）` opens a report.
  !/[讯訊电電][\s（(]*(?:[记記]者|$)/.test(line.text);

/** The elements that a line stands in up to its block, with what sets them apart. */
export function lookOf({ nodes: [node], block }: Line): string {
  const look: string[] = [];
  for (let element = parentElementOf(node); element; element = parentElementOf(element)) {
    const names = ['class', 'align', 'style', 'size'].map((name) => attributeOf(element, name) ?? '');
    look.push([tagOf(element).toUpperCase(), ...names].join(' '));
    if (element === block) break;
  }
  return look.join('|');
}

/** How far the place between two lines is looked through. In nodes. */
const reach = 60;

/** Number of `<br>` and of line ends in preformatted text between two lines: two of them are a blank line. */
export function breaksBetween(line: Line, next: Line): number {
  const start = line.nodes.at(-1);
  const [end] = next.nodes;
  const from = start && line.rows?.get(start);
  const to = (end && next.rows?.get(end)?.at) ?? 0;
  if (start === end) return to - (from?.at ?? 0);
  let node: Node | null = start ?? null;
  let breaks = to + (from ? from.of - 1 - from.at : 0);
  for (let step = 0; node && node !== end && step < reach; step += 1) {
    node = following(node);
    if (node && nameOf(node).toUpperCase() === 'BR') breaks += 1;
  }
  return breaks;
}

function following(node: Node): Node | null {
  const inside = firstChildOf(node);
  if (inside) return inside;
  for (let at: Node | null = node; at; at = parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next) return next;
  }
  return null;
}
