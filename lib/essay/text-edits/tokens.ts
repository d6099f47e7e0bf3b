/** A piece of a block's HTML: a tag, or one sign of its text. */
export interface Token {
  readonly kind: 'open' | 'close' | 'void' | 'sign';
  /** As it stands in the HTML. */
  readonly html: string;
  /** The element's name in lower case, or the sign itself. */
  readonly name: string;
}

const piece = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>|&(#?\w+);|./gisu;
const empty = /^(?:br|img|hr)$/;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  '#39': "'",
};

/** The pieces of an essay's HTML, in order: put together, they are it again. It is our own writer's and sanitised. */
export function tokensOf(html: string): readonly Token[] {
  return Array.from(html.matchAll(piece), ({ 0: whole, 1: slash, 2: element, 3: entity }): Token => {
    if (element === undefined) return { kind: 'sign', html: whole, name: entities[entity ?? ''] ?? whole };
    const name = element.toLowerCase();
    if (slash) return { kind: 'close', html: whole, name };
    return { kind: empty.test(name) ? 'void' : 'open', html: whole, name };
  });
}

/** Elements in a block whose end is the end of a line. */
const endsLine = /^(?:p|h\d|li|tr|pre|div|caption|figcaption|blockquote)$/;

/** True for what ends a line of a block's words. */
export const isLineEnd = ({ kind, name }: Token): boolean =>
  kind === 'sign' ? name === '\n' : name === 'br' || (kind === 'close' && endsLine.test(name));

/** True for an element whose tags stand within a line. */
export const isInline = (name: string): boolean => /^(?:a|b|i|u|em|strong|sup|sub|ruby|rp|rt)$/.test(name);

/** True for what stands between two cells of a table, or behind the last. */
export const isCellEnd = ({ kind, name }: Token): boolean => kind === 'close' && /^t[dh]$/.test(name);
