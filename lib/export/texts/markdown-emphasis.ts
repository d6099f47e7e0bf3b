const TEXT = 3;
const ELEMENT = 1;

const blank = /\s/u;
/** Punctuation as CommonMark 0.31 has it: signs of punctuation and symbols of any script. */
const punctuation = /[\p{P}\p{S}]/u;
const inline: ReadonlySet<string> = new Set([
  'a',
  'strong',
  'em',
  'sup',
  'sub',
  'ruby',
  'rb',
  'rt',
  'rp',
  'span',
  'code',
]);

/** The sign that stands for an element's edge in Markdown: of a link, an image, a tag, or another emphasis. */
function edgeOf(element: Element): string {
  if (element.localName === 'br') return '\n';
  return element.localName === 'strong' || element.localName === 'em' ? '*' : '[';
}

/** The character that is written beside a node, on one side; a line's edge counts as a blank. */
function beside(node: Node, side: 'previousSibling' | 'nextSibling'): string {
  for (let at = node[side]; at !== null; at = at[side]) {
    if (at.nodeType === ELEMENT) return edgeOf(at as Element);
    const text = [...(at.nodeType === TEXT ? (at.textContent ?? '') : '')];
    if (text.length > 0) return (side === 'nextSibling' ? text[0] : text.at(-1)) ?? '\n';
  }
  const parent = node.parentNode as Element | null;
  return parent !== null && parent.nodeType === ELEMENT && inline.has(parent.localName) ? edgeOf(parent) : '\n';
}

/** The first or last character within a node, of an element that is written with signs its sign. */
function within(node: Node, side: 'firstChild' | 'lastChild'): string {
  const child = node[side];
  if (child === null) return '\n';
  if (child.nodeType === ELEMENT) return edgeOf(child as Element);
  const text = [...(child.textContent ?? '')];
  return (side === 'firstChild' ? text[0] : text.at(-1)) ?? '\n';
}

const flanks = (inner: string, outer: string): boolean =>
  !blank.test(inner) &&
  inner !== '*' &&
  outer !== '*' &&
  (!punctuation.test(inner) || blank.test(outer) || punctuation.test(outer));

/**
 * True where asterisks around an element's words open and close by CommonMark's rule of flanking: a run does not close behind a
 * sign and before a letter, and Chinese text has no blank there (`**……产生。**由`; commonmark/commonmark-spec#650). Beside other
 * asterisks, runs would join.
 */
export const canFlank = (element: Element): boolean =>
  flanks(within(element, 'firstChild'), beside(element, 'previousSibling')) &&
  flanks(within(element, 'lastChild'), beside(element, 'nextSibling'));
