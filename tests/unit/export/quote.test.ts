import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../lib/export/cite/csl.ts';
import { chicagoNote } from '../../../lib/export/quote/chicago.ts';
import { passageAddress } from '../../../lib/export/quote/passage-address.ts';
import { quotePassage } from '../../../lib/export/quote/quote.ts';
import { loadRomanise } from '../../../lib/features/cite/romanise.ts';

const work: CslItem = {
  id: 'wencun-1',
  type: 'webpage',
  title: '论新农村建设',
  author: [{ literal: '王小明' }, { literal: '欧阳修远' }, { literal: '课题组调研小组' }],
  issued: { 'date-parts': [[2005, 3, 1]] },
  'container-title': '某市委党校',
  URL: 'http://dx.example/a.htm',
  archivedUrl: 'https://web.archive.org/web/2006/http://dx.example/a.htm',
  language: 'zh-CN',
};

describe('a quoted passage', () => {
  it('leads to its words in the archived copy, else in the page', () => {
    const start = 'https://web.archive.org/web/2006/http://dx.example/a.htm#:~:text=';
    expect(passageAddress(work, '村民自治')).toBe(`${start}${encodeURIComponent('村民自治')}`);
    const { archivedUrl: _, ...live } = work;
    expect(passageAddress({ ...live, URL: 'http://dx.example/a.htm#top' }, 'a-b, c & d')).toBe(
      'http://dx.example/a.htm#:~:text=a%2Db%2C%20c%20%26%20d',
    );
    const { URL: __, ...nowhere } = live;
    expect(passageAddress(nowhere, '甲')).toBeNull();
    const long = `开头${'字'.repeat(90)}结尾`;
    expect(passageAddress(work, `${long}\n第二行`)).toBe(
      `${start}${encodeURIComponent(long.slice(0, 20))},${encodeURIComponent('第二行')}`,
    );
  });

  it('has its citation in each form', async () => {
    const romanise = await loadRomanise();
    const quote = (form: 'gbt' | 'chicago' | 'markdown' | 'plain') =>
      quotePassage({ words: '村民*自治', note: '可引', work }, form, romanise).text.split('\n');
    expect(quote('gbt')[0]).toBe('“村民*自治”');
    expect(quote('gbt')[1]).toContain('论新农村建设[EB/OL]');
    expect(quote('gbt').at(-1)).toBe('可引');
    expect(quote('chicago')[1]).toBe(
      'Wang Xiaoming 王小明, Ouyang Xiuyuan 欧阳修远, and 课题组调研小组, “论新农村建设,” 某市委党校, March 1, 2005, https://web.archive.org/web/2006/http://dx.example/a.htm.',
    );
    expect(quote('plain')[0]).toBe(
      '“村民*自治”——王小明、欧阳修远、课题组调研小组《论新农村建设》，某市委党校，2005-03-01',
    );
    const [first, , source] = quote('markdown');
    expect(first).toBe('> 村民\\*自治');
    expect(source).toMatch(/^> —— \[王小明、.*《论新农村建设》.*\]\(<https:\/\/web\.archive\.org\/.*#:~:text=.*>\)$/);
    expect(quotePassage({ words: '<b>', note: '', work }, 'plain', romanise).html).toContain('“&lt;b&gt;”');
  });

  it('lacks in Chicago what the work lacks', () => {
    expect(chicagoNote({ id: 'x', type: 'webpage', title: '无题', language: 'zh-CN' }, () => '')).toBe('“无题.”');
    const { archivedUrl: _, ...live } = work;
    expect(
      chicagoNote(
        { ...live, author: [], type: 'article-journal', issue: '12', issued: { 'date-parts': [[2005]] } },
        () => '',
      ),
    ).toBe('“论新农村建设,” 某市委党校, no. 12, (2005), http://dx.example/a.htm.');
  });

  it('reads names of persons, compound ones and those with several readings', async () => {
    const romanise = await loadRomanise();
    expect(['单田芳', '曾国藩', '司马光', '李四', '课题组调研小组', 'John'].map(romanise)).toEqual([
      'Shan Tianfang',
      'Zeng Guofan',
      'Sima Guang',
      'Li Si',
      '',
      '',
    ]);
  });
});
