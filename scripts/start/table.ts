/** Columns of the terminal that a character takes: two for Chinese and full-width forms (UAX 11), else one. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (/[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/.test(character) ? 2 : 1), 0);

/** The text cut to a width, with an ellipsis when something had to go. */
function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const kept = Array.from(text).reduce((so, next) => (widthOf(so + next) < width ? so + next : so), '');
  return `${kept}…`;
}

const fill = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Rows as a table of plain text, each column as wide as its widest cell and at most `widest` terminal columns. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], widest = 30): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cut(cell, widest)));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => fill(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
