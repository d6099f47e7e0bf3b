import { blockTags, silentTags } from '../tags.ts';
import { attributeOf, nextSiblingOf, previousSiblingOf, query, tagOf, textOf, typeOf } from '../tree.ts';
import { groundOf, isSameColour, ownColour } from './ground.ts';
import { type DeclarationsOf, styleRulesOf } from './style-rules.ts';

/** True for an element whose text nobody sees on the page, though the page shows what is around it. */
export type IsUnseen = (element: Element) => boolean;

/** What a browser makes of an element's style. */
export type StyleOf = (element: Element) => {
  readonly display: string;
  readonly visibility: string;
  readonly opacity: string;
  readonly fontSize: string;
  readonly color: string;
  readonly backgroundColor: string;
  readonly backgroundImage: string;
};

/** Letters that are mixed in against copying are few; what a page hides at more length is its own. In characters. */
const longest = 200;
/** Text in the colour of its ground is judged among prose alone, and short: banners are light on a dark ground. In characters. */
const longestPale = 80;
/** What stands beside it has so much text. In characters. */
const leastBeside = 4;
/** Elements whose style a browser is asked for, at most. */
const mostAsked = 400;

const hides = /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0*(?:\.0+)?\s*(?:[;!}]|$)/i;
/** A letter of so many pixels or points is a dot; of so many parts of the letters around it as well. */
const tiny =
  /font(?:-size)?\s*:[^;}]*?(?<![\d.])(?:0*(?:\.\d+)?|1(?:\.0+)?|0?\.\d+)\s*(?:px|pt)|font-size\s*:\s*0*(?:\.0\d*)?\s*(?:em|rem|%)?\s*(?:[;!}]|$)/i;
const noBox = /(?:^|[;{\s])(?:max-)?(?:height|width)\s*:\s*0+(?:px|pt|em|%)?\s*(?:[;!}]|$)/i;
const cut = /overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/i;
const away =
  /(?:left|top|right|text-indent|margin-left|margin-top)\s*:\s*-\s*(?:[5-9]\d\d|\d{4,})(?:\.\d+)?\s*(?:px|pt)|(?:left|top|text-indent)\s*:\s*-\s*\d{2,}(?:\.\d+)?\s*r?em/i;
/** What of the page's style sheets is looked at: what hides, and colours as light as paper. Most rules are of neither kind. */
const told = new RegExp(
  [hides, tiny, noBox, away].map(({ source }) => source).join('|') +
    '|(?:^|[;{\\s])color\\s*:\\s*(?:white|#f[\\da-f]f[\\da-f]f[\\da-f]|#fff|rgb\\(\\s*2[45]\\d)',
  'i',
);

/**
 * Judges a document's elements by what they and the page's own style sheets declare: nothing of it forces a layout. Only text beside
 * other text is judged. Where `styleOf` is given, a browser is asked as well, for short runs with a class. Elements that hide
 * themselves by `hidden` or `display:none` of their own are not asked here (`isHidden`).
 */
export function unseenIn(document: Document, styleOf?: StyleOf): IsUnseen {
  const rulesOf = styleRulesOf(document, told);
  const grounds: { rules: DeclarationsOf | null } = { rules: null };
  const groundRulesOf: DeclarationsOf = (element) => {
    grounds.rules ??= styleRulesOf(document, /background/i);
    return `${grounds.rules(element)};${attributeOf(element, 'style') ?? ''}`;
  };
  let asked = 0;
  return (element) => {
    const style = attributeOf(element, 'style');
    const declared = rulesOf(element) + (style ? `;${style}` : '');
    const classed = styleOf !== undefined && asked < mostAsked && (attributeOf(element, 'class') ?? '') !== '';
    if (!declared && attributeOf(element, 'color') === null && !classed) return false;
    const isHidden = hides.test(declared) || (noBox.test(declared) && cut.test(declared)) || away.test(declared);
    const isTiny = tiny.test(declared);
    const colour = ownColour(element, declared);
    // Asked before the text is: most declarations are of other things, and a table's text is all of the page's.
    if (!isHidden && !isTiny && !colour && !classed) return false;
    const size = sizeOf(element);
    if (size === 0 || size > longest || !isBesideText(element)) return false;
    if (isHidden || (isTiny && query(element, '[style*="font" i], font[size]') === null)) return true;
    if (size > longestPale) return false;
    const ground = colour && groundOf(element, groundRulesOf);
    if (colour && ground && isSameColour(colour, ground)) return query(element, '[color], [style*="color" i]') === null;
    if (!classed) return false;
    asked += 1;
    return isUnseenLive(element, styleOf);
  };
}

const sizeOf = (node: Node): number => (textOf(node) ?? '').replace(/\s+/g, '').length;

/** Text, or an element of text, stands right before or behind it: it is within a line, or a line of its own among others. */
function isBesideText(element: Element): boolean {
  if (/^H[1-6]$/i.test(tagOf(element))) return false;
  const isBlock = blockTags.has(tagOf(element).toUpperCase());
  return [previousSiblingOf, nextSiblingOf].some((step) => {
    let beside: Node | null = step(element);
    while (beside && (typeOf(beside) === 8 || sizeOf(beside) === 0)) beside = step(beside);
    if (!beside || sizeOf(beside) < leastBeside) return false;
    if (typeOf(beside) === 3) return true;
    const tag = typeOf(beside) === 1 ? tagOf(beside as Element).toUpperCase() : '';
    return isBlock ? /^(?:P|DIV)$/.test(tag) : tag !== 'A' && !blockTags.has(tag) && !silentTags.has(tag);
  });
}

/** By what the browser computes, which counts the page's other style sheets. */
function isUnseenLive(element: Element, styleOf: StyleOf): boolean {
  const { display, visibility, opacity, fontSize, color } = styleOf(element);
  if (display === 'none' || visibility === 'hidden' || opacity === '0' || Number.parseFloat(fontSize) <= 1) return true;
  const ground = groundOf(element, (at) => {
    const { backgroundColor, backgroundImage } = styleOf(at);
    if (backgroundImage !== 'none') return 'background: url()';
    return /^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor) ? '' : `background-color: ${backgroundColor}`;
  });
  const own = ownColour(element, `color: ${color}`);
  return own !== null && ground !== null && isSameColour(own, ground);
}
