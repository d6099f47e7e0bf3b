import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { zoteroItem } from '../../../lib/zotero/item.ts';
import { notesOf } from '../../../lib/zotero/notes.ts';
import { sampleEssay } from '../../support/keepings.ts';
import { newspaper, sampleRecord } from '../export/sample-record.ts';

const replay = {
  archive: 'wayback' as const,
  url: 'https://web.archive.org/web/20070702205327/http://www.example-school.cn/article/show.asp?id=12',
  capturedAt: '2007-07-02T20:53:27Z',
};

/** An essay whose authors were read from these words. */
function byWords(authors: readonly string[], raw: string): Partial<Essay> {
  const { provenance } = sampleEssay();
  const fields = { ...provenance.fields, authors: { value: authors, raw, place: 'byline' as const } };
  return { authors, provenance: { ...provenance, fields } };
}

describe('an essay as an item of Zotero', () => {
  it('is a web page with its archived copy in words', () => {
    const item = zoteroItem(sampleRecord({ archivedCopy: replay }));
    expect(item).toEqual({
      itemType: 'webpage',
      title: '论县域经济的转型',
      creators: [
        { creatorType: 'author', name: '周望川' },
        { creatorType: 'author', name: '林砚秋' },
      ],
      abstractNote: '',
      date: '2005-07-14',
      url: 'http://www.example-school.cn/article/show.asp?id=12',
      accessDate: '2026-11-24T08:00:00Z',
      language: 'zh-CN',
      extra: [
        '栏目：理论研究 > 经济',
        '信息来源：学习园地',
        '提供单位：经济学教研部',
        '存档时间：2007-07-02T20:53:27Z',
        `存档：${replay.url}`,
        'Wencun: 0123456789abcdef01234567',
      ].join('\n'),
      websiteTitle: '中共青山市委党校',
      websiteType: '',
      tags: [{ tag: '县域' }, { tag: '县域经济', type: 1 }],
    });
  });

  it('is a newspaper article with the day and page of the paper, and the portal’s day apart', () => {
    const item = zoteroItem(sampleRecord(newspaper));
    expect(item).toMatchObject({
      itemType: 'newspaperArticle',
      publicationTitle: '学习园地报',
      date: '2005-07-11',
      pages: '3',
    });
    expect(item.extra).toContain('转载网站：中共青山市委党校\n网站发布日期：2005-07-14');
    expect(item).not.toHaveProperty('issue');
    expect(item).not.toHaveProperty('websiteTitle');
  });

  it('is a journal article with its issue; its date is the year alone', () => {
    const issue = { title: '学习园地', year: 2005, issue: '3', date: null, page: '12-15' };
    expect(zoteroItem(sampleRecord({ issue }))).toMatchObject({
      itemType: 'journalArticle',
      publicationTitle: '学习园地',
      issue: '3',
      date: '2005',
      pages: '12-15',
    });
  });

  it.each(['2005', '2005-07'])('has a date no more precise than %s', (publishedOn) => {
    expect(zoteroItem(sampleRecord({ publishedOn })).date).toBe(publishedOn);
  });

  it('of two organisations has two names, and neither is turned round', () => {
    const authors = ['中共青山市委党校课题组', '青山市统计局'];
    expect(zoteroItem(sampleRecord({ authors })).creators).toEqual(
      authors.map((name) => ({ creatorType: 'author', name })),
    );
  });

  it('has a title whose signs are no formatting in Zotero and what it prints', () => {
    expect(zoteroItem(sampleRecord({ title: '<i>甲</i>与<资本论>' })).title).toBe('<\u2060i>甲<\u2060/i>与<资本论>');
  });

  it('of nobody has no creators', () => {
    expect(zoteroItem(sampleRecord({ authors: [] })).creators).toEqual([]);
  });

  it.each([
    [['李明'], '译者：李明'],
    [['李明'], '李明 译'],
    [['李明'], '李明（译）'],
    [['李明'], '翻译 李明'],
  ])('names the translator %j of %s', (authors, raw) => {
    expect(zoteroItem(sampleRecord(byWords(authors, raw))).creators).toEqual([
      { creatorType: 'translator', name: '李明' },
    ]);
  });

  it.each([
    [['李明'], '李明'],
    [['李译'], '作者：李译'],
    [['李明'], '李明译文研究'],
    [['约翰·史密斯'], '约翰·史密斯著 李明译'],
  ])('takes no author %j of %s for a translator', (authors, raw) => {
    expect(zoteroItem(sampleRecord(byWords(authors, raw))).creators).toEqual([
      { creatorType: 'author', name: authors[0] },
    ]);
  });

  it('says of a notice and of news what they are', () => {
    expect(zoteroItem(sampleRecord({ kind: 'notice' })).websiteType).toBe('通知');
    expect(zoteroItem(sampleRecord({ kind: 'news' })).websiteType).toBe('新闻');
  });

  it('of a file of unknown address has none', () => {
    expect(zoteroItem(sampleRecord({ originalUrl: 'file:///c:/1.htm' })).url).toBe('');
  });

  it('has each tag once, and the reader’s own for that', () => {
    const record = { ...sampleRecord({ keywords: ['县域', '产业', '产业', ' '] }), tags: ['县域', '待读'] };
    expect(zoteroItem(record).tags).toEqual([{ tag: '县域' }, { tag: '待读' }, { tag: '产业', type: 1 }]);
  });
});

describe('the reader’s own words as notes', () => {
  it('are a note, and one of all that is marked, signs and all', async () => {
    const highlights = [
      { colour: 'green' as const, words: '县域是\n纽带 <b>', note: '可引 & 可评' },
      { colour: 'pink' as const, words: '产业', note: '' },
    ];
    const record = { ...sampleRecord(), note: '要再读\n\n<script>', highlights: async () => highlights };
    expect(await notesOf(record)).toEqual([
      { is: 'note', html: '<h1>附注</h1><p>要再读</p><p>&lt;script&gt;</p>' },
      {
        is: 'marks',
        html:
          '<h1>标记</h1><blockquote><p><span style="background-color: #5fb23680">县域是 纽带 &lt;b&gt;</span></p></blockquote>' +
          '<p>可引 &amp; 可评</p><blockquote><p><span style="background-color: #e56eee80">产业</span></p></blockquote>',
      },
    ]);
  });

  it('are none where there is nothing', async () => {
    expect(await notesOf({ ...sampleRecord(), note: ' \n ' })).toEqual([]);
  });
});
