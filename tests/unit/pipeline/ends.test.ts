import { describe, expect, it } from 'vitest';
import { essayOf, paragraphs, prose } from '../../support/portal-page.ts';

// What stands below the last paragraph: an essay's own last lines stay, what the site adds goes.
const read = (after: string, below = ''): ReturnType<typeof essayOf> =>
  essayOf({ title: '关于召开水利会议的通知', body: prose + after, below });

describe('the last lines of an essay stay in it', () => {
  it.each<[string, string, readonly string[]]>([
    ['an office and a day on one line', '<p align="right">校团委　　2011年6月28日</p>', ['校团委 2011年6月28日']],
    [
      'an office above a day',
      '<p align="right">清河市委党校教务处</p><p align="right">2011年6月28日</p>',
      ['清河市委党校教务处', '2011年6月28日'],
    ],
    ['a day in Han numerals', '<p align="right">校团委　二〇一一年六月二十八日</p>', ['校团委 二〇一一年六月二十八日']],
    [
      'attachments',
      '<p>附件1：<a href="/up/1.doc">申报书.doc</a></p><p>附件2：<a href="/up/2.xls">汇总表.xls</a></p>',
      ['附件1：申报书.doc', '附件2：汇总表.xls'],
    ],
    [
      'attachments under a heading',
      '<p>相关附件：</p><p><a href="/up/1.doc">申报书</a></p><p><a href="/up/2.xls">汇总表</a></p>',
      ['相关附件：', '申报书', '汇总表'],
    ],
    [
      'a programme',
      '<p>时间：2011年3月28日上午9时</p><p>地点：三楼会议室</p>',
      ['时间：2011年3月28日上午9时', '地点：三楼会议室'],
    ],
    ['whom to ask', '<p>联系人：陆明远　电话：0790-6220188</p>', ['联系人：陆明远 电话：0790-6220188']],
    [
      'attachments below the sign-off of the editors',
      '<p>（责任编辑：林志）</p><p>附件：<a href="/up/1.doc">申报书.doc</a></p>',
      ['附件：申报书.doc'],
    ],
  ])('%s', (_, after, lines) => {
    const essay = read(after);
    expect(essay.text.replace(/[\u3000 ]+/g, ' ').split('\n')).toEqual([...paragraphs, ...lines]);
    expect(essay.authors).toEqual([]);
  });

  it('an appendix below its credits, which go', () => {
    const essay = read(`<p>（撰稿：陆明远）</p><p>附：各村轮值办法</p><p>　　${paragraphs[1]}</p>`);
    expect(essay.text.split('\n')).toEqual([...paragraphs, '附：各村轮值办法', paragraphs[1]]);
    expect(essay.authors).toEqual(['陆明远']);
  });
});

describe('what a site adds below an essay goes', () => {
  it.each([
    ['words that it is filed under', '<p>标签：<a href="/t/1">水利</a> <a href="/t/2">章程</a></p>'],
    ['codes to scan', '<p>用手机扫一扫，分享给朋友</p><p>扫描二维码关注我们</p>'],
    ['thanks and invitations', '<p>感谢您的阅读，欢迎关注本校微信公众号</p><p>欢迎投稿，投稿信箱：tg@qhdx.example</p>'],
    ['who read the proofs', '<p>责任校对：王芳</p>'],
    ['how to quote it', '<p>本文来源于清河党校网 http://www.qhswdx.com 转载请注明出处</p>'],
    ['a vote', '<form>您认为这篇文章：<input type="radio">好 <input type="radio">一般 <input type="submit"></form>'],
    [
      'friends of the site',
      '<div>友情链接：<a href="http://a.example">甲网</a> <a href="http://b.example">乙网</a></div>',
    ],
    ['an address for texts', '<p>欢迎广大读者投稿，投稿邮箱：qhdx@qhdx.example</p><p>扫一扫，手机看文章</p>'],
    ['whom to ask first', '<p>如需转载，请与本站联系。</p>'],
    [
      'a list under a heading of any words',
      '<div><h3>热点排行</h3><ul><li><a href="/1">冬修水利</a></li><li><a href="/2">晒谷场上</a></li></ul></div>',
    ],
    ['the form for comments', '<form><h3>发表评论</h3>昵称：<input name="n"> 验证码：<input name="c"></form>'],
    ['counts of readers', '<p>您是本文第 321 位读者</p>'],
    ['who edits the column', '<p>本栏目责任编辑：林志</p>'],
    [
      'how it may be quoted',
      '<p>除非注明，文章均为本站原创，转载请注明出处，谢谢。分类: <a href="/jj/">集体经济</a></p><p>本文地址：<a href="/2.html">/2.html</a></p>',
    ],
    [
      'how it may be quoted, in other words',
      '<p>本网站转载的文章版权归原作者所有，如有侵权请来信告知，我们将及时删除。</p>',
    ],
    ['codes to scan', '<p>打开微信，点击底部的“发现”，使用“扫一扫”即可将网页分享至朋友圈。</p>'],
    [
      'sharing',
      '<div class="bdsharebuttonbox"><a href="#">分享至好友</a> <a href="#">转播到腾讯微博</a> <span>+1</span></div>',
    ],
    ['a heading of pictures', '<p>+1</p><p><a href="/tp/">图集</a></p>'],
    [
      'other pages with their summaries',
      `<h3>推荐阅读</h3>${[1, 2, 3].map((n) => `<p><a href="/${n}.html">冬修水利的几点经验（${n}）</a></p><p>${paragraphs[n - 1]?.slice(0, 48)}……</p>`).join('')}`,
    ],
    [
      'other pages, link and summary on a line',
      `<h3>相关新闻</h3>${[1, 2, 3].map((n) => `<p><a href="/${n}.html">冬修水利</a> ${paragraphs[n - 1]?.slice(0, 48)}……</p>`).join('')}`,
    ],
  ])('%s', (_, after) => {
    expect(read(after).text.split('\n')).toEqual(paragraphs);
    expect(read('', after).text.split('\n')).toEqual(paragraphs);
  });

  it('and the essay goes on after a box of links within it', () => {
    const box =
      '<p>相关新闻</p><p><a href="/1.html">冬修水利的几点经验</a></p><p><a href="/3.html">水渠账目公开</a></p>';
    const essay = essayOf({
      title: '管水的章程',
      body: `<p>　　${paragraphs[0]}</p>${box}<p>　　${paragraphs[1]}</p><p>　　${paragraphs[2]}</p>`,
    });
    expect(essay.text.split('\n')).toEqual(paragraphs);
  });
});
