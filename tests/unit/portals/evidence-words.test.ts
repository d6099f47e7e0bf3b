import { describe, expect, it } from 'vitest';
import { evidenceText, paragraph, prose, type RecognisedParts, recogniseParts } from '../../support/recognise-parts.ts';

const text = (size: number): string => `<p>${prose.repeat(10).slice(0, size - 1)}。</p>`;
const link = (words: string): string => `<p><a href="/x.htm">${words}</a></p>`;

describe('the words that evidence shows', () => {
  it.each<[string, RecognisedParts, string, string | undefined]>([
    ['the mass of a body', { body: text(60) }, 'body', '60'],
    ['the mass of none', { body: text(59) }, 'no-body', '59'],
    ['a title', {}, 'title', '塘水记'],
    ['a credit line', { credits: '<div>作者：王芳</div>' }, 'credit-line', '作者：王芳'],
    ['the first of two', { credits: '<div>作者：王芳</div><div>来源：校刊</div>' }, 'credit-line', '作者：王芳'],
    [
      'the one below the title before one above',
      { above: '<div>来源：校刊</div>', credits: '<div>作者：王芳</div>' },
      'credit-line',
      '作者：王芳',
    ],
    [
      'a credit line of 160 characters',
      { credits: `<div>作者：王芳${'水'.repeat(60)} 来源：校刊${'水'.repeat(60)}</div>` },
      'credit-line',
      undefined,
    ],
    [
      'labels in 119 characters',
      { below: `<div>水${'水'.repeat(104)}作者：王芳 来源：校刊</div>` },
      'credit-line',
      undefined,
    ],
    ['a byline', { credits: '<div>王芳</div>' }, 'byline', '王芳'],
    ['a byline above the title', { above: '<div>王芳</div>' }, 'byline', undefined],
    ['no credits', {}, 'no-credit', ''],
    ['a byline for credits', { credits: '<div>王芳</div>' }, 'no-credit', undefined],
    ['a path', { above: '<div>当前位置：首页 &gt; 理论</div>' }, 'breadcrumb', '当前位置：首页 > 理论'],
    ['a path of two lines', { above: '<div>现在位置</div><div>-</div>' }, 'breadcrumb', '现在位置 -'],
    ['tools', { credits: '<div>【打印】【关闭】</div>' }, 'tools', '【打印】【关闭】'],
    ['tools at the end of the body', { body: `${paragraph}<p>【打印】【关闭】</p>` }, 'tools', '【打印】【关闭】'],
    ['the first of two tools', { credits: '<div>【打印】</div>', below: '<div>【关闭】</div>' }, 'tools', '【打印】'],
    ['a family', { body: `<div class="TRS_Editor">${paragraph}</div>` }, 'cms', 'trs · .TRS_Editor'],
    ['no family', {}, 'cms', undefined],
    ['the address of a family', { url: 'http://10.0.0.1/show.asp?id=12' }, 'address', '/show.asp?id=12'],
    ['another address', { url: 'http://10.0.0.1/1.xml' }, 'address', undefined],
    ['links', { body: text(70), below: link('水'.repeat(30)).repeat(20) }, 'link-list', '600 / 673'],
    ['another script', { body: `<p>${'pond, '.repeat(20)}</p>` }, 'not-chinese', 'pond, '.repeat(10)],
    ['a password', { body: text(70), below: '<form><input type="PASSWORD"></form>' }, 'login', 'input[type=password]'],
    ['a school', { below: '<div>版权所有：中共青山市委党校</div>' }, 'institution', '版权所有：中共青山市委党校'],
  ])('%s', (_, parts, id, words) => {
    expect(evidenceText(parts, id)).toBe(words);
  });

  it('are no more than 160 characters', () => {
    const titled = (length: number) =>
      evidenceText({ credits: `<div>作者：${'水'.repeat(length)}</div>`, title: '塘' }, 'credit-line');
    expect([titled(40)?.length, titled(400)?.length ?? 0].every((length) => (length ?? 0) <= 161)).toBe(true);
    const path = `首页 &gt; ${'水'.repeat(80)} &gt; ${'水'.repeat(80)}`;
    expect(evidenceText({ above: `<div>当前位置：${path}</div>` }, 'breadcrumb')?.length ?? 161).toBe(161);
  });
});

describe('verse is a body', () => {
  const poem = (lines: number, size: number, more = ''): RecognisedParts => ({
    body: `${`<p>${'水'.repeat(size)}</p>`.repeat(lines)}${more}`,
    credits: '<div>作者：王芳</div>',
  });
  it.each<[string, RecognisedParts, boolean]>([
    ['of four lines and 24 characters', poem(4, 6), true],
    ['of three lines', poem(3, 8), false],
    ['of 20 characters', poem(4, 5), false],
    ['of 40 characters a line', poem(4, 40), true],
  ])('%s: %s', (_, parts, isBody) => {
    expect(evidenceText(parts, 'body') !== undefined).toBe(isBody);
  });
});

describe('the kind of a page', () => {
  const school = '<div>版权所有：中共青山市委党校</div>';
  const path = (column: string): string => `<div>当前位置：首页 &gt; ${column} &gt; 正文</div>`;
  const kindOf = (parts: RecognisedParts) =>
    recogniseParts({ below: school, body: paragraph.repeat(4), url: 'http://www.qsswdx.cn/show.asp?id=1', ...parts })
      .kind;
  const news = '塘水节在校举行';

  it.each<[string, RecognisedParts, string | null]>([
    ['an essay', { above: path('理论研究'), credits: '<div>作者：王芳</div>' }, 'essay'],
    ['a notice by its column', { above: path('通知公告') }, 'notice'],
    ['news by its column', { above: path('校园新闻') }, 'news'],
    ['news by its title', { title: news, credits: '<div>来源：办公室</div>' }, 'news'],
    ['an essay by its author', { title: news, credits: '<div>作者：王芳</div>' }, 'essay'],
    ['news by a department', { title: news, credits: '<div>作者：办公室</div>' }, 'news'],
    ['news by nobody', { title: news, credits: '<div>作者：佚名</div>' }, 'news'],
    ['news by the school’s own', { title: news, credits: '<div>作者：本站</div>' }, 'news'],
    ['an essay by a byline', { title: news, credits: '<div>王芳</div>' }, 'essay'],
    ['an essay by another label', { title: news, credits: '<div>撰稿：王芳</div>' }, 'essay'],
    ['an essay by a label with a space', { title: news, credits: '<div>作 者：王芳</div>' }, 'essay'],
    [
      'news by its opening',
      { body: paragraph.replace('塘里', '本报讯 塘里').repeat(4), credits: '<div>来源：办公室</div>' },
      'news',
    ],
    [
      'a title in the path that tells nothing',
      { title: '校园新闻漫谈', above: '<div>当前位置：首页 &gt; 校园新闻漫谈</div>', credits: '<div>作者：王芳</div>' },
      'essay',
    ],
    ['no portal’s', { below: '', url: 'http://10.0.0.1/1.xml' }, null],
  ])('%s', (_, parts, kind) => {
    expect(kindOf(parts)).toBe(kind);
  });
});

it('scores are sums, capped at fifty on either side', () => {
  const whole: RecognisedParts = {
    above: '<div>当前位置：首页 &gt; 理论</div>',
    credits: '<div>作者：王芳 来源：校刊</div><div>【打印】【关闭】</div>',
    below: '<div>版权所有：中共青山市委党校</div>',
    url: 'http://www.nbdx.cn/show.asp?id=1',
  };
  const scoreOf = (parts: RecognisedParts): string => {
    const { score, portal } = recogniseParts(parts);
    return `${score} ${portal}`;
  };
  // 35 and 20 of the school; 15, 5, 20, 8, 7, 5 and 5 of the article.
  expect(scoreOf(whole)).toBe('100 true');
  expect(scoreOf({ ...whole, below: '' })).toBe('70 true');
  expect(scoreOf({ ...whole, url: 'http://10.0.0.1/1.xml' })).toBe('85 true');
  expect(scoreOf({ ...whole, above: '', credits: '', url: 'http://www.nbdx.cn/1.xml' })).toBe('60 true');
  expect(scoreOf({ ...whole, above: '', credits: '', url: 'http://www.qsswdx.cn/1.xml' })).toBe('57 false');
  expect(scoreOf({ body: text(59), url: 'http://10.0.0.1/1.xml' })).toBe('-65 false');
});
