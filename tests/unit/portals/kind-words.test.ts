import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../lib/portals/kind.ts';

const plain = { title: '塘水记', path: '', signed: true, opening: '塘里的水一年放两回。' };
const kindOfTitle = (title: string) => kindOf({ ...plain, title, signed: false });
const kindOfOpening = (opening: string) => kindOf({ ...plain, opening, signed: false });

describe('a title', () => {
  it.each([
    '期末考试安排',
    '期末考试安排表',
    '教学日程',
    '教学日程表',
    '关于放假的通知（第二号）',
    '拟录用人员公示【2005年】',
    '教学楼工程招标项目',
    '图书询价结果',
  ])('of a notice: %s', (title) => {
    expect(kindOfTitle(title)).toBe('notice');
  });

  it.each([
    '省水利厅领导来我县调研',
    '教务处赴邻县水利工地考察',
    '专家莅临授课',
    '我校召开总结会议',
    '秋季班举行开学典礼',
    '青年干部班开班',
    '培训班今日举行',
    '水利座谈会在县里召开',
    '学员作品荣获一等奖',
    '培训圆满结束',
  ])('of news: %s', (title) => {
    expect(kindOfTitle(title)).toBe('news');
  });

  it.each(['从一份通知看水利', '安排好水的日子', '论会议的开法', '调研的方法', '漫谈学风'])(
    'of an essay: %s',
    (title) => {
      expect(kindOfTitle(title)).toBe('essay');
    },
  );
});

describe('an opening', () => {
  it.each([
    '本报讯 记者从会上获悉。',
    '本网讯 水渠通水。',
    '本站讯 水渠通水。',
    '【青山党校讯】水渠通水。',
    '7月14日，水渠通水。',
    '12月3日上午，水渠通水。',
    '日前，水渠通水。',
    '近日,水渠通水。',
    '2005年7月14日，水渠通水。',
    '2005年12月4日下午，水渠通水。',
  ])('of news: %s', (opening) => {
    expect(kindOfOpening(opening)).toBe('news');
  });

  it.each([
    '在7月14日，会议召开。',
    '7月14日的会议',
    '日前的水渠',
    '近日水渠',
    '【编者按】水渠通水。',
    '2005年7月的一天。',
  ])('of an essay: %s', (opening) => {
    expect(kindOfOpening(opening)).toBe('essay');
  });
});
