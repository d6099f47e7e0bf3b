import { escapeHtml } from '../escape-html.ts';
import { type Shift, unshifted } from '../shifted-figures.ts';
import { commonSigns } from './common-signs.ts';
import { type Spot, spotsOf } from './spots.ts';
import { isInline, type Token, tokensOf } from './tokens.ts';

/** Elements that end with the words that they had: nothing is written on in a link, a raised figure or a reading. */
const closed = /^(?:a|sup|sub|ruby|rp|rt)$/;
/** Elements that hold no words any more. */
const hollow = /<(a|b|i|u|em|strong|sup|sub|ruby|rp|rt)\b[^>]*><\/\1>/g;

/** A stretch of the words that becomes another: the spots `from` to `to` (not included) go, `added` comes. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly added: readonly string[];
}

/**
 * A block's HTML with other words. What stays of the words keeps its markup: links, emphasis, raised figures, images, the lines of a
 * list, the cells of a table. What comes in stands as what it replaces stood, else as what it is written behind. Null where the words
 * share nothing with those of before, or where a line or cell goes that is an element of its own: then the block is written anew.
 */
export function correctBlock(html: string, words: string): string | null {
  const tokens = tokensOf(html);
  const spots = spotsOf(tokens);
  const changes = changesBetween(spots, [...words]);
  if (changes === null) return null;
  const out = tokens.map((token) => token.html);
  const before = new Map<number, string>();
  for (const { from, to, added } of changes) {
    const gone = spots.slice(from, to);
    if (gone.some(({ at }) => tokens[at]?.kind === 'close')) return null;
    for (const { at } of gone) out[at] = '';
    if (added.length === 0) continue;
    const { place, shift } = placeOf(tokens, spots, from, to);
    before.set(place, added.map((sign) => written(sign, shift)).join(''));
  }
  const joined = out.map((part, at) => (before.get(at) ?? '') + part).join('');
  return withoutHollow(joined);
}

const written = (sign: string, shift: Shift | null): string =>
  sign === '\n' ? '<br>' : escapeHtml(shift === null ? sign : unshifted(sign, shift));

/** What goes and what comes, in order; null where nothing stays. */
function changesBetween(spots: readonly Spot[], next: readonly string[]): readonly Change[] | null {
  const places = commonSigns(
    spots.map(({ sign }) => sign),
    next,
  );
  if (places.every((place) => place === -1)) return null;
  const changes: Change[] = [];
  let [from, begin] = [0, 0];
  for (const [to, end] of [...places.entries(), [spots.length, next.length] as const]) {
    if (end === -1) continue;
    if (to > from || end > begin) changes.push({ from, to, added: next.slice(begin, end) });
    [from, begin] = [to + 1, end + 1];
  }
  return changes;
}

/** The token before which words are written that come in the place of the spots `from` to `to`. */
function placeOf(
  tokens: readonly Token[],
  spots: readonly Spot[],
  from: number,
  to: number,
): { readonly place: number; readonly shift: Shift | null } {
  const [first, last] = [spots[from], spots[to - 1]];
  const replaces = to > from && first !== undefined && last !== undefined;
  if (replaces && tokens.slice(first.at, last.at).every(({ kind }) => kind === 'sign'))
    return { place: first.at, shift: first.shift };
  const [previous, next] = [spots[from - 1], spots[to]];
  const behind = previous !== undefined && !isBetween(previous) ? previous : null;
  if (behind === null && next !== undefined && !isBetween(next)) return { place: next.at, shift: next.shift };
  if (behind === null) return { place: behindTags(tokens, (previous ?? { at: -1 }).at + 1), shift: null };
  let place = behind.at + 1;
  while (tokens[place]?.kind === 'close' && closed.test(tokens[place]?.name ?? '')) place += 1;
  return { place, shift: place === behind.at + 1 ? behind.shift : null };
}

/** True for what parts lines and cells. */
const isBetween = ({ sign }: Spot): boolean => sign === '\n' || sign === '\t';

/** Behind the tags at a place that open a line. */
function behindTags(tokens: readonly Token[], from: number): number {
  let place = from;
  while (tokens[place]?.kind === 'open' && !isInline(tokens[place]?.name ?? '')) place += 1;
  return place;
}

function withoutHollow(html: string): string {
  const next = html.replace(hollow, '');
  return next === html ? html : withoutHollow(next);
}
