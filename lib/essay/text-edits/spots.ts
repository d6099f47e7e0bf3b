import { type Shift, shifted } from '../shifted-figures.ts';
import { isCellEnd, isLineEnd, type Token } from './tokens.ts';

/** A sign of a block's words, and the piece of HTML that it is from. */
export interface Spot {
  /** As plain text has it: a raised figure is ³. At the end of a line `\n`, between the cells of a table `\t`. */
  readonly sign: string;
  /** The piece's place among the tokens. */
  readonly at: number;
  /** The element that raises or lowers it. */
  readonly shift: Shift | null;
}

const isShift = (name: string): name is Shift => name === 'sup' || name === 'sub';

/** The words of a block as plain text has them, sign by sign: lines without white space at their ends, and none that is empty. */
export function spotsOf(tokens: readonly Token[]): readonly Spot[] {
  const lines: Spot[][] = [[]];
  const shifts: Shift[] = [];
  let run: Spot[] = [];
  let before = '';
  const put = (spot: Spot): void => {
    lines.at(-1)?.push(spot);
    before = spot.sign;
  };
  const endRun = (): void => {
    const word = run.map(({ sign }) => sign).join('');
    const [shift = null] = run.map((spot) => spot.shift);
    const signs = shift === null ? [] : [...shifted(word, shift, before)];
    for (const [n, spot] of run.entries()) put({ ...spot, sign: signs[n] ?? spot.sign });
    run = [];
  };
  for (const [at, token] of tokens.entries()) {
    const shift = shifts.at(-1) ?? null;
    if (token.kind === 'sign' && shift !== null && token.name.trim() !== '') {
      run.push({ sign: token.name, at, shift });
      continue;
    }
    endRun();
    if (token.kind === 'open' && isShift(token.name)) shifts.push(token.name);
    if (token.kind === 'close' && isShift(token.name)) shifts.pop();
    if (isLineEnd(token)) {
      put({ sign: '\n', at, shift });
      lines.push([]);
    } else if (isCellEnd(token)) put({ sign: '\t', at, shift });
    else if (token.kind === 'sign') put({ sign: token.name, at, shift });
  }
  endRun();
  const full = lines.map(trimmed).filter(({ words }) => words.length > 0);
  return full.flatMap(({ words, end }, n) => (end === undefined || n === full.length - 1 ? words : [...words, end]));
}

/** The words of a line without the white space at its ends, and what ended it. */
function trimmed(line: readonly Spot[]): { readonly words: readonly Spot[]; readonly end: Spot | undefined } {
  const last = line.at(-1);
  const end = last?.sign === '\n' ? last : undefined;
  const isWord = ({ sign }: Spot): boolean => sign.trim() !== '';
  const from = line.findIndex(isWord);
  return { words: from === -1 ? [] : line.slice(from, line.findLastIndex(isWord) + 1), end };
}
