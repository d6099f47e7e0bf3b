/** What ends a line of text that is shown as it stands. */
const lineEnd = /\r\n?|\n/;
/** What a line ends in that is no sentence's middle. */
export const sentenceEnd = /[。！？：；][”）」]?$/;
/** A line that one clause ends in and the next begins in; verse has a line for each. */
export const runsThrough = /[，。、；：！？].*[^，。；：！？”）」]$/;
/** Lines that are broken at a fixed width have so many characters, but for a few that may not start a line. */
const least = 16;
const most = 64;
const slack = 4;
/** Of lines that a sentence runs on from, by their characters, so many are full where a text is broken at a fixed width; so many of all lines are such lines. */
const shares = { full: 0.7, open: 0.4, clauses: 0.5 } as const;

/** The width of a text as it is shown, in Han characters: a pair of Latin letters or blanks counts one. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (sign < '\u0100' ? 0.5 : 1), 0);

const indentOf = (row: string): number => widthOf(/^[^\S\r\n]*/.exec(row)?.[0] ?? '');

/**
 * The lines of a preformatted text. Where its lines are broken at a fixed width, those of a paragraph are one: the line ends within are
 * white space as anywhere else. A blank line, an indent and a line that is not full end a paragraph.
 */
export function rowsOf(text: string): readonly string[] {
  const rows = text.split(lineEnd);
  const filled = rows.filter((row) => row.trim() !== '');
  if (filled.length < 3) return rows;
  // What stands further left, a footer perhaps, is less than a sixth.
  const margin = filled.map(indentOf).toSorted((one, other) => one - other)[Math.floor(filled.length / 6)] ?? 0;
  const goesOn = (at: number): boolean => {
    const next = rows[at + 1] ?? '';
    return next.trim() !== '' && indentOf(next) <= margin;
  };
  const inner = rows.filter((row, at) => row.trim() !== '' && goesOn(at)).map((row) => row.trimEnd());
  const width = inner.reduce((widest, row) => Math.max(widest, widthOf(row)), 0);
  const isFull = (row: string): boolean => widthOf(row.trimEnd()) >= width - slack;
  const open = inner.filter((row) => !sentenceEnd.test(row));
  const full = open.filter(isFull);
  const isWrapped =
    width >= least &&
    width <= most &&
    open.length >= Math.max(2, inner.length * shares.open) &&
    full.join('').length >= open.join('').length * shares.full &&
    full.filter((row) => runsThrough.test(row)).length >= full.length * shares.clauses;
  if (!isWrapped) return rows;
  const joined: string[] = [];
  rows.forEach((row, at) => {
    const before = rows[at - 1];
    if (before !== undefined && before.trim() !== '' && isFull(before) && goesOn(at - 1))
      joined[joined.length - 1] += `\n${row}`;
    else joined.push(row);
  });
  return joined;
}
