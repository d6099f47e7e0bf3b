import { commonAncestor } from '../dom/ancestor.ts';
import { imageAddressOf } from '../dom/image-address.ts';
import { isHidden } from '../dom/tags.ts';
import { attributeOf, closest, comparePosition, contains, parentElementOf, queryAll } from '../dom/tree.ts';
import { creditScore } from '../lines/credit-score.ts';
import { findBreadcrumb } from '../lines/find-breadcrumb.ts';
import { judgeImage } from '../lines/images/judge-image.ts';
import { sizeOfImage } from '../lines/images/known-size.ts';
import type { Line } from '../lines/line.ts';
import { readHead } from './head.ts';
import type { Outline } from './outline.ts';
import type { Region } from './region.ts';
import { certain, findFloor } from './seed.ts';
import { findTitle } from './title.ts';

/** `Node.DOCUMENT_POSITION_FOLLOWING` of the DOM standard, which Node.js has no global for. */
const following = 4;
/** A picture that leads to a larger one of itself leads to a file of these. */
const pictureFile = /\.(?:jpe?g|gif|png|bmp|webp|tiff?)(?:$|[?#])/i;

/**
 * The region of a page whose body is pictures and no text: a scanned essay, photographs of an event. They stand below a title that
 * is certain, or that stands between the page's path and its credits, above neighbours, footer and lists of links. Null where there are none.
 */
export function readPictureBody(
  root: Element,
  outline: Outline,
  documentTitle: string,
  skip: ReadonlySet<Element>,
): Region | null {
  const { lines } = outline;
  const named = findTitle({ lines, documentTitle, bodyFirst: null });
  const title = named && named.weight >= certain ? named.line : titleAboveCredits(lines, documentTitle);
  if (!title) return null;
  const floor = findFloor(lines, title.index);
  const head = readHead(lines, title, { first: title.index + 1, last: floor, score: 0 });
  const end = firstList(lines, (head.at(-1)?.index ?? title.index) + 1, floor);
  const above = title.nodes.at(-1);
  const below = lines[end]?.nodes[0];
  const pictures = [...queryAll(root, 'img')].filter((image) => {
    if (above && (comparePosition(above, image) & following) === 0) return false;
    if (below && (comparePosition(image, below) & following) === 0) return false;
    return isPicture(image) && ![...skip].some((element) => contains(element, image));
  });
  const [first, ...others] = pictures;
  if (!first) return null;
  const container = others.reduce<Element>(commonAncestor, parentElementOf(first) ?? first);
  return {
    outline: { ...outline, title, head },
    container,
    lines: [],
    first: end,
    last: end - 1,
    pictures: { above: title, below: lines[end] ?? null },
  };
}

/** The title between the page's path and a credit line of two labels or more: no other page has both. */
function titleAboveCredits(lines: readonly Line[], documentTitle: string): Line | null {
  const credit = lines.find(({ raw, size }) => size < 120 && creditScore(raw) >= 2);
  const path = credit && findBreadcrumb(lines, credit.index).at(-1);
  const found = path ? findTitle({ lines, documentTitle, bodyFirst: credit.index + 1 }) : null;
  return found && credit && path && found.line.index > path.index && found.line.index < credit.index
    ? found.line
    : null;
}

/** Index of the first of two lines on end that are links, or of the floor. */
function firstList(lines: readonly Line[], from: number, floor: number): number {
  const isLinked = (line: Line | undefined): boolean => line !== undefined && line.linkSize / line.size > 0.6;
  const at = lines.slice(from, floor).findIndex((line) => isLinked(line) && isLinked(lines[line.index + 1]));
  return at === -1 ? floor : from + at;
}

function isPicture(image: Element): boolean {
  const address = imageAddressOf(image);
  if (address === null || judgeImage(image, address, sizeOfImage(image, address)) !== 'picture') return false;
  for (let element: Element | null = image; element; element = parentElementOf(element))
    if (isHidden(element)) return false;
  const href = attributeOf(closest(image, 'a[href]'), 'href');
  return href === null || pictureFile.test(href) || /^(?:#|javascript:)/i.test(href);
}
