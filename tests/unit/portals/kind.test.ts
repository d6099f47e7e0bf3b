import { describe, expect, it } from 'vitest';
import type { EssayKind } from '../../../lib/essay/essay.ts';
import { type KindSigns, kindOf } from '../../../lib/portals/kind.ts';

const plain: KindSigns = { title: '塘水记', path: '', signed: true, opening: '塘里的水一年放两回。' };
const news = '7月14日，青山市委党校举行开学典礼。';

describe('the kind of a page', () => {
  it.each<[string, EssayKind, Partial<KindSigns>]>([
    ['nothing but a name', 'essay', {}],
    ['nothing at all', 'essay', { signed: false }],
    ['a title that ends as notices do', 'notice', { title: '关于放假的通知' }],
    ['such a title with its year behind', 'notice', { title: '招生简章（2005）' }],
    ['a title that calls for bids', 'notice', { title: '多媒体教室设备采购项目成交结果' }],
    ['a notice within a title', 'essay', { title: '从一份通知看水利' }],
    ['such a title in a column of essays', 'notice', { title: '征文启事', path: '首页 > 理论研究' }],
    ['the column of notices', 'notice', { path: '首页 > 通知公告' }],
    ['the column of notices, signed or not', 'notice', { path: '首页 > 招生信息', signed: false }],
    ['a column of news', 'news', { path: '首页 > 校园新闻' }],
    ['a column of essays', 'essay', { path: '首页 > 理论研究' }],
    ['a column of news about essays', 'news', { path: '首页 > 科研动态' }],
    ['a last crumb that only says 浏览新闻', 'essay', { path: '首页 > 浏览新闻' }],
    ['a title of news in a column of essays', 'essay', { path: '首页 > 学术园地', title: '我校举行研讨会' }],
    [
      'the same without an author, opening as news do',
      'news',
      { path: '首页 > 学术园地', title: '我校举行研讨会', signed: false, opening: news },
    ],
    [
      'the same with an author',
      'essay',
      { path: '首页 > 学术园地', title: '我校举行研讨会', signed: true, opening: news },
    ],
    [
      'an essay of that column which opens with a date',
      'essay',
      { path: '首页 > 学术园地', signed: false, opening: news },
    ],
    ['a title of news without an author', 'news', { title: '我校召开座谈会', signed: false }],
    ['a title of news with an author', 'essay', { title: '我校召开座谈会', signed: true }],
    ['a title of news with an author and the opening of news', 'news', { title: '我校召开座谈会', opening: news }],
    ['the opening of news without an author', 'news', { signed: false, opening: news }],
    ['the opening of news with an author', 'essay', { signed: true, opening: news }],
    ['本报讯', 'news', { signed: false, opening: '本报讯 记者从会上获悉。' }],
    ['a date within the first sentence', 'essay', { signed: false, opening: '在7月14日，会议召开。' }],
  ])('%s: %s', (_, kind, signs) => {
    expect(kindOf({ ...plain, ...signs })).toBe(kind);
  });
});
