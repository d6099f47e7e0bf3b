import { describe, expect, it } from 'vitest';
import { readCommentFields } from '../../../lib/metadata/comment-fields.ts';
import { parsePage } from '../../support/parse-page.ts';
import { showFields } from '../../support/show-fields.ts';

const read = (html: string): unknown =>
  showFields(readCommentFields(parsePage(`<body>${html}</body>`, 'http://dx.example/1.htm')));
/** A value as Hanweb marks it. */
const marked = (name: string, html: string): string =>
  `<p><!--<$[${name}]>begin-->${html}<!--<$[${name}]>end-->之后</p>`;

describe('what Hanweb marks', () => {
  it.each<[string, unknown]>([
    [marked('标题', '论塘'), { title: '论塘 ¦ 论塘 ¦ comment:hanweb' }],
    [marked('信息标题', '论塘'), { title: '论塘 ¦ 论塘 ¦ comment:hanweb' }],
    [marked('信息标题', '别题') + marked('标题', '论塘'), { title: '论塘 ¦ 论塘 ¦ comment:hanweb' }],
    [marked('标题', '论塘') + marked('标题', '别题'), { title: '论塘 ¦ 论塘 ¦ comment:hanweb' }],
    [marked('标题', ' 论 <b>塘\n与</b>  堤 '), { title: '论 塘 与 堤 ¦ 论 塘 与 堤 ¦ comment:hanweb' }],
    [marked('标题', '论<!--内-->塘'), { title: '论塘 ¦ 论塘 ¦ comment:hanweb' }],
    [marked('标题', '论<!--<$[作者]>end-->塘'), { title: '论塘 ¦ 论塘 ¦ comment:hanweb' }],
    [marked('标题', ' '), {}],
    [marked('信息内容', '论塘'), {}],
    [marked('题', '论塘') + marked('一二三四五六七八九', '论塘'), {}],
    [marked('作者', '林有禾 王芳'), { authors: '["林有禾","王芳"] ¦ 林有禾 王芳 ¦ comment:hanweb' }],
    [marked('作者', 'admin'), {}],
    [marked('信息来源', '《求是》'), { source: '求是 ¦ 《求是》 ¦ comment:hanweb' }],
    [marked('信息来源', '本站'), {}],
    [marked('发布日期', '2006-03-12'), { publishedOn: '2006-03-12 ¦ 2006-03-12 ¦ comment:hanweb' }],
    [marked('发布日期', '06-03-12'), { publishedOn: '2006-03-12 ¦ 06-03-12 ¦ comment:hanweb' }],
    [marked('发布日期', '不久前'), {}],
    ['<p>标题：论塘</p>', {}],
  ])('%s', (html, fields) => {
    expect(read(html)).toEqual(fields);
  });

  it('reads on to the end of the siblings where the closing comment lacks, up to a length that no field has', () => {
    const title = (html: string): string =>
      readCommentFields(parsePage(`<p><!--<$[标题]>begin-->${html}</p><p>之后</p>`, 'http://dx.example/')).title
        ?.value ?? '';
    expect(title('论塘<b>与堤</b>')).toBe('论塘与堤');
    expect(title(`${'水'.repeat(299)}<b>甲</b><b>乙</b>`)).toBe(`${'水'.repeat(299)}甲`);
    expect(title(`${'水'.repeat(300)}<b>甲</b><b>乙</b>`)).toBe('水'.repeat(300));
  });
});

describe('the property list of Founder', () => {
  const list = (...properties: string[]): string => `<!--enpproperty ${properties.join('')}/enpproperty-->`;

  it.each<[string, unknown]>([
    [list('<title>论塘</title>'), { title: '论塘 ¦ 论塘 ¦ comment:founder' }],
    [list('<founder-title> 论塘 </founder-title>'), { title: '论塘 ¦ 论塘 ¦ comment:founder' }],
    [list('<author>林有禾</author>'), { authors: '["林有禾"] ¦ 林有禾 ¦ comment:founder' }],
    [
      list('<founder-date>2006-03-12 00:00:00.0</founder-date>'),
      { publishedOn: '2006-03-12 ¦ 2006-03-12 00:00:00.0 ¦ comment:founder' },
    ],
    [list('<source>清河日报</source>'), {}],
    [
      list(`<title>${'水'.repeat(300)}</title>`),
      { title: `${'水'.repeat(300)} ¦ ${'水'.repeat(300)} ¦ comment:founder` },
    ],
    [list(`<title>${'水'.repeat(301)}</title>`), {}],
    [list('<title></title>'), {}],
    ['<!-- <title>论塘</title> -->', {}],
    ['<!--一--><!--enpproperty--><!--enpproperty <title>论塘</title>-->', {}],
    [
      list('<title>甲</title><author>林有禾</author>') + marked('标题', '乙'),
      { title: '乙 ¦ 乙 ¦ comment:hanweb', authors: '["林有禾"] ¦ 林有禾 ¦ comment:founder' },
    ],
  ])('%s', (html, fields) => {
    expect(read(html)).toEqual(fields);
  });
});
