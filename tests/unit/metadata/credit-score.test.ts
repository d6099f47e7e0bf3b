import { describe, expect, it } from 'vitest';
import { creditScore, looksLikeCreditLine } from '../../../lib/lines/credit-score.ts';

const credit: [string, number][] = [
  ['发布日期：2005/07/14 提供单位：党史党建教研室', 3],
  ['来源： 作者： 时间：2005-7-14', 4],
  ['来源: | 发布时间: 2018-05-17 | 浏览次数: ', 4],
  ['作    者：陈一苇    文章来源：求是    点击数：    更新时间：2013-8-8', 5],
  ['2009年08月31日   大洋网   张小星   查看评论 进入论坛', 1],
  ['大洋网 2009-08-31', 1],
  ['信息来源：学习时报', 1],
  ['信息来源：学习时报 2005-07-11 第3版', 2],
  ['本信息共浏览：697次', 1],
  ['本条信息已被查看了155次', 1],
  ['已有697人阅读', 1],
  ['浏览次数：', 1],
  ['【作者】陈一苇【来源】学习时报', 2],
  ['（责任编辑：admin）', 1],
  ['文/陈一苇', 0],
  ['作者 陈一苇', 0],
  ['（党委宣传部 供稿）', 0],
  ['发布于2005-07-14 由 管理员', 1],
  ['[2005-7-14]', 1],
  ['作者：陈一苇，林小溪，赵小静', 1],
];

const prose: [string, number][] = [
  ['', 0],
  ['作者', 0],
  ['作者认为：这样做是对的', 0],
  ['思想来源：马克思主义', 0],
  ['时间就是金钱', 0],
  ['时间：上午九点', 1],
  ['来源：实践是认识的来源，认识又反过来作用于实践，二者不能割裂', 1],
  ['来源：这里说的来源不是别的来源。', 1],
  ['2005年7月14日在开学典礼上的讲话', 1],
  ['2005年7月14日 在开学典礼上的讲话', 1],
  ['1978年12月18日至22日', 1],
  ['今天是2024年3月4日 星期一', 0],
  ['一、理论来源', 0],
  ['学习要讲方法：一要读书，二要思考，三要实践', 0],
];

describe('creditScore', () => {
  it.each([...credit, ...prose])('%s → %i', (line, score) => {
    expect(creditScore(line)).toBe(score);
  });

  it('gives 0 for long prose at once', () => {
    expect(creditScore(`作者：陈一苇 来源：求是${'，这是一句很长的话'.repeat(200)}`)).toBe(0);
  });

  it('is the same whatever was scored before', () => {
    for (const [line, score] of [...credit, ...prose].toReversed()) {
      creditScore(`作者：陈一苇 发布日期：2005-07-14 ${line}`);
      expect(creditScore(line), line).toBe(score);
    }
  });
});

describe('looksLikeCreditLine', () => {
  it.each(credit)('%s is credit', (line) => {
    expect(looksLikeCreditLine(line)).toBe(true);
    expect(looksLikeCreditLine(`\u00a0${line}\u3000`)).toBe(true);
  });

  it.each(prose)('%s is none', (line) => {
    expect(looksLikeCreditLine(line)).toBe(false);
  });
});
