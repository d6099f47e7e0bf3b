import type { CslItem } from '../cite/csl.ts';

/** Writes a Chinese name in Latin letters, e.g. `Wang Xiaoming`; `''` for what is no name. */
export type Romanise = (name: string) => string;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `March 1, 2005`, `March 2005`, `2005`: as precise as the work tells. */
function dateWords(date: CslItem['issued']): string {
  const [year, month, day] = date?.['date-parts'][0] ?? [];
  if (year === undefined) return '';
  const name = month === undefined ? undefined : months[month - 1];
  if (name === undefined) return String(year);
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`;
}

/**
 * A footnote by The Chicago Manual of Style, 17th edition, 14.206 (web pages) and 11.90 (Chinese: romanised name, then characters).
 * What the work lacks is left out.
 */
export function chicagoNote(work: CslItem, romanise: Romanise): string {
  const authors = (work.author ?? []).map(({ literal }) => [romanise(literal), literal].filter(Boolean).join(' '));
  const names =
    authors.length > 3 ? `${authors[0]} et al.` : new Intl.ListFormat('en', { type: 'conjunction' }).format(authors);
  const issue = work.issue === undefined ? '' : `no. ${work.issue}`;
  const place = [work['container-title'], issue].filter(Boolean).join(', ');
  const parts = [
    place,
    work.type === 'article-journal' && issue !== '' ? `(${dateWords(work.issued)})` : dateWords(work.issued),
    work.archivedUrl ?? work.URL,
  ].filter(Boolean);
  const title = `“${work.title}${parts.length > 0 ? ',' : '.'}”`;
  return `${[names, title].filter(Boolean).join(', ')}${parts.length > 0 ? ` ${parts.join(', ')}.` : ''}`;
}
