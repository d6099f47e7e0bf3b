import { describe, expect, it } from 'vitest';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';
import { essayOf, paragraphs, prose, readPortalPage } from '../../support/portal-page.ts';

// A footer is never an essay, however short the body is, and whatever stands in its place.
const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

describe('photographs with a word below each', () => {
  const photo = (n: number, word: string): string =>
    `<p align="center"><img src="/up/${n}.jpg" width="600" height="400"></p><p align="center">${word}</p>`;

  it('are an essay of pictures: no word is an author', () => {
    const essay = essayOf({
      title: '校园风光',
      head: '<p>2006-3-5</p>',
      body: photo(1, '教学楼') + photo(2, '图书馆'),
    });
    expect(lines(essay.text)).toEqual(['教学楼', '图书馆']);
    expect(essay.html.match(/<img/g)).toHaveLength(2);
    expect(essay.authors).toEqual([]);
  });
});

describe('a body without prose', () => {
  it.each<[string, string, readonly string[]]>([
    ['of one short line', '<p>请各班班长随班就座。</p>', ['请各班班长随班就座。']],
    ['of a line without a mark', '<p align="center">会议改期</p>', ['会议改期']],
    ['of two lines', '<p>今晚停水</p><p>请各宿舍备水</p>', ['今晚停水', '请各宿舍备水']],
    [
      'of attachments',
      '<p>附件1：<a href="/up/1.doc">申报书.doc</a></p><p><a href="/up/2.xls">汇总表.xls</a></p>',
      ['附件1：申报书.doc', '汇总表.xls'],
    ],
    [
      'of a table',
      '<table border="1"><tr><td>班次</td><td>人数</td></tr><tr><td>一班</td><td>42</td></tr></table>',
      ['班次\t人数', '一班\t42'],
    ],
  ])('%s is the essay', (_, body, text) => {
    const essay = essayOf({ title: '全体学员大会', body });
    expect(lines(essay.text)).toEqual(text);
    expect(essay).toMatchObject({ title: '全体学员大会', publishedOn: '2011-03-22', source: '清河党建网' });
  });

  it.each([
    ['a picture', '<p align="center"><img src="/up/1.jpg" width="600" height="400"></p>', 1],
    [
      'two scanned pages in a link each',
      '<p><a href="/up/b1.jpg"><img src="/up/1.jpg"></a></p><p><a href="/up/b2.jpg"><img src="/up/2.jpg"></a></p>',
      2,
    ],
    ['a picture loaded late', '<p><img src="/images/blank.gif" data-original="/up/1.jpg"></p>', 1],
  ])('of %s is an essay of pictures', (_, body, count) => {
    const essay = essayOf({ title: '春季开学典礼掠影', body });
    expect(essay.text).toBe('');
    expect(essay.html.match(/<img/g)?.length).toBe(count);
    expect(essay).toMatchObject({ title: '春季开学典礼掠影', publishedOn: '2011-03-22' });
  });

  it('is recognised as a page of the school where it is pictures, and is not where nothing stands', () => {
    const scans =
      '<p><img src="/up/1.jpg" width="600" height="800"></p><p><img src="/up/2.jpg" width="600" height="800"></p>';
    const essay = essayOf({ title: '春季开学典礼掠影', body: scans });
    expect(essay.provenance.recognition.portal).toBe(true);
    expect(
      essayOf({ title: '春季开学典礼掠影', body: `${scans}<p>图为典礼现场</p>` }).provenance.recognition.portal,
    ).toBe(true);
    expect(essayOf({ title: '全体学员大会', body: '<p>请各班班长随班就座。</p>' }).provenance.recognition.portal).toBe(
      false,
    );
  });

  it('is pictures below a title that only path and credits tell', () => {
    const url = 'http://www.qhdx.example/show.asp?id=3';
    const html = `<html><head><title>清河市委党校</title></head><body><table><tr><td>您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="/l">校园风光</a> &gt;&gt; 正文</td></tr><tr><td align="center"><b>开学典礼掠影</b></td></tr><tr><td>发布日期：2009/11/06　提供单位：教务处</td></tr><tr><td><img src="/up/1.jpg" width="600" height="400"></td></tr><tr><td>本信息共浏览：321次</td></tr></table><p>版权所有：中共清河市委党校</p></body></html>`;
    const read = readEssay({ document: parsePage(html, url), url }, { any: true });
    expect(read.ok && [read.value.title, read.value.text, read.value.html.match(/<img/g)?.length]).toEqual([
      '开学典礼掠影',
      '',
      1,
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a hidden field', '<input type="hidden" name="id" value="2">'],
    ['a picture of the layout', '<p><img src="/images/line.gif" width="600" height="2"></p>'],
    [
      'an advertisement',
      '<p><a href="http://www.guanggao.example/"><img src="/images/ad.gif" width="468" height="60"></a></p>',
    ],
  ])('of %s is nothing to read', (_, body) => {
    const read = readPortalPage({ title: '春季开学典礼掠影', body });
    expect(read.ok ? read.value.text : read.problem.code).toBe('nothing-to-read');
  });

  it('keeps its picture beside a caption', () => {
    const essay = essayOf({ title: '开学典礼', body: '<p><img src="/up/1.jpg"></p><p>图为典礼现场（陆明远 摄）</p>' });
    expect(essay.text).toBe('图为典礼现场（陆明远 摄）');
    expect(essay.html).toContain('/up/1.jpg');
  });
});

describe('a poem', () => {
  const poem = ['撑船的老人解开缆绳', '像解开', '一个旧年的结', '对岸的灯亮了', '有人挑着担子走来'];
  const statement =
    '<div class="foot"><p>本站收入的作品和评论多由网友荐来，只为方便大家一起阅读，互相学习</p><p>文章的著作权属于写作的人，看法也不代表本站，若有不妥之处，请写信告诉我们，我们会尽快撤下！</p></div>';

  it.each([
    ['by breaks', poem.join('<br>')],
    ['in paragraphs', poem.map((line) => `<p>${line}</p>`).join('')],
    ['in stanzas', `<p>${poem.slice(0, 3).join('<br>')}</p><p>${poem.slice(3).join('<br>')}</p>`],
  ])('%s under its title wins over the sentences of the site', (_, body) => {
    expect(lines(essayOf({ title: '渡口', body, below: statement }).text)).toEqual(poem);
  });

  it.each([
    ['by breaks', (all: readonly string[]) => `<p align="center">${all.join('<br>')}</p>`],
    ['in paragraphs', (all: readonly string[]) => all.map((line) => `<p>${line}</p>`).join('')],
  ])('%s keeps a first line that is its title', (_, write) => {
    const body = write(['渡口的灯', ...poem]);
    expect(lines(essayOf({ title: '渡口的灯', body }).text)).toEqual(['渡口的灯', ...poem]);
  });

  it.each([
    ['set otherwise', `<p align="center"><b>渡口的灯</b></p>${poem.map((line) => `<p>${line}</p>`).join('')}`],
    ['apart by a blank line', `<p>渡口的灯<br><br>${poem.join('<br>')}</p>`],
  ])('loses a repeat of its title %s', (_, body) => {
    expect(lines(essayOf({ title: '渡口的灯', body }).text)).toEqual(poem);
  });

  it('within prose keeps its refrain, and prose loses a repeat of the title', () => {
    const verse = ['添一块炭', '夜校的灯还亮', '墙上的字还湿', '添一块炭'];
    const essay = essayOf({
      title: '添一块炭',
      body: `<p>添一块炭</p><p>　　${paragraphs[0]}</p><p>${verse.join('<br>')}</p>${prose}`,
    });
    expect(lines(essay.text)).toEqual([paragraphs[0], ...verse, ...paragraphs]);
  });
});
