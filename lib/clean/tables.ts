import { isHidden } from '../dom/tags.ts';
import {
  attributeOf,
  childrenOf,
  firstChildOf,
  nextSiblingOf,
  parentElementOf,
  query,
  queryAll,
  tagOf,
  typeOf,
} from '../dom/tree.ts';
import type { Block } from './block.ts';
import { compose } from './compose.ts';

/**
 * True for a table that holds data, not the page's layout: at least two rows and two columns of short cells, no table inside.
 * On portals of that time layout is tables too, so form decides: a cell of prose makes it layout. Where lines are drawn between the cells,
 * an empty one is a cell as well.
 */
export function isDataTable(table: Element): boolean {
  if (query(table, 'table, form')) return false;
  const rows = rowsOf(table).map((row) => cellsOf(row).filter((cell) => textOf(cell) !== ''));
  const full = rows.filter((cells) => cells.length >= 2);
  const drawn = Number(attributeOf(table, 'border') ?? 0) > 0;
  const wide = drawn && full.length > 0 ? rowsOf(table).filter((row) => cellsOf(row).length >= 2).length : full.length;
  if (wide < 2) return false;
  const cells = full.flat();
  const longest = Math.max(...cells.map((cell) => textOf(cell).length));
  const linked = cells.filter((cell) => query(cell, 'a') && textOf(cell).length < 40).length;
  return longest <= 120 && linked / cells.length < 0.5;
}

/** A cell or caption as it is written. */
interface Cell {
  readonly element: Element;
  readonly html: string;
  readonly text: string;
}

/**
 * The table with its caption, rows, cells and spans; cells are read as the essay's own blocks are. Rows without a word or image are
 * left out, but where a cell above reaches into them. Text has the caption and each row on a line, cells apart by tabs.
 */
export function writeTable(table: Element, read: (part: Element) => readonly Block[]): { html: string; text: string } {
  const written = rowsOf(table).map((row) => cellsOf(row).map((cell) => writeContent(cell, read(cell))));
  const rows = written.filter((cells, n) => cells.some(({ html }) => html !== '') || isCrossed(written, n));
  const caption = [...childrenOf(table)]
    .filter((child) => tagOf(child).toUpperCase() === 'CAPTION')
    .map((child) => writeContent(child, read(child)))
    .find(({ html }) => html !== '');
  const html = rows.map((cells) => `<tr>${cells.map(writeCell).join('')}</tr>`).join('');
  const lines = rows.map((cells) => cells.map(({ text }) => text).join('\t')).filter((line) => line.trim() !== '');
  return {
    html: `<table>${caption ? `<caption>${caption.html}</caption>` : ''}<tbody>${html}</tbody></table>`,
    text: [...(caption ? [caption.text] : []), ...lines].join('\n'),
  };
}

/** True for an empty row that a kept cell above spans: without it the rows below would slide under the wrong one. */
function isCrossed(rows: readonly (readonly Cell[])[], at: number): boolean {
  return rows
    .slice(0, at)
    .some((cells, n) => cells.some(({ element, html }) => html !== '' && n + spanOf(element, 'rowspan') > at));
}

/** Paragraphs of a cell stand on lines of their own; lists stay lists. */
function writeContent(element: Element, blocks: readonly Block[]): Cell {
  const { html } = blocks.some(({ items }) => items !== undefined)
    ? compose(blocks)
    : { html: blocks.map((block) => block.html).join('<br>') };
  const text = blocks
    .map((block) => block.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { element, html: html.replace(/\u3000+/g, ' ').trim(), text };
}

function writeCell({ element, html }: Cell): string {
  const tag = tagOf(element).toLowerCase() === 'th' ? 'th' : 'td';
  const spans = (['colspan', 'rowspan'] as const).map((name) => {
    const span = spanOf(element, name);
    return span > 1 ? ` ${name}="${span}"` : '';
  });
  return `<${tag}${spans.join('')}>${html}</${tag}>`;
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number(attributeOf(cell, name));
  return Number.isInteger(span) && span > 1 && span <= 1000 ? span : 1;
}

/** In the order that they are shown in: HTML 4 had the foot stand before the body. */
const rowsOf = (table: Element): Element[] => {
  const rows = [...queryAll(table, 'tr')];
  const partOf = (row: Element): number =>
    ['THEAD', 'TBODY', 'TFOOT'].indexOf(tagOf(parentElementOf(row))?.toUpperCase() ?? '');
  return rows.toSorted((a, b) => partOf(a) - partOf(b));
};
const cellsOf = (row: Element): Element[] => [...childrenOf(row)].filter((cell) => /^t[dh]$/i.test(tagOf(cell)));

/** The words of a cell, to judge the table by. */
function textOf(cell: Element): string {
  const parts: string[] = [];
  const gather = (node: Node): void => {
    for (let child = firstChildOf(node); child; child = nextSiblingOf(child)) {
      if (typeOf(child) === 3) parts.push((child as Text).data);
      else if (
        typeOf(child) === 1 &&
        !/^(?:script|style)$/i.test(tagOf(child as Element)) &&
        !isHidden(child as Element)
      )
        gather(child);
    }
  };
  gather(cell);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
