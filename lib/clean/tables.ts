import { isHidden } from '../dom/tags.ts';
import { attributeOf, childrenOf, firstChildOf, nextSiblingOf, query, queryAll, tagOf, typeOf } from '../dom/tree.ts';
import { escapeHtml } from './inline-writer.ts';

/**
 * True for a table that holds data, not the page's layout: at least two rows and two columns of short cells, no table inside.
 * On portals of that time layout is tables too, so form decides: a cell of prose makes it layout.
 */
export function isDataTable(table: Element): boolean {
  if (query(table, 'table, form')) return false;
  const rows = rowsOf(table).map((row) => cellsOf(row).filter((cell) => textOf(cell) !== ''));
  const full = rows.filter((cells) => cells.length >= 2);
  if (full.length < 2) return false;
  const cells = full.flat();
  const longest = Math.max(...cells.map((cell) => textOf(cell).length));
  const linked = cells.filter((cell) => query(cell, 'a') && textOf(cell).length < 40).length;
  return longest <= 120 && linked / cells.length < 0.5;
}

/** The table with nothing but its rows, cells and spans; text has a row a line, cells apart by tabs. */
export function writeTable(table: Element, isKept: (text: Text) => boolean): { html: string; text: string } {
  const rows = rowsOf(table)
    .map((row) => cellsOf(row).map((cell) => ({ cell, text: textOf(cell, isKept) })))
    .filter((cells) => cells.some(({ text }) => text !== ''));
  const html = rows
    .map((cells) => `<tr>${cells.map(({ cell, text }) => writeCell(cell, text)).join('')}</tr>`)
    .join('');
  return {
    html: `<table><tbody>${html}</tbody></table>`,
    text: rows.map((cells) => cells.map(({ text }) => text).join('\t')).join('\n'),
  };
}

function writeCell(cell: Element, text: string): string {
  const tag = tagOf(cell).toLowerCase() === 'th' ? 'th' : 'td';
  const spans = ['colspan', 'rowspan'].map((name) => {
    const span = Number(attributeOf(cell, name));
    return Number.isInteger(span) && span > 1 && span <= 1000 ? ` ${name}="${span}"` : '';
  });
  return `<${tag}${spans.join('')}>${escapeHtml(text)}</${tag}>`;
}

const rowsOf = (table: Element): Element[] => [...queryAll(table, 'tr')];
const cellsOf = (row: Element): Element[] => [...childrenOf(row)].filter((cell) => /^t[dh]$/i.test(tagOf(cell)));

function textOf(cell: Element, isKept: (text: Text) => boolean = () => true): string {
  const parts: string[] = [];
  const gather = (node: Node): void => {
    for (let child = firstChildOf(node); child; child = nextSiblingOf(child)) {
      if (typeOf(child) === 3) {
        if (isKept(child as Text)) parts.push((child as Text).data);
      } else if (
        typeOf(child) === 1 &&
        !/^(?:script|style)$/i.test(tagOf(child as Element)) &&
        !isHidden(child as Element)
      ) {
        if (/^(?:br|p|div)$/i.test(tagOf(child as Element))) parts.push(' ');
        gather(child);
      }
    }
  };
  gather(cell);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
