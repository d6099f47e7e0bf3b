import type { Wanted } from '../queue-plan/job.ts';
import { findDates, readDate } from '../text/dates.ts';

/** What a line of a list tells of the one address in it. */
export type LineWords = Pick<Wanted, 'title' | 'date' | 'column'>;

const NOTHING: LineWords = { title: '', date: null };

/** Longest title or column that is believed, in characters. */
const LONGEST = 200;

/** `[题名](http://…)`, and the link of a page's source. */
const markdown = /^[-*+\d.、\s]*\[(?<title>[^\]]+)\]\(\s*https?:[^)]+\)(?<more>.*)$/i;
const html = /<a\b[^>]*>(?<title>[^<]+)<\/a>(?<more>[^<]*)/i;
/** An address that stands by itself among cells: nothing but space, tabs, commas, bars or quotation marks beside it. */
const beside = '[\\s,，;；|"\']';
/** A tab, a bar, a comma of a table, or two spaces part cells. */
const cells = /\t|\s*\|\s*|[,;](?=\S|$)|\s{2,}/;
/** What a list puts before its lines. */
const bullet = /^(?:[-*+•·]|\d{1,4}[.、)）])\s*/;

/**
 * What a line says of its address where it is laid out so that it can be told: Markdown and HTML links, and cells beside the address, of which a
 * date is the date, the longest other one the title, and the next the column. Words of a sentence around an address say nothing.
 */
export function wordsOfLine(line: string, address: string): LineWords {
  const link = markdown.exec(line) ?? html.exec(line);
  if (link?.groups) return ofCells([link.groups['title'] ?? '', ...(link.groups['more'] ?? '').split(cells)]);
  const at = line.indexOf(address);
  const [before, after] = [line.slice(0, at), line.slice(at + address.length)];
  const stands = new RegExp(`(?:^|${beside})$`).test(before) && new RegExp(`^(?:$|${beside})`).test(after);
  return at < 0 || !stands ? NOTHING : ofCells([...before.split(cells), ...after.split(cells)]);
}

function ofCells(parts: readonly string[]): LineWords {
  const read = parts.map((part) => dated(part.replace(bullet, '').replace(/^["'\s]+|["'\s,，;；|]+$/g, '')));
  const date = read.find((one) => one.date !== null)?.date ?? null;
  const words = read.map(({ rest }) => rest).filter((rest) => /\p{L}/u.test(rest) && rest.length <= LONGEST);
  const title = words.toSorted((one, other) => other.length - one.length)[0] ?? '';
  const column = words.find((rest) => rest !== title);
  return { title, date, ...(column !== undefined && { column }) };
}

/** A cell's date, and what is left of the cell: one at its end or its beginning is taken off, one within a title stays. */
function dated(cell: string): { readonly rest: string; readonly date: Wanted['date'] } {
  const [found] = findDates(cell);
  if (found === undefined) {
    const whole = /^[\d\s.\-/[\]()（）【】]+$/.test(cell) ? readDate(cell) : null;
    return whole === null ? { rest: cell, date: null } : { rest: '', date: whole.value };
  }
  const [before, after] = [cell.slice(0, found.start), cell.slice(found.end)].map((part) =>
    part.replace(/^[\s\])】）]+|[\s[(【（]+$/g, '').trim(),
  );
  if (before !== '' && after !== '') return { rest: cell, date: null };
  return { rest: `${before}${after}`, date: found.value };
}
