import { describe, expect, it } from 'vitest';
import { applyEdits, editableBlocks } from '../../../lib/essay/text-edits/apply-edits.ts';
import type { TextEdit } from '../../../lib/essay/text-edits/text-edit.ts';

const found = {
  html: '<h3>一、题</h3>\n<p>甲甲<a href="http://a.cn/?a=1&amp;b=2">乙</a>丙丙。</p>\n<p>行一<br>行二</p>\n<table><tbody><tr><td>格</td><td>子</td></tr></tbody></table>\n<p>戊 &lt; 己。</p>',
  text: '一、题\n甲甲乙丙丙。\n行一\n行二\n格\t子\n戊 < 己。',
};
const edit = (kind: TextEdit['kind'], words: string, text = '', after: string | null = null): TextEdit => ({
  id: words,
  madeAt: '2026-01-01T00:00:00.000Z',
  kind,
  found: words,
  text,
  after,
});

describe('the reader’s changes of a text', () => {
  it('leave it as it is, to the letter, where there are none', () => {
    expect(applyEdits(found)).toEqual({ ...found, unplaced: [] });
  });

  it('put a removed block back behind the words that it followed', () => {
    const back = (after: string | null) => applyEdits(found, [edit('put-back', '落下的\n两行', '落下的\n两行', after)]);
    expect(back('乙丙丙。').text.split('\n').slice(0, 5)).toEqual(['一、题', '甲甲乙丙丙。', '落下的', '两行', '行一']);
    expect(back('乙丙丙。').html).toContain('丙丙。</p>\n<p>落下的</p>\n<p>两行</p>\n<p>行一');
    expect(back('').text.startsWith('落下的\n两行\n一、题')).toBe(true);
    expect(back(null).text.endsWith('戊 < 己。\n落下的\n两行')).toBe(true);
    expect(back('别处的话').text.endsWith('落下的\n两行')).toBe(true);
  });

  it('take a block out, verse and tables too', () => {
    const out = (words: string) => applyEdits(found, [edit('taken-out', words)]);
    expect(out('行一\n行二').text).toBe('一、题\n甲甲乙丙丙。\n格\t子\n戊 < 己。');
    expect(out('行一\n行二').html).not.toContain('行');
    expect(out('格子').html).not.toContain('table');
    expect(out('格子').text).not.toContain('格');
  });

  it('give a block other words, never other markup', () => {
    const { html, text } = applyEdits(found, [edit('corrected', '一、题', '一、<b>题目</b>')]);
    expect(html).toContain('<h3>一、&lt;b&gt;题目&lt;/b&gt;</h3>');
    expect(text.split('\n')[0]).toBe('一、<b>题目</b>');
  });

  it('build upon one another, and say which found no place', () => {
    const first = edit('corrected', '戊 < 己。', '戊大于己。');
    const second = edit('corrected', '戊大于己。', '戊小于己。');
    const lost = edit('taken-out', '没有这一段');
    const { text, unplaced } = applyEdits(found, [first, lost, second]);
    expect(text.endsWith('戊小于己。')).toBe(true);
    expect(unplaced).toEqual([lost]);
    expect(applyEdits(found, [lost])).toEqual({ ...found, unplaced: [lost] });
  });

  it('can be made to each block of words', () => {
    expect(editableBlocks(found)).toEqual(['一、题', '甲甲乙丙丙。', '行一\n行二', '格\t子', '戊 < 己。']);
  });
});
