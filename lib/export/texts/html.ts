import { type CslItem, cslItem, isoDate } from '../cite/csl.ts';
import { type FormatOptions, readerOf } from '../format.ts';
import type { ExportRecord } from '../record.ts';
import { escapeXml } from '../xml.ts';
import { articleOf } from './article.ts';
import { essayTitle } from './facts.ts';
import { dataUrl, imagesOf } from './images.ts';
import { dress } from './page-theme.ts';

const style = `${dress}html { color-scheme: light dark; background: light-dark(#fffefb, #171614); color: light-dark(#211d18, #e9e2d6); }
body { max-width: 38em; margin: 0 auto; padding: 3em 1.5em; font: 1.1em/1.9 "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
@media print {
  @page { margin: 2.2cm 2.4cm; }
  html { color-scheme: light; background: none; color: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  a { text-decoration: none; }
  p { orphans: 3; widows: 3; }
  table, img { break-inside: avoid; }
}
`;

/**
 * Zotero's names of what is cited; its own tag, since it takes whatever has a citation_title for a journal article. A
 * `citation_journal_title` prevails over it, so that a newspaper is named by PRISM's tag alone.
 */
const zoteroTypes = {
  webpage: 'webpage',
  'article-newspaper': 'newspaperArticle',
  'article-journal': 'journalArticle',
} as const;

/** Tags that Zotero and search engines of papers read a page by (Highwire Press; the page's site by Open Graph). */
function metas(item: CslItem): readonly (readonly [name: string, content: string | undefined])[] {
  const periodical = item.type !== 'webpage';
  const pages = item.page?.split(/[-–—]/) ?? [];
  return [
    ['citation_title', item.title],
    ...(item.author ?? []).map(({ literal }) => ['citation_author', literal] as const),
    ['citation_publication_date', item.issued && isoDate(item.issued).replaceAll('-', '/')],
    ['citation_journal_title', item.type === 'article-journal' ? item['container-title'] : undefined],
    ['prism.publicationName', item.type === 'article-newspaper' ? item['container-title'] : undefined],
    ['citation_issue', item.issue],
    ['citation_firstpage', pages[0]],
    ['citation_lastpage', pages[1]],
    ['citation_public_url', item.URL],
    ['citation_language', item.language],
    ['citation_keywords', item.keyword?.replaceAll(', ', ';')],
    ['citation_abstract', item.abstract],
    ['z:itemType', zoteroTypes[item.type]],
    ['og:site_name', periodical ? undefined : item['container-title']],
  ];
}

/**
 * The essay as one page that stands by itself: its images in it, no script, nothing that is loaded. The page says so in a
 * policy of its own, whatever a damaged essay may hold.
 */
export async function essayHtml(record: ExportRecord, options: FormatOptions): Promise<string> {
  const { html } = record.essay;
  const body = readerOf(options)(html);
  const images = await imagesOf(record, body);
  const article = await articleOf(record, body, (address) => {
    const image = images.get(address);
    return image === undefined ? null : dataUrl(image);
  });
  const tags = metas(cslItem(record)).flatMap(([name, content]) => {
    const attribute = name.startsWith('og:') ? 'property' : 'name';
    return content ? [`<meta ${attribute}="${name}" content="${escapeXml(content.replace(/\s+/g, ' '))}"/>\n`] : [];
  });
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
<meta name="viewport" content="width=device-width"/>
<meta name="generator" content="文存 Wencun"/>
<title>${escapeXml(essayTitle(record.essay))}</title>
${tags.join('')}<style>
${style}</style>
</head>
<body>
${article}</body>
</html>
`;
}
