import { attributeOf, query, queryAll } from '../dom/tree.ts';
import type { FoundField } from '../essay/found.ts';
import { readAuthors } from '../lines/bylines/authors.ts';
import { readDate } from '../text/dates.ts';
import type { FoundFields } from './found-fields.ts';
import { readSource } from './source.ts';

/** Names of `<meta>` elements that article templates write (Hanweb and TRS: docs/portals.md 1.5 and 1.0), by field. */
const names = {
  title: ['ArticleTitle'],
  date: [
    'PubDate',
    'publishdate',
    'firstpublishedtime',
    'article:published_time',
    'DC.date.issued',
    'citation_publication_date',
  ],
  author: ['author', 'Author', 'citation_author'],
  source: ['ContentSource', 'contentSource', 'Source'],
  column: ['ColumnName'],
} as const;

/**
 * Fields from `<meta>` elements, wherever they stand, but for those of an archive (`skip`). `isTemplate` says that the page bears an article template's own names
 * (ArticleTitle, PubDate): only then are author and keywords of the article, and not of the site.
 */
export function readMetas(document: Document, skip: ReadonlySet<Element>, notAfter?: string): FoundFields {
  const metas = new Map<string, string>();
  for (const meta of queryAll(document, 'meta[name], meta[property]')) {
    if (skip.has(meta)) continue;
    const name = (attributeOf(meta, 'name') ?? attributeOf(meta, 'property') ?? '').toLowerCase();
    const content = attributeOf(meta, 'content')?.trim();
    if (content && !metas.has(name)) metas.set(name, content);
  }
  const find = (list: readonly string[]): { name: string; content: string } | null => {
    const name = list.find((one) => metas.has(one.toLowerCase()));
    const content = name === undefined ? undefined : metas.get(name.toLowerCase());
    return name === undefined || content === undefined ? null : { name, content };
  };
  const fields: FoundFields = {};
  const title = find(names.title);
  const date = find(names.date);
  const published = date && readDate(date.content, { labelled: true, ...(notAfter === undefined ? {} : { notAfter }) });
  if (date && published) fields.publishedOn = { value: published.value, raw: date.content, place: `meta:${date.name}` };
  if (!title) return fields;
  fields.title = { value: title.content, raw: title.content, place: `meta:${title.name}` };
  const author = find(names.author);
  const authors = author && readAuthors(author.content);
  if (author && authors && authors.persons.length > 0)
    fields.authors = { value: authors.persons, raw: author.content, place: `meta:${author.name}` };
  const source = find(names.source);
  const from = source && readSource(source.content);
  if (source && from) fields.source = { value: from.source, raw: source.content, place: `meta:${source.name}` };
  const column = find(names.column);
  if (column) fields.column = { value: [column.content], raw: column.content, place: `meta:${column.name}` };
  return fields;
}

/** A list of key words of which fewer occur on the page is the portal's, not the essay's. */
const share = 1 / 3;

/**
 * The key words of `<meta name=keywords>` when they are the essay's own: because the CMS writes them so (`own`), or because the
 * essay uses some of them.
 */
export function readKeywords(document: Document, text: string, own: boolean): FoundField<readonly string[]> | null {
  const content = attributeOf(query(document, 'meta[name="keywords" i]'), 'content') ?? '';
  const value = content.split(/[\s,，;；、|]+/).filter((word) => word !== '');
  if (value.length === 0 || value.length > 12 || /党校|行政学院|网站/.test(content)) return null;
  const used = value.filter((word) => text.includes(word));
  return own || used.length >= value.length * share ? { value, raw: content, place: 'meta:keywords' } : null;
}
