import type * as Docx from 'docx';
import { imageSizeOf } from '../../essay/image-size.ts';
import type { NamedImage } from '../texts/images.ts';
import { xhtmlAddress } from '../texts/xhtml.ts';
import { xmlCharacters } from '../xml.ts';

/** The library that makes Word's parts: it is handed on, since it is loaded when a document is written and not before. */
export type Kit = typeof Docx;
type Inline = Docx.ParagraphChild;
type Block = Docx.Paragraph | Docx.Table;

/** What an essay's body is made with. */
export interface BodyTools {
  readonly kit: Kit;
  /** Images at hand, by their addresses in the HTML. */
  readonly images: ReadonlyMap<string, NamedImage>;
}

const TEXT = 3;
const ELEMENT = 1;
/** Two characters of twelve points, in twentieths of a point: how far a paragraph's first line is set in. */
const FIRST_LINE = 480;
/** How far each level of a list is set in, in twentieths of a point. */
const LEVEL = 420;
/** Pixels that a picture may be wide: what stands between the margins of A4. */
const WIDEST = 560;

interface Marks {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly superScript?: boolean;
  readonly subScript?: boolean;
}

const marks: Readonly<Record<string, Marks>> = {
  strong: { bold: true },
  em: { italics: true },
  sup: { superScript: true },
  sub: { subScript: true },
};
/** What the number or bullet of an item stands in until it is written; no essay has such an element. */
const MARK = 'wencun-mark';
const blocks = new Set(['p', 'ul', 'ol', 'table', 'h2', 'h3', 'h4', 'blockquote', 'pre', 'div', 'dl', 'figure']);
/** Formats of pictures that Word shows. */
const pictures: Readonly<Record<string, 'png' | 'jpg' | 'gif' | 'bmp'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
};

/** A sanitised essay as Word's paragraphs and tables. */
export function wordBody(essay: DocumentFragment, tools: BodyTools): readonly Block[] {
  return blocksOf(essay, tools, { indent: { firstLine: FIRST_LINE } });
}

type Style = Omit<Docx.IParagraphOptions, 'children' | 'text'>;

function blocksOf(parent: Node, tools: BodyTools, style: Style, level = 0): readonly Block[] {
  const { kit } = tools;
  const out: Block[] = [];
  let line: Inline[] = [];
  const end = (): void => {
    if (line.length > 0) out.push(new kit.Paragraph({ ...style, children: line }));
    line = [];
  };
  for (const node of parent.childNodes) {
    const name = node.nodeType === ELEMENT ? (node as Element).localName : '';
    if (!blocks.has(name)) {
      // White space between blocks is none of the text.
      if (line.length > 0 || node.nodeType !== TEXT || (node.textContent ?? '').trim() !== '')
        line.push(...inlineOf(node, tools, {}));
      continue;
    }
    end();
    const element = node as Element;
    if (name === 'table') out.push(...tableOf(element, tools));
    else if (name === 'ul' || name === 'ol') out.push(...listOf(element, tools, level));
    else if (/^h[2-4]$/.test(name)) {
      const heading = ({ h2: 'Heading2', h3: 'Heading3', h4: 'Heading4' } as const)[name as 'h2' | 'h3' | 'h4'];
      out.push(new kit.Paragraph({ heading, children: inlineOf(element, tools, {}) }));
    } else out.push(...blocksOf(element, tools, style, level));
  }
  end();
  return out;
}

/** Numbers and bullets are written as text, so that a list that counts on, or skips, has the numbers of the page. */
function listOf(list: Element, tools: BodyTools, level: number): readonly Block[] {
  const start = Number(list.getAttribute('start') ?? 1);
  let number = Number.isInteger(start) ? start - 1 : 0;
  return [...list.children].flatMap((item) => {
    const value = /^-?\d{1,9}$/.exec(item.getAttribute('value') ?? '')?.[0];
    number = value === undefined ? number + 1 : Number(value);
    const mark = list.localName === 'ol' ? `${number}.` : '•';
    const indent = { left: LEVEL * (level + 1), hanging: LEVEL };
    const marked = item.ownerDocument.createElement('div');
    const before = item.ownerDocument.createElement(MARK);
    before.append(mark);
    marked.append(before, ...[...item.childNodes].map((node) => node.cloneNode(true)));
    return blocksOf(marked, tools, { indent }, level + 1);
  });
}

function tableOf(table: Element, tools: BodyTools): readonly Block[] {
  const { kit } = tools;
  const rows = [...table.querySelectorAll('tr')].filter(
    (row) => row.closest('table') === table && row.children.length > 0,
  );
  if (rows.length === 0) return [];
  const spanOf = (cell: Element, name: string): number => {
    const span = cell.getAttribute(name) ?? '';
    return /^[1-9]\d{0,2}$/.test(span) ? Number(span) : 1;
  };
  const made = rows.map((row) => {
    const cells = [...row.children].map((cell) => {
      const inside = blocksOf(cell, tools, {});
      // Word asks for a paragraph in each cell.
      const children = inside.length === 0 ? [new kit.Paragraph('')] : inside;
      return new kit.TableCell({ children, columnSpan: spanOf(cell, 'colspan'), rowSpan: spanOf(cell, 'rowspan') });
    });
    return new kit.TableRow({ children: cells });
  });
  return [new kit.Table({ rows: made, width: { size: 100, type: kit.WidthType.PERCENTAGE } })];
}

function inlineOf(node: Node, tools: BodyTools, style: Marks): Inline[] {
  const { kit } = tools;
  if (node.nodeType === TEXT) {
    const text = xmlCharacters(node.textContent ?? '').replace(/[\r\n]+/g, ' ');
    return text === '' ? [] : [new kit.TextRun({ ...style, text })];
  }
  if (node.nodeType !== ELEMENT) return [];
  const element = node as Element;
  if (element.localName === 'br') return [new kit.TextRun({ break: 1 })];
  if (element.localName === 'img') return pictureOf(element, tools);
  if (element.localName === MARK) return [new kit.TextRun({ children: [element.textContent ?? '', new kit.Tab()] })];
  const inside = [...element.childNodes].flatMap((child) =>
    inlineOf(child, tools, { ...style, ...marks[element.localName] }),
  );
  const link = element.localName === 'a' ? xhtmlAddress(element.getAttribute('href')) : null;
  return link === null ? inside : [new kit.ExternalHyperlink({ link, children: inside })];
}

/** A picture that is at hand and that Word shows; of any other its words, as a link to where it was. */
function pictureOf(image: Element, { kit, images }: BodyTools): Inline[] {
  const address = image.getAttribute('src') ?? '';
  const words = xmlCharacters(image.getAttribute('alt') ?? '');
  const kept = images.get(address);
  const type = kept === undefined ? undefined : pictures[kept.type];
  const size = kept === undefined ? null : imageSizeOf(kept.bytes);
  if (kept !== undefined && type !== undefined && size !== null) {
    const scale = Math.min(1, WIDEST / size.width);
    const transformation = { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
    const altText = { name: kept.name, description: words, title: words };
    return [new kit.ImageRun({ type, data: kept.bytes, transformation, altText })];
  }
  const link = xhtmlAddress(address);
  const shown = words || (link?.replace(/^.*\//, '') ?? '');
  if (shown === '') return [];
  const run = new kit.TextRun(shown);
  return link === null ? [run] : [new kit.ExternalHyperlink({ link, children: [run] })];
}
