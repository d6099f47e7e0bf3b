import { describe, expect, it } from 'vitest';
import { readBreadcrumb } from '../../../lib/metadata/breadcrumb.ts';
import { linesOf } from '../../support/lines-of.ts';
import { showField } from '../../support/show-fields.ts';

interface Options {
  readonly title?: string;
  readonly siteNames?: readonly string[];
}
const read = (html: string, options: Options = {}): string | null => {
  const found = readBreadcrumb(linesOf(html), options);
  return found && showField(found);
};
const path = (html: string, options: Options = {}): readonly string[] | null =>
  readBreadcrumb(linesOf(html), options)?.value ?? null;

describe('readBreadcrumb', () => {
  it('gives the path, the words it stands in and its place', () => {
    expect(read('<p>您现在的位置：首页 &gt; 理论 &gt; 党史</p>')).toBe(
      '["理论","党史"] ¦ 您现在的位置：首页 > 理论 > 党史 ¦ breadcrumb',
    );
    expect(read('<p>首页 &gt;</p><p>理论</p>')).toBe('["理论"] ¦ 首页 > 理论 ¦ breadcrumb');
    expect(read('')).toBeNull();
    expect(read('<p>首页 &gt; 正文</p>')).toBeNull();
  });

  it.each<[string, Options, string[] | null]>([
    ['<p>首页 &gt; 理论 &gt; 论塘</p>', { title: '论塘' }, ['理论']],
    ['<p>清河 &gt; 理论</p>', { siteNames: ['清河'] }, ['理论']],
    ['<p>清河 &gt; 理论</p>', {}, ['清河', '理论']],
    ['<p>首页</p><p>理论</p><p>党史</p>', {}, ['理论', '党史']],
    ['<p>首页</p><p>&gt;</p><p>理论</p><p>&gt;</p><p>党史</p>', {}, ['理论', '党史']],
    ['<p>首页 &gt;</p><p>&gt; 理论</p>', {}, ['理论']],
    ['<p>首页 &gt; 理论 [打印]</p>', {}, ['理论']],
    ['<p>首页 &gt; 理论 【打印】【关闭】</p>', {}, ['理论']],
    ['<p>首页 &gt; 理论（打印）</p>', {}, ['理论']],
    ['<p>首页 &gt; 理论 ［打印］</p>', {}, ['理论']],
    ['<p>首页 &gt; 理论 (打印)</p>', {}, ['理论']],
    ['<p>首页 &gt; 理论（上册）</p>', {}, ['理论（上册）']],
    ['<p>首页 &gt; 理论 关闭 打印</p>', {}, ['理论 关闭 打印']],
    ['<p>首页 &gt; 理论 &gt; 打印 关闭</p>', {}, ['理论']],
    ['<p>首页 &gt; 理论 &gt; 打印</p>', {}, ['理论', '打印']],
  ])('%s', (html, options, columns) => {
    expect(path(html, options)).toEqual(columns);
  });

  it.each([
    ['/', true],
    ['http://dx.example', true],
    ['https://dx.example/', true],
    ['HTTP://DX.EXAMPLE/Index.ASP', true],
    ['http://dx.example/index.html', true],
    ['http://dx.example/default.aspx', true],
    ['index.htm', true],
    ['/index.htm', true],
    ['http://archive.example/web/2006/http://dx.example/', true],
    ['http://archive.example/web/2006/http://dx.example/a/', false],
    ['index.', false],
    ['', false],
    ['a/index.htm', false],
    ['xindex.htm', false],
    ['index.htm?id=1', false],
    ['/lilun/', false],
    ['http://dx.example/lilun.htm', false],
  ])('takes the first crumb for the portal’s name where it leads to %s: %s', (href, isName) => {
    expect(path(`<p><a href="${href}">清河</a> &gt; <a href="/b/">理论</a></p>`)).toEqual(
      isName ? ['理论'] : ['清河', '理论'],
    );
  });

  it('looks at the first link alone', () => {
    expect(path('<p>位置：<a href="/"> 清河 </a> &gt; <a href="/b/">理论</a></p>')).toEqual(['理论']);
    expect(path('<p><a href="/a/">清河</a> &gt; <a href="/">理论</a></p>')).toEqual(['清河', '理论']);
    expect(path('<p><a name="a">清河</a> &gt; <a href="/">理论</a></p>')).toEqual(['清河', '理论']);
    expect(path('<p><a href="/a/">清河</a></p><p>&gt; <a href="/">理论</a></p>')).toEqual(['清河', '理论']);
  });

  it.each([
    ['正文', true],
    ['浏览新闻', true],
    ['文章内容', true],
    ['浏览文章', true],
    ['查看', true],
    ['正文 ', true],
    ['查看全部', false],
    ['党史', false],
  ])('takes the first crumb for the portal’s name where the path ends in %s: %s', (last, isName) => {
    const html = (first: string, middle = '理论'): string =>
      `<p><a href="/a/">${first}</a> &gt; <a href="/b/">${middle}</a> &gt; ${last}</p>`;
    const behind = isName ? [] : [last.trim()];
    expect(path(html('清河'))).toEqual(isName ? ['理论'] : ['清河', '理论', ...behind]);
    expect(path(html('清河', '首页'))).toEqual(['清河', ...behind]);
    expect(path(html('清河', '主页'))).toEqual(['清河', ...behind]);
  });
});
