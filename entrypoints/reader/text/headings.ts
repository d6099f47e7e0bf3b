/** A heading of a shown essay: where a section begins. */
export interface Heading {
  readonly element: HTMLElement;
  readonly text: string;
  /** Depth in the table of contents, from 1 without gaps. */
  readonly level: number;
}

const numeral = '[〇零一二三四五六七八九十百0-9０-９]{1,4}';
/** The ways in which Chinese essays number their sections, from the outermost inward. */
const numberings: readonly RegExp[] = [
  new RegExp(`^第${numeral}[编篇部]`, 'u'),
  new RegExp(`^第${numeral}章`, 'u'),
  new RegExp(`^第${numeral}节`, 'u'),
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[IVXⅠ-Ⅻ]{1,4}[、.．])/u,
  /^[（(〔][一二三四五六七八九十]{1,3}[）)〕]/u,
];
/** Headings without a number that essays have by custom. */
const customary = /^(?:引言|前言|导言|导论|绪论|结语|结论|余论|小结|结束语|摘要|参考文献|注释|附录)[:：]?$/u;

/** The longest heading of the corpus's kind, in characters: beyond it a numbered paragraph is running text. */
const longest = 45;
/** A sentence that goes on is no heading. */
const sentence = /[。；！？…，,;].*[。；！？]|[。；]$|[，,：:；;]$/u;

/** The headings of a shown essay in their order: its own heading elements, and short paragraphs numbered as sections are. */
export function findHeadings(essay: Element): Heading[] {
  const found = [...essay.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6, p')].flatMap((element) => {
    const text = (element.textContent ?? '').replace(/\s+/gu, ' ').trim();
    const rank = rankOf(element, text);
    return rank === null ? [] : [{ element, text, rank }];
  });
  const ranks = [...new Set(found.map(({ rank }) => rank))].sort((a, b) => a - b);
  return found.map(({ element, text, rank }) => ({ element, text, level: ranks.indexOf(rank) + 1 }));
}

/** How far outward a heading stands, less is further; null for running text. */
function rankOf(element: Element, text: string): number | null {
  if (text === '' || element.closest('table, li') !== null) return null;
  const numbering = numberings.findIndex((pattern) => pattern.test(text));
  if (/^h[1-6]$/.test(element.localName)) return numbering >= 0 ? numbering : 2 + Number(element.localName[1]) / 10;
  if (text.length > longest || sentence.test(text) || element.querySelector('br') !== null) return null;
  if (numbering >= 0) return numbering;
  return customary.test(text) ? 3 : null;
}
