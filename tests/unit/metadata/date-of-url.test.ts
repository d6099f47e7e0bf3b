import { describe, expect, it } from 'vitest';
import { dateOfUrl } from '../../../lib/text/date-of-url.ts';

describe('dateOfUrl', () => {
  it.each([
    ['http://www.example.gov.cn/art/2005/7/14/art_12_345.html', '2005-07-14'],
    ['http://www.example.gov.cn/xsyj/200507/t20050714_1234.htm', '2005-07-14'],
    ['http://www.example.edu.cn/2005/0714/c12a345/page.htm', '2005-07-14'],
    ['http://www.example.com/html/2005-07/14/content_3456.htm', '2005-07-14'],
    ['http://www.example.com/news/2005-07-14/031868306.html', '2005-07-14'],
    ['http://www.example.com/20050714/n224643.shtml', '2005-07-14'],
    ['http://www.example.com/archive/2004/12/27/41810.aspx', '2004-12-27'],
    ['http://www.example.gov.cn/Article/lilun/200507/123.html', '2005-07'],
    ['http://www.example.edu.cn/article/2005-07/4651.htm', '2005-07'],
    ['http://www.example.edu.cn/200502/article/2005-07/4651.htm', '2005-07'],
  ])('%s → %s', (url, value) => {
    expect(dateOfUrl(url)).toMatchObject({ value, form: 'url', time: null });
  });

  it.each([
    '',
    'http://www.example.gov.cn/show.asp?id=20050714',
    'http://www.example.gov.cn/Item/1024.aspx',
    'http://www.example.gov.cn/info/1031/2699.htm',
    'http://www.example.gov.cn/contents/16/4376.html',
    'http://www.example.gov.cn/content/post_11299.html',
    'http://www.example.gov.cn/html/200513/1.html',
    'http://20050714.example.com/a.html',
  ])('%s tells none', (url) => {
    expect(dateOfUrl(url)).toBeNull();
  });

  it('keeps to the day of capture', () => {
    const url = 'http://www.example.gov.cn/art/2016/7/14/art_1_2.html';
    expect(dateOfUrl(url, { notAfter: '2007-07-02' })).toBeNull();
  });
});
