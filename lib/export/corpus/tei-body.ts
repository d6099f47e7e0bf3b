import { xhtmlAddress } from '../texts/xhtml.ts';
import { escapeXml } from '../xml.ts';

/** Elements within a line, and how TEI writes them; what is not named gives its words alone. */
const inline: Readonly<Record<string, string>> = {
  strong: 'hi rend="bold"',
  em: 'hi rend="italic"',
  sup: 'hi rend="superscript"',
  sub: 'hi rend="subscript"',
};

const TEXT = 3;
const ELEMENT = 1;

/**
 * A sanitised essay as the content of a TEI body: paragraphs, lists and tables, and a division for each heading with what
 * follows it, within that of the heading above.
 */
export function teiBody(essay: DocumentFragment): string {
  let out = '';
  const open: number[] = [];
  const closeTo = (level: number): void => {
    while ((open.at(-1) ?? 0) >= level) {
      open.pop();
      out += '</div>\n';
    }
  };
  for (const node of essay.childNodes) {
    const level = node.nodeType === ELEMENT ? Number(/^h([2-4])$/.exec((node as Element).localName)?.[1] ?? 0) : 0;
    if (level > 0) {
      closeTo(level);
      open.push(level);
      out += `<div><head>${lineOf(node)}</head>\n`;
    } else out += blockOf(node);
  }
  closeTo(1);
  return out;
}

function blockOf(node: Node): string {
  if (node.nodeType === TEXT) return node.textContent?.trim() ? `<p>${escapeXml(node.textContent)}</p>\n` : '';
  if (node.nodeType !== ELEMENT) return '';
  const element = node as Element;
  if (element.localName === 'ul' || element.localName === 'ol') return `${listOf(element)}\n`;
  if (element.localName === 'table') return `${tableOf(element)}\n`;
  return `<p>${lineOf(element)}</p>\n`;
}

function listOf(list: Element): string {
  const ordered = list.localName === 'ol';
  const start = Number(list.getAttribute('start') ?? 1);
  let number = Number.isInteger(start) ? start - 1 : 0;
  const items = [...list.children]
    .map((item) => {
      const value = /^-?\d{1,9}$/.exec(item.getAttribute('value') ?? '')?.[0];
      number = value === undefined ? number + 1 : Number(value);
      return `<item${ordered ? ` n="${number}"` : ''}>${lineOf(item)}</item>`;
    })
    .join('');
  // A list without items is none: TEI asks for one at least.
  return items === '' ? '' : `<list rend="${ordered ? 'numbered' : 'bulleted'}">${items}</list>`;
}

function tableOf(table: Element): string {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const written = rows.map((row) => {
    const cells = [...row.children].map((cell) => {
      const role = cell.localName === 'th' ? ' role="label"' : '';
      return `<cell${role}${spanOf(cell, 'colspan', 'cols')}${spanOf(cell, 'rowspan', 'rows')}>${lineOf(cell)}</cell>`;
    });
    return cells.length === 0 ? '' : `<row>${cells.join('')}</row>`;
  });
  return written.join('') === '' ? '' : `<table>${written.join('')}</table>`;
}

function spanOf(cell: Element, html: string, tei: string): string {
  const span = cell.getAttribute(html) ?? '';
  return /^[1-9]\d{0,2}$/.test(span) ? ` ${tei}="${span}"` : '';
}

/** What stands within a block. */
function lineOf(node: Node): string {
  let out = '';
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) out += escapeXml(child.textContent ?? '');
    else if (child.nodeType === ELEMENT) out += partOf(child as Element);
  }
  return out;
}

function partOf(element: Element): string {
  const { localName } = element;
  if (localName === 'br') return '<lb/>';
  if (localName === 'img') return figureOf(element);
  if (localName === 'ul' || localName === 'ol') return listOf(element);
  if (localName === 'table') return tableOf(element);
  const words = lineOf(element);
  const address = localName === 'a' ? xhtmlAddress(element.getAttribute('href')) : null;
  if (address !== null) return `<ref target="${escapeXml(address)}">${words}</ref>`;
  const name = inline[localName];
  return name === undefined ? words : `<${name}>${words}</hi>`;
}

function figureOf(image: Element): string {
  const address = xhtmlAddress(image.getAttribute('src'));
  const words = escapeXml(image.getAttribute('alt') ?? '');
  if (address === null) return words;
  const described = words === '' ? '' : `<figDesc>${words}</figDesc>`;
  return `<figure><graphic url="${escapeXml(address)}"/>${described}</figure>`;
}
