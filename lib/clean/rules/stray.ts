import { isOfRow } from '../../lines/bylines/byline-line.ts';
import type { Line } from '../../lines/line.ts';
import type { CleanRule } from '../rule.ts';

/** Marks, rules and dashes without a letter or a figure: `—— ◆ ——`, `* * *`. A gap (〓, □) stands for a letter, and `……` for words. */
const ornament = /^(?:(?![〓□])[\p{S}\p{Pd}\p{Pc}*＊·•・※§#＃\s])+$/u;

const isOrnament = (line: Line | undefined): boolean =>
  line !== undefined && ornament.test(line.text) && !isOfRow(line);

/**
 * What the container holds below the essay's end, and no other rule knows by its words; ornaments that open or close what is left.
 * Between paragraphs they part sections of the essay, and stay.
 */
export const stray: CleanRule = {
  id: 'stray',
  find: ({ lines, last }) => {
    const own = lines.filter((line) => line.index <= last);
    let [from, to] = [0, own.length];
    while (isOrnament(own[from])) from += 1;
    while (to > from && isOrnament(own[to - 1])) to -= 1;
    const kept = new Set(own.slice(from, to));
    return lines.filter((line) => !kept.has(line));
  },
};
