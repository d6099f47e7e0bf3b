import { describe, expect, it } from 'vitest';
import { writtenText } from './reading.ts';
import { newspaper, sampleRecord } from './sample-record.ts';

/** The lines of a file by RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const [, cell = '', end = ''] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    const value = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    (rows.at(-1) ?? rows[rows.push([]) - 1])?.push(value);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the manifest', () => {
  it('is read back, a line an essay, by column', async () => {
    const text = await writtenText('csv', [sampleRecord({ title: '甲,"乙"\n丙' }), sampleRecord(newspaper)]);
    expect(text.startsWith('\ufeffid,')).toBe(true);
    const [head = [], first, second, ...others] = parseCsv(text.slice(1));
    expect(others).toEqual([]);
    const rows = [first, second].map((row = []) => Object.fromEntries(head.map((name, n) => [name, row[n]])));
    expect(rows[0]).toMatchObject({
      title: '甲,"乙"\n丙',
      authors: '周望川; 林砚秋',
      published_on: '2005-07-14',
      column: '理论研究 > 经济',
      original_sha256: 'ab'.repeat(32),
      // printf '县域是城乡之间的纽带。\n转型要从产业做起。' | sha256sum
      text_sha256: 'd7cfd6d10aa204503f8309693b8e8c366d1af3765c039d77c361d80c321683ef',
      read_from: 'title=title-line; publishedOn=credit-line',
      tags: '县域',
    });
    expect(rows[1]).toMatchObject({ issue_title: '学习园地报', issue_date: '2005-07-11', published_on: '2005-07-14' });
  });

  it.each(['=HYPERLINK("http://a.cn")', '+1', '-1', '@a', '＝1'])('lets no formula run: %j', async (title) => {
    const [, row = []] = parseCsv((await writtenText('csv', [sampleRecord({ title })])).slice(1));
    expect(row[2]).toBe(`'${title}`);
  });

  it.each([
    ['  =1', "'  =1"],
    ['\u3000-1', "'\u3000-1"],
    ['甲;=1', "甲;'=1"],
    ['甲; @a;+1', "甲;' @a;'+1"],
    ['甲 - 乙', '甲 - 乙'],
    ['甲\n- 乙', '甲\n- 乙'],
  ])('nor behind blanks or the separators of other spreadsheets: %j', async (title, cell) => {
    const [, row = []] = parseCsv((await writtenText('csv', [sampleRecord({ title })])).slice(1));
    expect(row[2]).toBe(cell);
  });

  it('nor after a tab, which divides cells too', async () => {
    const [, row = []] = parseCsv((await writtenText('csv', [sampleRecord({ title: '\t=1' })])).slice(1));
    expect(row[2]).toBe("'\t'=1");
  });

  it('leaves out what nobody knows', async () => {
    const text = await writtenText('csv', [
      { ...sampleRecord({ unit: null, hits: null }), capture: null, keptAt: null },
    ]);
    expect(text).not.toMatch(/null|undefined/);
  });
});
