import type { Essay } from '../../essay/essay.ts';
import type { PartialDate } from '../../essay/partial-date.ts';
import { ownWords } from '../own-words.ts';
import type { ExportRecord } from '../record.ts';

/** A date of CSL-JSON, as precise as its source. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}

/** An essay as CSL-JSON, the record that every form of reference is written from. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'article-newspaper' | 'article-journal';
  readonly title: string;
  /** Persons and organisations alike are whole names: a Chinese name is never turned round. */
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: CslDate;
  /** `a`, `b` … in a list by author and date, where works of the same authors and year stand in it. */
  readonly 'year-suffix'?: string;
  /** Of a list that writes the authors of the entry before as a line. */
  readonly 'same-author'?: true;
  readonly accessed?: CslDate;
  readonly 'container-title'?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly section?: string;
  /** None for a page on disk of unknown address: its path is no one else's. */
  readonly URL?: string;
  /** Address of the archived copy: our own field, which CSL-JSON tells in `note` (see `cslJson`). */
  readonly archivedUrl?: string;
  readonly language: 'zh-CN';
  readonly abstract?: string;
  readonly keyword?: string;
  /** Facts that have no field of their own, each with its label. */
  readonly note?: string;
  /** The reader's own note and marked passages, which no style is to print among the facts. */
  readonly annote?: string;
}

const cslDate = (date: PartialDate): CslDate => ({ 'date-parts': [date.slice(0, 10).split('-').map(Number)] });

type Publication = Pick<CslItem, 'type' | 'container-title' | 'issued' | 'issue' | 'page' | 'section'>;

/**
 * Where the essay was published: the newspaper or journal when the page tells its issue, else the portal.
 * The portal's date is never given to a newspaper, nor a newspaper's to the portal.
 */
function publicationOf({ issue, institution, publishedOn, column }: Essay): Publication {
  const page = issue?.page ? { page: issue.page } : {};
  if (issue?.issue && issue.year !== null) {
    const issued = cslDate(String(issue.year));
    return { type: 'article-journal', 'container-title': issue.title, issued, issue: issue.issue, ...page };
  }
  if (issue?.date) {
    return { type: 'article-newspaper', 'container-title': issue.title, issued: cslDate(issue.date), ...page };
  }
  return {
    type: 'webpage',
    ...(institution ? { 'container-title': institution } : {}),
    ...(publishedOn ? { issued: cslDate(publishedOn) } : {}),
    ...(column.length > 0 ? { section: column.join(' > ') } : {}),
  };
}

/** What has no field of its own in references, each fact with its label. */
export function besideFacts({ essay }: ExportRecord, type: CslItem['type']): readonly (readonly [string, string])[] {
  const reprint = type !== 'webpage';
  const facts: readonly (readonly [string, string | null])[] = [
    ['信息来源', reprint ? null : essay.source],
    ['转载网站', reprint ? essay.institution : null],
    ['网站发布日期', reprint ? essay.publishedOn : null],
    ['提供单位', essay.unit],
    ['存档时间', essay.archivedCopy?.capturedAt ?? null],
    // Last, so that no sign follows the address.
    ['存档', essay.archivedCopy?.url ? plainAddress(essay.archivedCopy.url) : null],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

/** The CSL-JSON item of an essay with all that the reader wrote and marked in it. */
export async function annotatedItem(record: ExportRecord): Promise<CslItem> {
  const annote = ownWords(record, await record.highlights());
  return { ...cslItem(record), ...(annote === '' ? {} : { annote }) };
}

/** The CSL-JSON item of an essay, marked passages aside; its id is a key that BibTeX takes too. */
export function cslItem(record: ExportRecord): CslItem {
  const { essay, capture, tags } = record;
  const publication = publicationOf(essay);
  const note = besideFacts(record, publication.type)
    .map(([label, value]) => `${label}：${value}`)
    .join('；');
  const annote = ownWords(record, []);
  const keywords = [...new Set([...essay.keywords, ...tags])];
  return {
    id: `wencun-${record.id}`,
    title: essay.title,
    ...(essay.authors.length > 0 ? { author: essay.authors.map((literal) => ({ literal })) } : {}),
    ...publication,
    ...(capture ? { accessed: cslDate(capture.takenAt) } : {}),
    ...(/^https?:/i.test(essay.originalUrl) ? { URL: plainAddress(essay.originalUrl) } : {}),
    ...(essay.archivedCopy?.url == null ? {} : { archivedUrl: plainAddress(essay.archivedCopy.url) }),
    language: 'zh-CN',
    ...(essay.abstract ? { abstract: essay.abstract } : {}),
    ...(keywords.length > 0 ? { keyword: keywords.join(', ') } : {}),
    ...(note === '' ? {} : { note }),
    ...(annote === '' ? {} : { annote }),
  };
}

/**
 * The item as programs read it. The standard's styles print a web page's publisher instead of its day, and an archive behind the
 * title, and Zotero drops both: so the school is the page's site alone, and the archived copy stands in the note. The reader's own
 * words stand there too, since Zotero drops `annote`; before all else, so that the address stays last.
 */
export function cslJson(item: CslItem): string {
  const { archivedUrl: _own, note: facts, annote, ...others } = item;
  const note = [annote, facts].filter((part) => part !== undefined).join('；');
  return JSON.stringify({
    ...others,
    title: plainTitle(item.title),
    ...(note === '' ? {} : { note }),
  });
}

/** What processors of CSL read as formatting in a title, and Zotero with them. */
const richText = /<(?=\/?(?:i|b|su[bp]|sc|span)\b)/gi;

/** A title none of whose words is taken for formatting: a word joiner, which nothing shows, keeps it text. */
export const plainTitle = (title: string): string => title.replace(richText, '<\u2060');

/** Characters that no address may hold, and that old servers were asked with all the same. */
const unsafe = /[\s"<>\\^`{|}]|%(?![0-9a-f]{2})/gi;

/** An address that programs take for one: what it may not hold is encoded, what it may is left as it stands. */
export const plainAddress = (address: string): string => address.trim().replace(unsafe, encodeURIComponent);

/** A date of CSL as ISO 8601, as precise as it is: `2005-07`. */
export const isoDate = (date: CslDate): string =>
  date['date-parts'][0].map((part, n) => String(part).padStart(n === 0 ? 4 : 2, '0')).join('-');
