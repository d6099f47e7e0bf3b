import { base64OfBytes } from '../../essay/base64.ts';
import { cslItem } from '../cite/csl.ts';
import { referenceList } from '../cite/references.ts';
import { type Bytes, type FormatOptions, type Records, readerOf } from '../format.ts';
import type { ExportRecord } from '../record.ts';
import { articleOf } from '../texts/article.ts';
import { essayTitle } from '../texts/facts.ts';
import { dataUrl, imagesOf } from '../texts/images.ts';
import { escapeXml } from '../xml.ts';
import { pageChoices } from './page-choices.ts';
import { pageStyle } from './page-style.ts';
import { pageWords } from './page-words.ts';
import { pageSearch } from './search-in-page.ts';
import { viewPage } from './view-page.ts';

/** The script of the page: the functions as they are written here, and the words in their languages. */
const pageScript = (): string =>
  `(${viewPage})((${pageSearch})(), (${pageChoices})(${JSON.stringify(pageWords).replaceAll('<', '\\u003c')}));`;

/** Runs before the essays come: hidden from the start, thousands of them are never laid out. */
const startScript = "document.documentElement.classList.add('js')";

/** What a policy names a script or a sheet of the page by (CSP Level 3, `hash-source`). */
async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${base64OfBytes(new Uint8Array(digest))}'`;
}

/** The record without what the reader wrote and marked: what is handed over, unless the reader says otherwise. */
const withoutOwnWork = (record: ExportRecord): ExportRecord => ({
  ...record,
  tags: [],
  note: '',
  highlights: async () => [],
});

/**
 * Essays as a library in one file: contents, full-text search, reading styles and citations, in three languages. It opens from the disk
 * in any browser; its policy lets it run its own script alone and load nothing. Without scripts it is one long document. What is
 * held while it is written is one essay, and a line for each of them.
 */
export async function* writeLibrary(records: Records, options: FormatOptions = {}): Bytes {
  const encoder = new TextEncoder();
  const script = pageScript();
  const title = escapeXml(options.title ?? '文存');
  const given = { ...options, readHtml: readerOf(options) };
  const policy = `default-src 'none'; script-src ${await hashOf(startScript)} ${await hashOf(script)}; style-src ${await hashOf(pageStyle)}; img-src data:; base-uri 'none'; form-action 'none'`;
  yield encoder.encode(`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy}"/>
<meta name="referrer" content="no-referrer"/>
<meta name="viewport" content="width=device-width"/>
<meta name="generator" content="文存 Wencun"/>
<title>${title}</title>
<style>${pageStyle}</style>
<script>${startScript}</script>
</head>
<body>
<main id="read">
`);
  const lines: string[] = [];
  for await (const record of records) {
    const essay = options.own === true ? record : withoutOwnWork(record);
    lines.push(lineOf(essay, lines.length + 1));
    yield encoder.encode(await essayOf(essay, lines.length, given));
  }
  yield encoder.encode(`</main>
<nav id="contents" aria-labelledby="library">
<h1 id="library">${title}</h1>
<ol>
`);
  for (const line of lines) yield encoder.encode(line);
  yield encoder.encode(`</ol>
<p class="made" data-word="${MADE}">${MADE}</p>
</nav>
<script>${script}</script>
</body>
</html>
`);
}

const MADE = '由“文存”导出。打开它不需要网络，也不需要扩展。';

/** An essay's line of the contents, with what the page orders and filters by. */
function lineOf({ essay }: ExportRecord, number: number): string {
  const school = essay.institution ?? '';
  const facts = [essay.authors.join('、'), essay.publishedOn ?? '', school].filter((fact) => fact !== '');
  const data = Object.entries({ author: essay.authors[0] ?? '', date: essay.publishedOn ?? '', school })
    .map(([name, value]) => ` data-${name}="${escapeXml(value)}"`)
    .join('');
  return `<li${data}><a href="#e${number}"><span class="t" lang="zh-CN">${escapeXml(essayTitle(essay))}</span><small>${escapeXml(facts.join(' · '))}</small></a></li>\n`;
}

async function essayOf(
  record: ExportRecord,
  number: number,
  options: FormatOptions & { readonly readHtml: NonNullable<FormatOptions['readHtml']> },
): Promise<string> {
  const body = options.readHtml(record.essay.html);
  const images = await imagesOf(record, body);
  const article = await articleOf(record, body, (address) => {
    const image = images.get(address);
    return image === undefined ? null : dataUrl(image);
  });
  return `<section class="essay" id="e${number}" lang="zh-CN">\n${article}${citationOf(record)}</section>\n`;
}

/** The reference of an essay, for people and for programs. */
function citationOf(record: ExportRecord): string {
  const item = cslItem(record);
  const forms = [
    ['GB/T 7714—2015', 'gbt7714'],
    ['BibTeX', 'bibtex'],
  ] as const;
  const parts = forms.map(
    ([name, style]) =>
      `<div><b>${name}</b> <button type="button" class="copy" data-word="复制">复制</button><pre>${escapeXml(referenceList([item], style).text.trim())}</pre></div>\n`,
  );
  return `<section class="cite">\n<h2 data-word="引用">引用</h2>\n${parts.join('')}</section>\n`;
}
