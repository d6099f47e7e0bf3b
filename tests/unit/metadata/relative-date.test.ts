import { describe, expect, it } from 'vitest';
import { readRelativeDate } from '../../../lib/metadata/relative-date.ts';
import { linesOf } from '../../support/lines-of.ts';
import { showFields } from '../../support/show-fields.ts';

const read = (html: string, capturedAt: string | null): unknown =>
  showFields(readRelativeDate(linesOf(html), capturedAt));

describe('a day counted back from the capture', () => {
  const noon = '2012-03-31T12:00:00Z';

  it.each<[string, string, string | null]>([
    ['3小时前', noon, '2012-03-31'],
    ['20小时前', noon, '2012-03-31'],
    ['21小时前', noon, '2012-03-30'],
    ['3 hours ago', '2012-03-31T18:30:00Z', '2012-03-31'],
    ['3 hours ago', '2012-03-31T16:30:00Z', '2012-03-31'],
    ['3小时前', '2012-03-31T16:30:00Z', '2012-03-31'],
    ['29分钟前', '2012-03-31T16:30:00Z', '2012-04-01'],
    ['31分钟前', '2012-03-31T16:30:00Z', '2012-03-31'],
    ['31 mins ago', '2012-03-31T16:30:00Z', '2012-03-31'],
    ['31秒前', '2012-03-31T16:00:00Z', '2012-04-01'],
    ['31 secs ago', '2012-03-31T16:00:00Z', '2012-04-01'],
    ['1天前', '2012-03-31T15:59:00Z', '2012-03-30'],
    ['1天前', '2012-03-31T16:00:00Z', '2012-03-31'],
    ['3天前', noon, '2012-03-28'],
    ['3日前', noon, '2012-03-28'],
    ['40 days ago', noon, '2012-02-20'],
    ['2周前', noon, '2012-03-17'],
    ['2週前', noon, '2012-03-17'],
    ['2星期前', noon, '2012-03-17'],
    ['2 weeks ago', noon, '2012-03-17'],
    ['2个月前', noon, '2012-01'],
    ['1月前', noon, '2012-02'],
    ['4 months ago', noon, '2011-11'],
    ['网站 2年前', noon, '2010'],
    ['Site: 2 years ago', noon, '2010'],
    ['来源 昨天', noon, '2012-03-30'],
    ['来源 前天', noon, '2012-03-29'],
    ['来源 今天', noon, '2012-03-31'],
    ['来源 刚刚', noon, '2012-03-31'],
    ['来源 剛剛', noon, '2012-03-31'],
    ['来源 上周三', noon, null],
    ['昨天 10:22', noon, '2012-03-30'],
    ['2 years ago', noon, null],
    ['2年前', noon, null],
    ['1天前', '2012-03-31', '2012-03-30'],
    ['20小时前', '2012-03-31', '2012-03-30'],
    ['1天前', '2012-03', null],
    ['1天前', '2012-03-3', null],
    ['1天前', 'tomorrow at eight', null],
  ])('%s, captured at %s: %s', (text, capturedAt, day) => {
    expect(read(`<p>${text}</p>`, capturedAt)).toEqual(
      day === null ? {} : { publishedOn: `${day} ¦ ${text} ¦ credit-line ¦ derived` },
    );
  });

  it('is none without a capture', () => {
    expect(read('<p>3小时前</p>', null)).toEqual({});
  });
});

describe('a day that an element tells', () => {
  it.each<[string, unknown]>([
    ['<p><abbr title="2012-01-12T08:45:00Z">3小时前</abbr></p>', { publishedOn: '2012-01-12 ¦ 3小时前 ¦ credit-line' }],
    [
      '<p><i datetime="2012-01-12" title="2011-01-01"><b>3小时前</b></i></p>',
      { publishedOn: '2012-01-12 ¦ 3小时前 ¦ credit-line' },
    ],
    ['<p><time datetime="2012-01-12">十二日</time></p>', { publishedOn: '2012-01-12 ¦ 十二日 ¦ credit-line' }],
    [
      '<p>发于 <time datetime="2012-01-12">十二日</time></p>',
      { publishedOn: '2012-01-12 ¦ 发于 十二日 ¦ credit-line' },
    ],
    ['<p><time title="2012-01-12">十二日</time></p>', {}],
    ['<p><span datetime="2012-01-12">十二日</span></p>', {}],
    ['<p><time datetime="不久前">十二日</time></p>', {}],
    ['<p>塘</p><p>三小时前</p>', {}],
    [
      '<p>塘</p><p><time datetime="2012-01-12">甲</time></p><p><time datetime="2012-01-13">乙</time></p>',
      { publishedOn: '2012-01-12 ¦ 甲 ¦ credit-line' },
    ],
  ])('%s', (html, fields) => {
    expect(read(html, null)).toEqual(fields);
  });

  it('comes before a day counted back', () => {
    expect(read('<p><abbr title="2012-01-12">3小时前</abbr></p>', '2012-03-31')).toEqual({
      publishedOn: '2012-01-12 ¦ 3小时前 ¦ credit-line',
    });
  });
});

describe('the paper before it', () => {
  it.each<[string, string | null]>([
    ['清河日报 – 3小时前', '清河日报'],
    ['清河日报：3小时前', '清河日报'],
    ['清河日報｜3小時前', '清河日報'],
    ['清河网 · 3小时前', '清河网'],
    ['清河網 3小時前', '清河網'],
    ['清河社 - 3小时前', '清河社'],
    ['清河月刊 | 3小时前', '清河月刊'],
    ['清河电台　3小时前', '清河电台'],
    ['清河 日报 – 3小时前', '清河 日报'],
    ['来自清河 3小时前', null],
    ['本网 3小时前', null],
    ['3小时前', null],
  ])('%s: %s', (text, source) => {
    expect(read(`<p>${text}</p>`, null)).toEqual(
      source === null ? {} : { source: `${source} ¦ ${source} ¦ credit-line` },
    );
  });
});
