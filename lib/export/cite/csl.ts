import type { ArchivedCopy, Essay } from '../../essay/essay.ts';
import type { PartialDate } from '../../essay/partial-date.ts';
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
  readonly accessed?: CslDate;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly section?: string;
  /** None for a page on disk of unknown address: its path is no one else's. */
  readonly URL?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly language: 'zh-CN';
  readonly abstract?: string;
  readonly keyword?: string;
  readonly note?: string;
}

const cslDate = (date: PartialDate): CslDate => ({ 'date-parts': [date.slice(0, 10).split('-').map(Number)] });

/** Names of the archives that have one; a saved file is no archive. */
const archiveNames: Readonly<Record<string, string>> = {
  wayback: 'Internet Archive',
  'archive-today': 'archive.today',
};

const archiveFields = (copy: ArchivedCopy | null): Pick<CslItem, 'archive' | 'archive_location'> => {
  if (copy?.url == null) return {};
  const archive = archiveNames[copy.archive];
  return { ...(archive === undefined ? {} : { archive }), archive_location: copy.url };
};

type Publication = Pick<CslItem, 'type' | 'container-title' | 'issued' | 'issue' | 'page' | 'publisher' | 'section'>;

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
    ...(institution ? { 'container-title': institution, publisher: institution } : {}),
    ...(publishedOn ? { issued: cslDate(publishedOn) } : {}),
    ...(column.length > 0 ? { section: column.join(' > ') } : {}),
  };
}

/** What has no field of its own in references: said in words, each with its label. */
function noteOf({ essay, note }: ExportRecord, { type }: Publication): string {
  const reprint = type !== 'webpage';
  const facts: readonly (readonly [string, string | null])[] = [
    ['信息来源', reprint ? null : essay.source],
    ['转载网站', reprint ? essay.institution : null],
    ['网站发布日期', reprint ? essay.publishedOn : null],
    ['提供单位', essay.unit],
    ['存档时间', essay.archivedCopy?.capturedAt ?? null],
    ['附注', note],
  ];
  return facts.flatMap(([label, value]) => (value ? [`${label}：${value}`] : [])).join('；');
}

/** The CSL-JSON item of an essay; its id is a key that BibTeX takes too. */
export function cslItem(record: ExportRecord): CslItem {
  const { essay, capture, tags } = record;
  const publication = publicationOf(essay);
  const note = noteOf(record, publication);
  const keywords = [...new Set([...essay.keywords, ...tags])];
  return {
    id: `wencun-${record.id}`,
    title: essay.title,
    ...(essay.authors.length > 0 ? { author: essay.authors.map((literal) => ({ literal })) } : {}),
    ...publication,
    ...(capture ? { accessed: cslDate(capture.takenAt) } : {}),
    ...(/^https?:/i.test(essay.originalUrl) ? { URL: essay.originalUrl } : {}),
    ...archiveFields(essay.archivedCopy),
    language: 'zh-CN',
    ...(essay.abstract ? { abstract: essay.abstract } : {}),
    ...(keywords.length > 0 ? { keyword: keywords.join(', ') } : {}),
    ...(note === '' ? {} : { note }),
  };
}

/** A date of CSL as ISO 8601, as precise as it is: `2005-07`. */
export const isoDate = (date: CslDate): string =>
  date['date-parts'][0].map((part, n) => String(part).padStart(n === 0 ? 4 : 2, '0')).join('-');
