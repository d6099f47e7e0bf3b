import type { CslDate, CslItem } from '../csl.ts';
import type { Piece } from './pieces.ts';
import type { Romaniser } from './romaniser.ts';

/** Year, month and day of a date, as far as it tells them; null for none. */
export function dateOf(date: CslDate | undefined): { year: number; month?: number; day?: number } | null {
  const [year, month, day] = date?.['date-parts'][0] ?? [];
  if (year === undefined) return null;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

const months = 'January February March April May June July August September October November December'.split(' ');
/** The name of a month from 1. */
export const monthName = (month: number): string => months[month - 1] ?? '';

/** `July 14, 2005`, `July 2005`, `2005`. */
export function americanDate(date: CslDate | undefined): string {
  const told = dateOf(date);
  if (told === null) return '';
  if (told.month === undefined) return String(told.year);
  return `${monthName(told.month)} ${told.day === undefined ? '' : `${told.day}, `}${told.year}`;
}

/** A name or a title in Latin letters with the Chinese behind it; a text without Chinese as it is. */
export const withChinese = (latin: string | null, text: string): string => (latin === null ? text : `${latin} ${text}`);

/** The authors as Chicago and MLA name Chinese ones: family name first, without a comma, and the characters. */
export const chineseNames = ({ author = [] }: CslItem, { person, body }: Romaniser): readonly string[] =>
  author.map(({ literal }) => {
    const name = person(literal);
    return withChinese(name === null ? body(literal) : `${name.family} ${name.given}`, literal);
  });

/** True for a text that ends a sentence by itself. */
const endsItself = (text: string): boolean => /[.?!…。？！][”’》]?$/u.test(text);

/** The text as a sentence; a full stop goes before a closing quotation mark, as American styles have it. */
export const sentence = (text: string): string =>
  endsItself(text) ? text : text.endsWith('”') ? `${text.slice(0, -1)}.”` : `${text}.`;

/** A text that is to stand within double quotation marks: its own become single ones. */
const within = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’');

/** The title in quotation marks, as a sentence: `“Lun xianyu jingji” 论县域经济.`, `“Reform.”` */
export function quotedTitle({ title }: CslItem, { title: romanise }: Romaniser): string {
  const latin = romanise(title);
  return latin === null ? `“${within(sentence(title))}”` : sentence(`“${within(latin)}” ${title}`);
}

/** Where the work stands: the name of a newspaper or journal, which are in italics, or of the body whose site it is. */
export function containerOf(item: CslItem, { title, body }: Romaniser): string {
  const name = item['container-title'] ?? '';
  return name === '' ? '' : withChinese(item.type === 'webpage' ? body(name) : title(name), name);
}

/** Which digits the last page of a range has: all; two at least, as MLA writes; or as few as Chicago does (9.61). */
type RangeForm = 'all' | 'two' | 'chicago';

/** Page numbers with a dash for a range. */
export const pageRange = (pages: string, form: RangeForm): string =>
  pages.replace(/(\w+)\s*[-–—~～]\s*(\w+)/gu, (_, from: string, to: string) => `${from}–${shortened(from, to, form)}`);

function shortened(from: string, to: string, form: RangeForm): string {
  const first = Number(from);
  if (
    form === 'all' ||
    Number.isNaN(first) ||
    from.length !== to.length ||
    first < 100 ||
    (form === 'chicago' && first % 100 === 0)
  )
    return to;
  let same = 0;
  while (from[same] === to[same] && same < to.length - 1) same += 1;
  const few = form === 'chicago' && first % 100 < 10 ? 1 : 2;
  return to.slice(Math.min(same, to.length - few));
}

/** The address that a work is found at, and the archived copy's where it has both. */
export interface Addresses {
  readonly main: string;
  readonly archived: string;
}

/** A work that only an archive has is found there. */
export const addressesOf = ({ URL = '', archivedUrl = '' }: CslItem): Addresses =>
  URL === '' ? { main: archivedUrl, archived: '' } : { main: URL, archived: archivedUrl };

/** Where the archived copy is, as a sentence of its own behind the reference. */
export const archivedAt = ({ archived }: Addresses): readonly Piece[] =>
  archived === '' ? [] : [' Archived at ', { link: archived }, '.'];
