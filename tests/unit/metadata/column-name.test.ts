import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { readColumnName } from '../../../lib/lines/column-name.ts';
import { parsePage } from '../../support/parse-page.ts';

const url = 'http://www.nbdx.cn/list.asp?classid=9';
const nameOf = (body: string, title = '中共宁波市委党校'): string => {
  const rows = '<ul><li><a href="show.asp?id=1">山里的桥</a></li></ul>';
  const html = `<html><head><title>${title}</title></head><body>${body}${rows}</body></html>`;
  return readColumnName(unwrap({ document: parsePage(html, url), url }), '山里的桥');
};

describe('the name of a column', () => {
  it('is the last crumb of its list page', () => {
    expect(
      nameOf('<p>您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="9">理论研究</a> &gt;&gt; 学术专栏</p>'),
    ).toBe('学术专栏');
  });

  it('is the last crumb although a box of the latest essays stands before it', () => {
    const latest = '<table><tr><td>最新信息</td></tr><tr><td><a href="show.asp?id=1">山里的桥</a></td></tr></table>';
    expect(nameOf(`${latest}<p>您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="9">理论研究</a></p>`)).toBe(
      '理论研究',
    );
  });

  it('is the title where there is no breadcrumb, without the school', () => {
    expect(nameOf('', '学术专栏 - 中共宁波市委党校')).toBe('学术专栏');
    expect(nameOf('')).toBe('中共宁波市委党校');
    expect(nameOf('', '')).toBe('');
  });

  it('is not read from below the titles', () => {
    const html = `<body><a href="show.asp?id=1">山里的桥</a><p>当前位置：首页 &gt;&gt; 友情链接</p></body>`;
    expect(readColumnName(unwrap({ document: parsePage(html, url), url }), '山里的桥')).toBe('');
  });
});
