import { besideFacts, cslItem, isoDate, plainTitle } from '../export/cite/csl.ts';
import type { ExportRecord } from '../export/record.ts';
import { creatorsOf, type ZoteroCreator } from './creators.ts';

/** A tag of Zotero; 1 marks one that was not set by hand. */
export interface ZoteroTag {
  readonly tag: string;
  readonly type?: 1;
}

/** Fields of an item as Zotero's JSON has them, those of its type alone. */
export interface ZoteroItem {
  readonly itemType: 'webpage' | 'newspaperArticle' | 'journalArticle';
  readonly title: string;
  readonly creators: readonly ZoteroCreator[];
  readonly abstractNote: string;
  readonly date: string;
  readonly url: string;
  readonly accessDate: string;
  readonly language: string;
  readonly extra: string;
  readonly websiteTitle?: string;
  readonly websiteType?: string;
  readonly publicationTitle?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly tags: readonly ZoteroTag[];
}

const itemTypes = {
  webpage: 'webpage',
  'article-newspaper': 'newspaperArticle',
  'article-journal': 'journalArticle',
} as const;

/** What Zotero calls the type of a site's page; an essay has none. */
const pageTypes = { essay: '', notice: '通知', news: '新闻' } as const;

/** The line of `extra` by which an item is found again when nothing else is known of it. */
export const markInExtra = (id: string): string => `Wencun: ${id}`;

/**
 * An essay as an item of Zotero. The archived copy stands in `extra` in words, for every type: a web page has no field for it, and
 * where one stands under CSL's own name (`Archive Location`) the official styles of GB/T 7714 print it behind the title.
 */
export function zoteroItem(record: ExportRecord): ZoteroItem {
  const { essay, capture, id, tags } = record;
  const item = cslItem(record);
  const facts = besideFacts(record, item.type).map(([label, value]) => `${label}：${value}`);
  const column = item.section === undefined ? [] : [`栏目：${item.section}`];
  const place =
    item.type === 'webpage'
      ? { websiteTitle: item['container-title'] ?? '', websiteType: pageTypes[essay.kind] }
      : {
          publicationTitle: item['container-title'] ?? '',
          pages: item.page ?? '',
          ...(item.type === 'article-journal' && { issue: item.issue ?? '' }),
        };
  return {
    itemType: itemTypes[item.type],
    title: plainTitle(essay.title),
    creators: creatorsOf(essay),
    abstractNote: essay.abstract ?? '',
    date: item.issued ? isoDate(item.issued) : '',
    url: item.URL ?? '',
    // Zotero takes no fractions of seconds.
    accessDate: capture?.takenAt.replace(/\.\d+(?=Z$)/, '') ?? '',
    language: item.language,
    extra: [...column, ...facts, markInExtra(id)].join('\n'),
    ...place,
    tags: tagsOf(essay.keywords, tags),
  };
}

/** The page's key words as tags that were not set by hand, and the reader's own; each name once, the reader's first. */
function tagsOf(keywords: readonly string[], own: readonly string[]): readonly ZoteroTag[] {
  const names = new Set(own);
  const found = [...new Set(keywords)].filter((word) => word.trim() !== '' && !names.has(word));
  return [...[...names].map((tag) => ({ tag })), ...found.map((tag) => ({ tag, type: 1 as const }))];
}
