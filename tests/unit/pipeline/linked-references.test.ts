import { describe, expect, it } from 'vitest';
import { essayOf, paragraphs, prose } from '../../support/portal-page.ts';

// Works that an essay quotes may be links, as links to other pages are: what stands above them tells, or the mark of a note.
const title = '管水的章程';
const link = (words: string): string => `<a href="http://www.example.org/1.htm">${words}</a>`;
const linesOf = (body: string): readonly string[] => essayOf({ title, body }).text.split('\n');

describe('links at the end of an essay', () => {
  it.each([
    ['below 参考文献', ['参考文献：', '水利志', '清河县志']],
    ['below 注释 in brackets', ['【注释】', '水利志', '清河县志']],
    ['with the marks of notes', ['[1] 水利志', '[2] 清河县志']],
    ['with figures in circles', ['①水利志', '②清河县志']],
    ['that are addresses', ['资料来源：', 'http://www.example.org/1', 'http://www.example.org/2']],
  ])('%s are its references', (_, lines) => {
    const written = lines.map((line) => `<p>${/[：】]$/.test(line) ? line : link(line)}</p>`).join('');
    expect(linesOf(prose + written)).toEqual([...paragraphs, ...lines]);
  });

  it('behind 参考资料 in a line are', () => {
    expect(linesOf(`${prose}<p>参考资料：${link('《水利志》')}、${link('《清河县志》')}</p>`).at(-1)).toBe(
      '参考资料：《水利志》、《清河县志》',
    );
  });

  it.each([
    ['below 相关链接', `<p>相关链接：</p><p>${link('水利志')}</p><p>${link('清河县志')}</p>`],
    ['below nothing', `<p>${link('冬修水利的几点经验')}</p><p>${link('谈谈管水')}</p>`],
    ['that number the pages', `<p>参考文献：</p><p>${link('[1]')} ${link('[2]')} ${link('下一页')}</p>`],
  ])('%s are other pages', (_, below) => {
    expect(linesOf(prose + below).filter((line) => line !== '参考文献：')).toEqual(paragraphs);
  });
});
