import { escapeXml } from '../xml.ts';

/** What an image is shown from: the address to write in place of its own; null where there is nothing to show. */
export type SourceOf = (address: string) => string | null;

const voids: ReadonlySet<string> = new Set(['br', 'img']);
const lists: ReadonlySet<string> = new Set(['ul', 'ol']);

/**
 * Nodes of a sanitised essay as XHTML: well-formed XML that reads the same as HTML. An image that cannot be shown becomes a
 * link with its words.
 */
export function xhtmlOf(node: Node, sourceOf: SourceOf): string {
  let out = '';
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) out += escapeXml(child.textContent ?? '');
    else if (child.nodeType === ELEMENT) out += elementOf(child as Element, sourceOf);
  }
  return out;
}

const ELEMENT = 1;
const TEXT = 3;

function elementOf(element: Element, sourceOf: SourceOf): string {
  const name = element.localName;
  if (name === 'img') return imageOf(element, sourceOf);
  const tag = `<${name}${attributesOf(element)}`;
  if (voids.has(name)) return `${tag}/>`;
  return `${tag}>${lists.has(name) ? itemsOf(element, sourceOf) : xhtmlOf(element, sourceOf)}</${name}>`;
}

/** XHTML lets nothing but items stand in a list, where HTML takes what comes. */
function itemsOf(list: Element, sourceOf: SourceOf): string {
  let out = '';
  for (const child of list.childNodes) {
    if ((child as Partial<Element>).localName === 'li') out += elementOf(child as Element, sourceOf);
    else if (child.nodeType === ELEMENT) out += `<li>${elementOf(child as Element, sourceOf)}</li>`;
    else if (child.textContent?.trim()) out += `<li>${escapeXml(child.textContent)}</li>`;
  }
  return out;
}

/** Where a list begins to count, and where it goes on. */
const numbers = [
  ['ol', 'start'],
  ['li', 'value'],
] as const;

function attributesOf(element: Element): string {
  let out = '';
  for (const name of ['colspan', 'rowspan']) {
    const span = element.getAttribute(name) ?? '';
    if (/^[1-9]\d{0,2}$/.test(span)) out += ` ${name}="${span}"`;
  }
  for (const [tag, name] of numbers) {
    const number = element.localName === tag ? (element.getAttribute(name) ?? '') : '';
    if (/^-?\d{1,9}$/.test(number)) out += ` ${name}="${number}"`;
  }
  const address = element.localName === 'a' ? xhtmlAddress(element.getAttribute('href')) : null;
  return address === null ? out : `${out} href="${escapeXml(address)}"`;
}

function imageOf(image: Element, sourceOf: SourceOf): string {
  const address = image.getAttribute('src') ?? '';
  const words = image.getAttribute('alt') ?? '';
  const source = sourceOf(address);
  if (source !== null) return `<img src="${escapeXml(source)}" alt="${escapeXml(words)}"/>`;
  const href = xhtmlAddress(address);
  const shown = escapeXml(words || (href?.replace(/^.*\//, '') ?? ''));
  return href === null || image.closest('a') ? shown : `<a href="${escapeXml(href)}">${shown}</a>`;
}

/** An address that every reader of books takes as one; null for none of the web. */
export function xhtmlAddress(written: string | null): string | null {
  if (written === null || !/^https?:/i.test(written) || !URL.canParse(written)) return null;
  const { href, origin } = new URL(written);
  // A port or user in brackets belongs to the host, which the parser has checked; a lone per cent sign it leaves as it stands.
  return origin + href.slice(origin.length).replace(/[[\]{}|\\^`]|%(?![0-9a-f]{2})/gi, encodeURIComponent);
}
