import { blockAround } from '../dom/ancestor.ts';
import { contains, parentElementOf, tagOf } from '../dom/tree.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import type { Line } from '../lines/line.ts';
import { findContainer } from './container.ts';
import { findEnd, noteBelow, plainRun, upToComments } from './end.ts';
import type { Outline } from './outline.ts';

/**
 * An article's region: the element that holds all of it, and its lines, boilerplate still among them.
 * Cleaning takes lines away rule by rule, and each rule looks at the region that is left.
 */
export interface Region {
  readonly outline: Outline;
  readonly container: Element;
  /** Lines of the region that are still in, in order. */
  readonly lines: readonly Line[];
  /** Index (`Line.index`) of the first and last line of the essay as the outline sees it. */
  readonly first: number;
  readonly last: number;
  /** Set where the body is pictures without text: the lines that they stand between. */
  readonly pictures?: { readonly above: Line; readonly below: Line | null };
}

/**
 * The region of the article that the outline found. `marked` is the body by a CMS family's own marker; without it the element
 * is found by where the prose below the head is.
 */
export function readRegion(outline: Outline, marked: Element | null): Region | null {
  const { lines, body } = outline;
  if (!body) return null;
  const known = new Set(outline.head);
  const candidates = upToComments(lines.slice(body.first, body.last + 1)).filter((line) => !known.has(line));
  const home = marked ?? findContainer(candidates, [...candidates, ...plainRun(lines, body.last + 1)]);
  if (!home) return null;
  const container =
    /^(?:FONT|B|I|STRONG|EM|U|A|BIG|SMALL)$/i.test(tagOf(home)) || !marked ? widest(lines, blockAround(home)) : home;
  const inside = lines.filter((line) => contains(container, line.block) || holds(container, line));
  const own = upToComments(inside.filter((line) => line.index >= body.first));
  const start = startOf(outline, body.first, own[0]);
  const end = findEnd(own);
  // A note on the author may stand in a row of its own below.
  const last = end === own.at(-1)?.index ? (noteBelow(lines, end)?.index ?? end) : end;
  const region = new Set([...inside, ...lines.slice(start, own[0]?.index ?? start), ...lines.slice(end + 1, last + 1)]);
  return { outline, container, lines: lines.filter((line) => region.has(line)), first: start, last };
}

/** The widest element around a container that holds no other lines: pictures of a short text stand in it. */
function widest(lines: readonly Line[], container: Element): Element {
  const others = lines.filter((line) => !contains(container, line.block));
  let element = container;
  for (
    let wider = parentElementOf(element);
    wider && tagOf(wider).toUpperCase() !== 'BODY';
    wider = parentElementOf(wider)
  ) {
    if (others.some((line) => contains(wider, line.block))) break;
    element = wider;
  }
  return element;
}

const holds = (container: Element, line: Line): boolean => line.nodes.some((node) => contains(container, node));

/** Where no title is known, a plain line above the first paragraph that is set as it is belongs to the text: its own heading. */
function withHeading(lines: readonly Line[], first: number): number {
  const [above, line] = [lines[first - 1], lines[first]];
  if (!above || !line || above.linkSize > 0 || boilerplateKind(above.text) !== null || isCreditLine(above.raw))
    return first;
  const beside =
    parentElementOf(above.block) === parentElementOf(line.block) && tagOf(above.block) === tagOf(line.block);
  return beside && tagOf(line.block) === 'P' ? first - 1 : first;
}

/** Plain lines that may stand above the essay's element and belong to it: subtitle, occasion, date, a lead set apart. */
const mostFront = 4;

/** Where the essay begins: plain lines between title and element belong to it. More of them, or links, are something else. */
function startOf({ lines, head, title }: Outline, first: number, own: Line | undefined): number {
  if (!own) return first;
  if (!title) return withHeading(lines, first);
  const known = new Set(head);
  const front = lines.slice(first, own.index).filter((line) => !known.has(line));
  return front.length <= mostFront && front.every((line) => line.linkSize / line.size < 0.5) ? first : own.index;
}
