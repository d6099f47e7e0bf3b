import type { Line } from '../dom/lines.ts';
import { isLabelOnly } from './labels.ts';

/**
 * Lines as credits are read from them: a label in a cell or element of its own is joined with the value that follows it in the
 * same table row or block. NBSP twice parts the cells, as it parts fields within a line.
 */
export function creditRows(lines: readonly Line[]): string[] {
  const rows: { raw: string; line: Line }[] = [];
  for (const line of lines) {
    const before = rows.at(-1);
    const isNext = before && line.index === before.line.index + 1 && shareRow(before.line, line);
    if (isNext && isLabelOnly(before.raw))
      rows[rows.length - 1] = {
        raw: `${before.raw.trim()}${/[:：]\s*$/.test(before.raw) ? '' : '：'}${line.raw}`,
        line,
      };
    else if (isNext && before.line.block !== line.block)
      rows[rows.length - 1] = { raw: `${before.raw}\u00a0\u00a0${line.raw}`, line };
    else rows.push({ raw: line.raw, line });
  }
  return rows.map(({ raw }) => raw);
}

function shareRow(one: Line, other: Line): boolean {
  const row = one.block.closest('tr');
  if (row) return row === other.block.closest('tr') && one.block !== other.block;
  return /^(?:DT|DD|LI|SPAN)$/i.test(one.block.tagName) && one.block.parentElement === other.block.parentElement;
}
