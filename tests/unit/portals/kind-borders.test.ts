import { expect, it } from 'vitest';
import { kindOf, kindOfColumn } from '../../../lib/portals/kind.ts';

const plain = { title: '塘水记', path: '', signed: false, opening: '塘里的水一年放两回。' };
const water = (length: number): string => '水'.repeat(length);

it.each([
  // Notices end in their word, with a bracket of fourteen signs at most.
  ['水利通知', 'notice'],
  ['水利通知 ', 'notice'],
  [`水利通知（${water(14)}）`, 'notice'],
  [`水利通知（${water(15)}）`, 'essay'],
  ['水利公告[一]', 'notice'],
  ['水利公示(一)', 'notice'],
  ['水利启事【一】', 'notice'],
  ['水利公告（一）后记', 'essay'],
  ['水利公告一', 'essay'],
  ['水利通告', 'notice'],
  ['招生简章', 'notice'],
  ['水利须知', 'notice'],
  ['水利预告', 'notice'],
  ['水利名单', 'notice'],
  ['水利征文', 'notice'],
  ['水利安排', 'notice'],
  ['水利安排表', 'notice'],
  ['水利日程', 'notice'],
  ['水利日程表', 'notice'],
  ['水利安排书', 'essay'],
  ['招聘公告的水利', 'notice'],
  ['采购项目水利', 'notice'],
  ['中标结果水利', 'notice'],
  ['询价启事水利', 'notice'],
  [`招聘${water(10)}人员水利`, 'notice'],
  [`招聘${water(11)}人员水利`, 'essay'],
  ['招聘漫谈', 'essay'],
  // News.
  ['我校水利', 'news'],
  ['校领导谈水', 'news'],
  [`来${water(16)}调研水利`, 'news'],
  [`来${water(17)}调研水利`, 'essay'],
  ['到水乡考察', 'news'],
  ['赴水乡视察', 'news'],
  ['莅临水乡指导', 'news'],
  ['到水乡座谈', 'news'],
  ['到水乡参观', 'news'],
  ['到水乡交流', 'news'],
  ['到水乡授课', 'news'],
  ['水乡调研', 'essay'],
  ['水利展举行', 'news'],
  ['水利展召开', 'news'],
  ['水利展举办', 'news'],
  ['水利展开班', 'news'],
  ['水利展开学', 'news'],
  ['水利展结业', 'news'],
  ['水利展毕业典礼', 'news'],
  ['水利展揭牌仪式', 'news'],
  ['水利展签约会', 'news'],
  ['水利展签约会议', 'news'],
  [`水利展启动${water(6)}班`, 'news'],
  [`水利展启动${water(7)}班`, 'essay'],
  ['水利展落幕', 'news'],
  ['水利展开幕', 'news'],
  ['水利展闭幕', 'news'],
  ['水利展举行的意义', 'essay'],
  [`会议${water(10)}举行的意义`, 'news'],
  [`会议${water(11)}举行的意义`, 'essay'],
  ['研讨会结业的意义', 'news'],
  ['座谈会召开的意义', 'news'],
  ['大会闭幕的意义', 'news'],
  ['喜获水利', 'news'],
  ['荣获水利', 'news'],
  ['圆满的水利', 'news'],
])('a page by nobody with the title %s is of the kind %s', (title, kind) => {
  expect(kindOf({ ...plain, title })).toBe(kind);
});

it.each([
  ['本报讯水利', 'news'],
  ['【水利讯】水', 'news'],
  [`【${water(12)}讯】水`, 'news'],
  [`【${water(13)}讯】水`, 'essay'],
  ['【水讯】水', 'essay'],
  ['7月4日，水', 'news'],
  ['12月14日,水', 'news'],
  ['7月4日上午', 'news'],
  ['7月4日下午', 'news'],
  ['7月4日至今', 'news'],
  ['7月4日的水', 'essay'],
  ['112月4日，水', 'essay'],
  ['日前,水', 'news'],
  ['近日，水', 'news'],
  ['2005年12月4日，水', 'news'],
  ['2005年7月14日上午', 'news'],
  ['2005年7月14日的水', 'essay'],
  ['水本报讯', 'essay'],
  ['水2005年7月14日，水', 'essay'],
])('a page by nobody that opens with %s is of the kind %s', (opening, kind) => {
  expect(kindOf({ ...plain, opening })).toBe(kind);
  expect(kindOf({ ...plain, opening, signed: true })).toBe('essay');
});

it.each([
  ['理论研究', 'essay'],
  ['通知公告', 'notice'],
  ['校园新闻', 'news'],
  ['学术动态', 'news'],
  ['学术公告', 'essay'],
  ['公告动态', 'notice'],
  ['大事记', 'news'],
  ['水利', null],
  ['', null],
])('the column %s says %s', (column, kind) => {
  expect(kindOfColumn(column)).toBe(kind);
});

const news = '水利展举行';
const told = '本报讯水利';
it.each<[string, Partial<Parameters<typeof kindOf>[0]>, string]>([
  ['a notice in a column of essays', { title: '水利通知', path: '理论研究' }, 'notice'],
  ['an essay in its column', { title: news, path: '理论研究' }, 'essay'],
  ['news in a column of essays', { title: news, path: '理论研究', opening: told }, 'news'],
  ['an essay by somebody in such a column', { title: news, path: '理论研究', opening: told, signed: true }, 'essay'],
  ['an opening alone in such a column', { path: '理论研究', opening: told }, 'essay'],
  ['news in its column', { path: '校园新闻', signed: true }, 'news'],
  ['a page of a portal whose template says so', { path: '浏览新闻' }, 'essay'],
  ['the same in other words', { path: '新闻内容 新闻详细 新闻浏览' }, 'essay'],
  ['news by its title and somebody', { title: news, signed: true }, 'essay'],
  ['news by its title, somebody and its opening', { title: news, signed: true, opening: told }, 'news'],
  ['an opening and somebody', { signed: true, opening: told }, 'essay'],
])('%s', (_, signs, kind) => {
  expect(kindOf({ ...plain, ...signs })).toBe(kind);
});
