/** A run of a paragraph: plain words, or words with a mark that the clean essay keeps. */
export interface Run {
  readonly text: string;
  readonly mark?: 'strong' | 'em' | 'sup' | 'a';
  /** Absolute address of a link. */
  readonly href?: string;
}

/** A block of a composed body. What the page shows and what the clean essay must hold both come from it. */
export type Block =
  | { readonly type: 'paragraph'; readonly runs: readonly Run[]; readonly place?: 'centre' | 'right' }
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly type: 'verse'; readonly lines: readonly string[] }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[]; readonly header: boolean }
  | { readonly type: 'image'; readonly src: string; readonly alt: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  /** Words that the page shows inside the body and the clean essay must not hold. */
  | { readonly type: 'boilerplate'; readonly text: string; readonly place: 'centre' | 'right' | 'left' };

/** A paragraph of plain words. */
export const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });

/** Text as HTML text. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');

/** Text as the value of a double-quoted attribute. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

/** A run as clean HTML; forms use it too where their markup has the same marks. */
export function runHtml({ text, mark, href }: Run): string {
  if (mark === undefined) return escapeText(text);
  const open = mark === 'a' ? `<a href="${escapeAttribute(href ?? '')}">` : `<${mark}>`;
  return `${open}${escapeText(text)}</${mark}>`;
}

/** A paragraph's runs as HTML. */
export const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('');
