import { inAuthorDateOrder } from './author-date.ts';
import { bibtexEntry } from './bibtex.ts';
import { type CslItem, cslJson } from './csl.ts';
import { type GbtStyle, gbtHtml, gbtReference } from './gbt7714.ts';
import type { ReferenceForm, ReferencePlace } from './reference-form.ts';
import { risRecord } from './ris.ts';
import { type CiteStyle, isLatin, type PlainStyle } from './styles.ts';

function gbt(style: GbtStyle): ReferenceForm {
  if (style.system === 'author-date') {
    return {
      one: (item) => `${gbtReference(item, style)}\n`,
      html: (item) => gbtHtml(item, style),
      order: inAuthorDateOrder,
    };
  }
  const number = (n: ReferencePlace): string => (n === null ? '' : `[${n + 1}] `);
  return {
    one: (item, n) => `${number(n)}${gbtReference(item, style)}\n`,
    html: (item, n) => gbtHtml(item, style, number(n)),
  };
}

const forms: Readonly<Record<PlainStyle, ReferenceForm>> = {
  gbt7714: gbt({ edition: '2015', system: 'numeric' }),
  'gbt7714-author-date': gbt({ edition: '2015', system: 'author-date' }),
  'gbt7714-2025': gbt({ edition: '2025', system: 'numeric' }),
  'gbt7714-2025-author-date': gbt({ edition: '2025', system: 'author-date' }),
  bibtex: { one: (item, n) => `${n ? '\n' : ''}${bibtexEntry(item)}` },
  ris: { one: (item) => `${risRecord(item)}\r\n` },
  csl: { one: (item, n) => `${n ? ',' : ''}\n${cslJson(item)}`, before: '[', after: '\n]\n' },
};

/** How a style writes; those that romanise are loaded with their dictionary. Rejects where they cannot be loaded. */
export async function loadForm(style: CiteStyle): Promise<ReferenceForm> {
  if (!isLatin(style)) return forms[style];
  const [{ latinForm }, { loadRomaniser }] = await Promise.all([
    import('./latin/latin-form.ts'),
    import('./latin/romaniser.ts'),
  ]);
  return latinForm(style, await loadRomaniser());
}

/** One reference of a list. */
export interface Reference {
  readonly id: string;
  readonly text: string;
}

/** References in a style, as text, as rich text where the style is for people to read, and one by one. */
export interface ReferenceList {
  readonly text: string;
  /** Escaped text, paragraphs, and links to web addresses; null for a form that programs read. */
  readonly html: string | null;
  readonly references: readonly Reference[];
}

/**
 * The list of references to some works, to be taken elsewhere: numbered in the order given, or in the order that the style
 * asks for. A single one has no number: it goes into a list of the reader's own.
 */
export const referenceList = (items: readonly CslItem[], style: PlainStyle): ReferenceList =>
  listBy(forms[style], items);

/** The same of any style, whose form was loaded. */
export function listBy(
  { one, html, order, before = '', after = '' }: ReferenceForm,
  items: readonly CslItem[],
): ReferenceList {
  const ordered = order ? order(items) : items;
  const place = (n: number): ReferencePlace => (ordered.length === 1 ? null : n);
  const references = ordered.map((item, n) => ({ id: item.id, text: one(item, place(n)) }));
  return {
    text: `${before}${references.map(({ text }) => text).join('')}${after}`,
    html: html ? ordered.map((item, n) => html(item, place(n))).join('\n') : null,
    references,
  };
}

/** The same text piece by piece, as the works come; a style with an order of its own takes them all in first. */
export async function* writeReferences(
  items: AsyncIterable<CslItem>,
  style: CiteStyle,
): AsyncGenerator<string, void, void> {
  const { one, order, before = '', after = '' } = await loadForm(style);
  if (before !== '') yield before;
  let n = 0;
  for await (const item of order ? order(await gather(items)) : items) {
    yield one(item, n);
    n += 1;
  }
  if (after !== '') yield after;
}

async function gather(items: AsyncIterable<CslItem>): Promise<CslItem[]> {
  const gathered: CslItem[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}
