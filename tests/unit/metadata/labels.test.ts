import { describe, expect, it } from 'vitest';
import { isLabelOnly, kindOfLabel, labelAfter, labelBefore, vocabulary } from '../../../lib/lines/labels.ts';

const nbsp = '\u00a0';

describe('the vocabulary', () => {
  const all = vocabulary.flatMap(({ kind, words }) => words.map((word) => [word, kind] as const));

  it('gives every word one kind', () => {
    const last = new Map(all);
    expect(all.filter(([word, kind]) => last.get(word) !== kind)).toEqual([]);
  });

  it('holds no empty word, space, bracket or colon', () => {
    expect(all.filter(([word]) => word === '' || /[\s：:【】[\]（）_]/.test(word))).toEqual([]);
  });

  it.each(all)('knows %s as a label of its own', (word, kind) => {
    expect(kindOfLabel(word)).toBe(kind);
    expect(kindOfLabel(`${word}：`)).toBe(kind);
    expect(labelBefore(`${word}：`, word.length)).toMatchObject({ kind, word, start: 0 });
  });
});

describe('kindOfLabel', () => {
  it.each([
    ['作者', 'author'],
    ['作 者：', 'author'],
    ['作\u3000\u3000者', 'author'],
    [`作${nbsp.repeat(4)}者：`, 'author'],
    ['【作者】', 'author'],
    ['[作者]', 'author'],
    ['［关键词］', 'keywords'],
    ['〔摘要〕', 'abstract'],
    ['（来源：）', 'source'],
    ['“来源”', 'source'],
    ['发布日期:', 'date'],
    ['发布日期∶', 'date'],
    ['发布日期︰', 'date'],
    ['更新时间：', 'updated'],
    ['修改日期', 'updated'],
    ['提供单位', 'unit'],
    ['文章录入', 'inputter'],
    ['您现在所在的位置：', 'column'],
    ['Email：', 'phone'],
    ['字 号', 'other'],
    ['發佈時間：', 'date'],
    ['責任編輯', 'editor'],
    ['瀏覽次數', 'hits'],
  ])('%s → %s', (text, kind) => {
    expect(kindOfLabel(text)).toBe(kind);
    expect(isLabelOnly(text)).toBe(true);
  });

  it.each(['', '：', '思想来源', '作者张三', '来源：学习时报', '时间就是金钱', '【】', '党史研究', '作'.repeat(5000)])(
    '%s is no label',
    (text) => {
      expect(kindOfLabel(text)).toBeNull();
      expect(isLabelOnly(text)).toBe(false);
    },
  );
});

describe('labelBefore and labelAfter', () => {
  it('find the longest label that ends at the colon', () => {
    expect(labelBefore('文章来源：求是', 4)).toMatchObject({ word: '文章来源', start: 0, end: 4 });
    expect(labelBefore('甲 来 源 ：', 6)).toMatchObject({ word: '来源', start: 2, end: 5 });
    expect(labelBefore('【作者】：', 4)).toMatchObject({ word: '作者', start: 1, end: 3 });
  });

  it('don’t join words across wide gaps', () => {
    expect(labelBefore(`作${nbsp.repeat(9)}者：`, 11)).toBeNull();
  });

  it('find a label in front, with inner spaces only in words of two characters', () => {
    expect(labelAfter('作 者 张三', 0)).toMatchObject({ word: '作者', end: 3 });
    expect(labelAfter('责任编辑 王五', 0)).toMatchObject({ word: '责任编辑', end: 4 });
    expect(labelAfter('发布 时间', 0)).toBeNull();
  });
});
