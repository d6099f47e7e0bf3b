import { expect, it } from 'vitest';
import { hostsOf, hostsWords } from '../../../entrypoints/library/queue/job-hosts.ts';
import { jobName, progressOf, timeFor } from '../../../lib/features/queue/job-words.ts';
import { queueReason } from '../../../lib/features/queue/queue-reason.ts';
import { formatDuration } from '../../../lib/ui/format.ts';

it.each([
  ['http-404', '网站上已经没有这一页（404）'],
  ['http-410', '网站上已经没有这一页（410）'],
  ['http-403', '网站拒绝访问此页（403）'],
  ['http-429', '访问过于频繁，网站要求放慢（429）'],
  ['http-503', '网站发生错误（503）'],
  ['http-418', '网站没有返回这一页（418）'],
  ['no-permission', '还没有得到读取许可'],
  ['unreachable', '无法连接网站'],
  ['timeout', '网站长时间没有回应'],
  ['redirected', '网站把这一页转到了别处'],
  ['not-html', '不是网页'],
  ['not-a-list', '不是栏目列表'],
  ['interrupted', '浏览器或扩展停过，会重新获取'],
  ['not-an-essay', '不是党校文章'],
  ['nothing-to-read', '没有正文'],
  ['too-large', '太大'],
  ['storage-full', '磁盘空间不够，没有存入。请在浏览器数据所在的磁盘上腾出一些空间，再试一次。'],
  ['failed', '无法读取'],
  ['toString', '发生意外错误：toString'],
])('tells the reason %s in words', (reason, words) => {
  expect(queueReason(reason)).toBe(words);
});

it('names a queue by its column, its tabs or its list', () => {
  expect(jobName({ kind: 'column', title: '理论研究' })).toBe('“理论研究”');
  expect(jobName({ kind: 'column', title: '' })).toBe('一个栏目');
  expect(jobName({ kind: 'tabs', title: '' })).toBe('打开的标签页');
  expect(jobName({ kind: 'addresses', title: '' })).toBe('网址清单');
});

it('counts how far a queue is, in essays', () => {
  expect(progressOf({ counts: { waiting: 5, asked: 1, kept: 2, already: 1, failed: 1, unchosen: 7 } })).toEqual({
    done: 4,
    of: 10,
  });
});

it('tells how long it takes, in round numbers', () => {
  expect(timeFor(300, { rest: [1000, 3000] })).toBe(900_000);
  expect([5000, 900_000, 9_000_000].map(formatDuration)).toEqual(['1分钟', '15分钟', '3小时']);
});

it('names the hosts, each once', () => {
  const items = ['http://a.cn/1', 'http://c.cn:8080/1', 'http://b.cn/'].map((address) => ({ address }));
  const hosts = hostsOf({ address: 'http://a.cn/list' }, items);
  expect(hosts).toEqual(['a.cn', 'c.cn:8080', 'b.cn']);
  expect(hostsWords(hosts)).toBe('取自 a.cn 等 3 个网站');
  expect(hostsWords(['a.cn'])).toBe('取自 a.cn');
  expect(hostsWords(['a', 'b', 'c', 'd'], false)).toBe('a、b、c…');
});
