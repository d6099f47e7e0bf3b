import { readFileSync } from 'node:fs';
import { columnPage, type SampleColumn } from './column.ts';
import { type SampleEssay, sampleEssays } from './essays.ts';

/** A template from `templates/` with each `{{name}}` filled in. A name without a value stays empty. */
export function fillTemplate(file: string, values: Readonly<Record<string, string>>): string {
  const template = readFileSync(new URL(`./templates/${file}.html`, import.meta.url), 'utf8');
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

const charsetMeta = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">\n';
const indent = '　　';
const listed = sampleEssays.filter((essay) => essay.site === 'nbdx' && essay.column[0] !== '通知公告');
const linkTo = ({ id, title }: SampleEssay): string => `<a href="show.asp?id=${id}">${title}</a>`;

const image = /^!\[(.*)\]\((.*)\)$/;
const imageOf = (paragraph: string): string =>
  paragraph.replace(image, '<img src="/images/space.gif" width="1" height="1"><img src="$2" alt="$1" border="0">');

/** Paragraphs as such portals typed them: two ideographic spaces, a break, an empty line; verse breaks unindented. */
const typed = (paragraphs: readonly string[]): string =>
  paragraphs
    .map((paragraph) =>
      image.test(paragraph) ? `<center>${imageOf(paragraph)}</center>` : indent + paragraph.replaceAll('\n', '<br>\n'),
    )
    .join('<br>\n<br>\n');

const crumbs = (column: readonly string[], home: string, separator: string): string =>
  [home, ...column.map((name, index) => `<a href="list.asp?classid=${index + 4}">${name}</a>`)].join(separator);

const counter = (essay: SampleEssay): string =>
  essay.hitsBy === 'page' ? essay.hits : `<script language="javascript" src="count.asp?id=${essay.id}"></script>`;

const frame = (meta: boolean) => ({
  meta: meta ? charsetMeta : '',
  top: fillTemplate('nbdx-top', {}),
  foot: fillTemplate('nbdx-foot', {}),
  latest: `<table width="100%"><tr><td><b>最新信息</b></td></tr>\n${listed.map((essay) => `<tr><td>·${linkTo(essay)}</td></tr>\n`).join('')}</table>`,
});

/** The article page of the school of hand-written ASP: layout tables, no headings, a bare author line. */
export function nbdxEssayPage(essay: SampleEssay, meta = true): string {
  return fillTemplate('nbdx-show', {
    ...frame(meta),
    title: essay.title,
    date: essay.date,
    unit: essay.unit,
    column: crumbs(essay.column, '<a href="index.asp">首页</a>', ' &gt;&gt; '),
    authors: essay.authors && `<tr><td align="center">${essay.authors}</td></tr>\n`,
    body: typed(essay.paragraphs),
    source: essay.source && `<tr><td align="right">信息来源：${essay.source}</td></tr>\n`,
    hits: counter(essay),
  });
}

/** The article page of a small school on a host that nobody knows: one labelled credit line, `div`s. */
export function yunxiEssayPage(essay: SampleEssay): string {
  return fillTemplate('yunxi-show', {
    meta: charsetMeta,
    title: essay.title,
    author: essay.authors,
    source: essay.source,
    date: essay.date,
    hits: essay.hits,
    column: crumbs(essay.column, '<a href="default.aspx">首页</a>', ' &gt; '),
    body: typed(essay.paragraphs),
  });
}

const listRows = (essays: readonly SampleEssay[]): string =>
  essays.map((essay) => `<tr><td>·${linkTo(essay)}</td><td align="right">${essay.date}</td></tr>\n`).join('');

/** The column list of the ASP school: links and dates only. */
export function nbdxListPage(): string {
  const pager = `共 ${listed.length} 条记录 第 1/1 页 首页 上一页 下一页 尾页`;
  return fillTemplate('nbdx-list', { ...frame(true), rows: listRows(listed), pager });
}

/** List page `n` of a long column, from 1. */
export function columnListPage(column: SampleColumn, n: number): string {
  const { classId, pages, perPage } = column;
  const to = (page: number, words: string): string =>
    page < 1 || page > pages || page === n
      ? words
      : `<a href="list.asp?classid=${classId}&amp;page=${page}">${words}</a>`;
  const links = [to(1, '首页'), to(n - 1, '上一页'), to(n + 1, '下一页'), to(pages, '尾页')].join(' ');
  const pager = `共 ${pages * perPage} 条记录 第 ${n}/${pages} 页 ${links}`;
  return fillTemplate('nbdx-list', { ...frame(true), rows: listRows(columnPage(column, n)), pager });
}

/** The home page of the ASP school. */
export function nbdxHomePage(): string {
  const rows = listed.map(
    (essay) => `<tr><td>·${linkTo(essay)} [${essay.date.slice(5).replace('/', '-')}]</td></tr>\n`,
  );
  return fillTemplate('nbdx-home', { ...frame(true), rows: rows.join('') });
}
