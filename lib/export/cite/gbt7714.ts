import { escapeHtml } from '../../essay/escape-html.ts';
import { type CslItem, isoDate } from './csl.ts';

/** Which edition of GB/T 7714, and which of its two systems. */
export interface GbtStyle {
  readonly edition: '2015' | '2025';
  readonly system: 'numeric' | 'author-date';
}

interface Marks {
  readonly comma: string;
  readonly colon: string;
  readonly round: (text: string) => string;
}

/** GB/T 7714-2015 writes half-width marks with a space after them, 2025 full-width ones; the full stop is half-width in both. */
const marks: Readonly<Record<GbtStyle['edition'], Marks>> = {
  '2015': { comma: ', ', colon: ': ', round: (text) => `(${text})` },
  '2025': { comma: '，', colon: '：', round: (text) => `（${text}）` },
};

const codes = { webpage: 'EB', 'article-newspaper': 'N', 'article-journal': 'J' } as const;

/** At most three authors are named; of more, the first three and 等. */
function authorsOf(item: CslItem, comma: string): string {
  const names = item.author?.map(({ literal }) => literal) ?? [];
  return names.length > 3 ? [...names.slice(0, 3), '等'].join(comma) : names.join(comma);
}

/** Who answers for the text. The author-date system needs a name and a year, so it says 佚名 and that the year is unknown. */
function responsible(item: CslItem, { edition, system }: GbtStyle): string {
  const { comma } = marks[edition];
  const authors = authorsOf(item, comma);
  if (system === 'numeric') return authors;
  const year = item.issued?.['date-parts'][0][0];
  return `${authors || '佚名'}${comma}${year ?? '[出版年不详]'}${item['year-suffix'] ?? ''}`;
}

/** `(date)` of the portal, or `newspaper, date(page)`, or `journal, year(issue): pages`. */
function publication(item: CslItem, { edition, system }: GbtStyle): string {
  const { comma, colon, round } = marks[edition];
  const date = item.issued ? isoDate(item.issued) : '';
  const title = item['container-title'] ?? '';
  if (item.type === 'webpage') return date === '' ? '' : round(date);
  if (item.type === 'article-newspaper') return `${title}${comma}${date}${item.page ? round(item.page) : ''}`;
  const pages = item.page ? `${colon}${item.page}` : '';
  // The author-date system has the year behind the authors, and a journal's is not said twice.
  const year = system === 'numeric' ? `${comma}${date}` : '';
  return `${title}${year}${round(item.issue ?? '')}${pages}`;
}

const isOnline = (item: CslItem): boolean => item.URL !== undefined || item.archivedUrl !== undefined;

/** 2025 dates the citing of web pages alone; 2015 that of everything online. */
const accessed = (item: CslItem, { edition }: GbtStyle): string =>
  item.accessed && isOnline(item) && (edition === '2015' || item.type === 'webpage')
    ? `[${isoDate(item.accessed)}]`
    : '';

/**
 * A reference by GB/T 7714, without its number: `吴灵臣. 题名[EB/OL]. (2005-07-14)[2026-11-24]. http://….`
 * The standard has no place for an archived copy: its address follows the original one as a second path of access.
 */
export function gbtReference(item: CslItem, style: GbtStyle): string {
  const parts = [
    responsible(item, style),
    `${item.title}[${codes[item.type]}${isOnline(item) ? '/OL' : ''}]`,
    publication(item, style) + accessed(item, style),
    item.URL ?? '',
    item.archivedUrl ? `存档${marks[style.edition].colon}${item.archivedUrl}` : '',
  ];
  return `${parts.filter((part) => part !== '').join('. ')}.`;
}

/** The same reference as rich text, after its number if it has one: a paragraph of HTML with its web addresses as links. */
export function gbtHtml(item: CslItem, style: GbtStyle, number = ''): string {
  const reference = gbtReference(item, style);
  const addresses = [item.URL ?? '', item.archivedUrl ?? ''].filter((address) => /^https?:/i.test(address));
  let html = '';
  let at = 0;
  for (const address of addresses) {
    const start = reference.indexOf(`. ${address}`, at) + 2;
    const found = start > 1 ? start : reference.indexOf(address, at);
    const link = escapeHtml(address);
    html += `${escapeHtml(reference.slice(at, found))}<a href="${link}">${link}</a>`;
    at = found + address.length;
  }
  return `<p>${number}${html}${escapeHtml(reference.slice(at))}</p>`;
}
