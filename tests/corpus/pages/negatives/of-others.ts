import type { Negative } from './negative.ts';

/** A common article page of someone else's site. */
interface Other {
  readonly slug: string;
  readonly url: string;
  readonly charset: 'gb2312' | 'utf-8';
  readonly note: string;
  readonly site: string;
  readonly crumbs: string;
  readonly title: string;
  readonly credit: string;
  readonly paragraphs: readonly string[];
  readonly footer: string;
  /** Wraps the body as the site's software does. */
  readonly body?: (html: string) => string;
}

const page = ({ site, crumbs, title, credit, paragraphs, footer, charset, body, ...rest }: Other): Negative => {
  const text = paragraphs.map((paragraph) => `<p>　　${paragraph}</p>`).join('\n');
  return {
    ...rest,
    charset,
    html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>${title}-${site}</title></head><body>
<div class="top"><img src="/images/logo.gif" alt="${site}"></div>
<div class="crumb">${crumbs}</div>
<h1>${title}</h1>
<div class="info">${credit}</div>
<div class="article">${body ? body(text) : text}</div>
<div class="tools">【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</div>
<div class="footer">${footer}</div>
</body></html>
`,
  };
};

/** Articles of governments, universities and newspapers that have much in common with a Party school's. */
export const otherNegatives: readonly Negative[] = [
  page({
    slug: 'county-government',
    url: 'http://www.mcdx.gov.cn/zwxx/200806/1204.html',
    charset: 'gb2312',
    note: 'a county government whose host ends in dx.gov.cn',
    site: '梅川东县人民政府',
    crumbs: '您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="/zwxx/">政务信息</a> &gt;&gt; 正文',
    title: '全县春季植树工作全面展开',
    credit: '发布时间：2008-03-12　来源：县林业局　作者：办公室　点击数：231',
    paragraphs: [
      '连日来，全县各乡镇抓住雨后墒情好的有利时机，组织干部群众开展春季植树。截至目前，全县已完成荒山造林一万二千亩，四旁植树六十万株。',
      '县委、县政府要求各单位明确任务，落实责任，确保栽一棵活一棵。县委党校组织全体教职工和在校学员参加了义务植树。',
    ],
    footer: '主办：梅川东县人民政府　承办：县政府信息中心　某ICP备05001234号',
  }),
  page({
    slug: 'district-news',
    url: 'http://www.bjdx.gov.cn/ywdt/2009/t20090312_1107.htm',
    charset: 'utf-8',
    note: 'a known false friend among hosts',
    site: '大兴之窗',
    crumbs: '您所在的位置：<a href="/">首页</a> &gt; <a href="#">要闻动态</a>',
    title: '我区召开城乡规划座谈会',
    credit: '发布日期：2009/03/12　信息来源：区规划分局　浏览次数：85',
    paragraphs: [
      '昨日下午，我区召开城乡规划座谈会，听取有关镇街和部门对新一轮规划修编的意见。与会人员围绕道路、绿地和公共服务设施的布局提出了建议。',
      '会议要求，规划部门要把群众反映集中的问题逐条梳理，能在修编中解决的尽量解决，一时解决不了的要说明原因。',
    ],
    footer: '主办：北京市大兴区人民政府　版权所有　京ICP备05000000号',
  }),
  page({
    slug: 'university-course',
    url: 'http://dangxiao.yunhuuniv.edu.cn/info/1005/2207.htm',
    charset: 'utf-8',
    note: 'a university course for students who want to join the Party',
    site: '云湖大学党校',
    crumbs: '当前位置：<a href="/">首页</a> &gt;&gt; <a href="#">培训动态</a> &gt;&gt; 正文',
    title: '我校第三十二期入党积极分子培训班开班',
    credit: '来源: 党委组织部 | 发布时间: 2011-10-17 | 浏览次数: 66',
    paragraphs: [
      '10月16日晚，云湖大学党校第三十二期入党积极分子培训班在大学生活动中心开班，来自各学院的四百余名学生参加了开班仪式。',
      '培训班为期四周，包括专题讲座、小组讨论、社会实践和结业考试。考试合格者由学校党校颁发结业证书。',
    ],
    footer: '版权所有：云湖大学党校　地址：云湖市大学路1号',
  }),
  page({
    slug: 'university-boda',
    url: 'http://jgdw.yunhuuniv.edu.cn/info/1031/3310.htm',
    charset: 'utf-8',
    note: 'a university page by Boda that names a Party school in its title',
    site: '云湖大学机关党委',
    crumbs: '当前位置: <a href="/">首页</a>&gt;&gt;<a href="#">工作动态</a>&gt;&gt;正文',
    title: '机关党委组织干部赴省委党校参观学习',
    credit: '发布时间: 2011-06-20 | 浏览次数: <span id="dynclicks_wbnews_3310_7">12</span>',
    paragraphs: [
      '6月18日，机关党委组织各支部书记一行二十人赴省委党校参观学习，参观了校史馆和图书馆，听取了关于案例教学的介绍。',
      '大家表示，参观学习开阔了眼界，今后要把学到的经验运用到支部工作中去，进一步做好服务师生的各项工作。',
    ],
    footer: '云湖大学机关党委 版权所有',
    body: (html) => `<div id="vsb_content"><div class="v_news_content">${html}</div></div>`,
  }),
  page({
    slug: 'newspaper',
    url: 'http://www.lhdaily.example/html/2007-11/22/content_41207.htm',
    charset: 'gb2312',
    note: 'a newspaper prints an essay by a teacher of a Party school',
    site: '临湖日报',
    crumbs: '<a href="/">临湖日报</a> &gt; 理论周刊',
    title: '谈谈乡村邮路',
    credit: '2007年11月22日　来源：临湖日报　作者：费行知',
    paragraphs: [
      '乡村邮路是最容易被忘记的公共服务。一条四十里的山路，送的也许只有七八封信，两三张汇款单，算经济账是亏的，算人心账是赚的。',
      '邮递员老周走了十九年，自行车换了六辆。他说，信可以少，路不能断；路断了，山里人就觉得外面把他们忘了。',
      '（作者单位：中共临湖市委党校）',
    ],
    footer: '临湖日报社 版权所有　未经授权不得转载　新闻热线：2111234',
  }),
  page({
    slug: 'academy',
    url: 'http://www.shkxy.example/show.asp?id=411',
    charset: 'gb2312',
    note: 'an academy of social sciences: the same software and credit line, another kind of school',
    site: '江东省社会科学院',
    crumbs: '您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="#">学术成果</a>',
    title: '方言调查中的录音规范',
    credit: '发布日期：2006/09/03 提供单位：语言研究所',
    paragraphs: [
      '方言调查的录音，最怕两件事：一是环境嘈杂，二是发音人紧张。环境可以选，紧张却要慢慢化解，所以头半个小时的录音往往只能当作闲谈。',
      '规范的做法是先录词表，再录句子，最后录长篇话语。词表要分两遍念，两遍之间隔开一天，以便比较。',
    ],
    footer: '版权所有：江东省社会科学院　地址：崇文大道88号',
  }),
  {
    slug: 'english',
    url: 'http://www.harbourtimes.example/world/2005/07/14/bridges.html',
    charset: 'utf-8',
    note: 'a page in English',
    html: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>The bridge keepers - Harbour Times</title></head><body><h1>The bridge keepers</h1><p class="byline">By Alice Marlow, July 14, 2005</p>
<p>For forty years the swing bridge has opened twice a day, and for forty years somebody has walked out to check the bolts by hand. The ritual takes eleven minutes and a lamp.</p>
<p>Engineers proposed sensors in the spring. The keepers did not object; they asked only that the walk be kept, because sensors do not notice a heron's nest under the third span.</p>
<p>Copyright 2005 Harbour Times. All rights reserved.</p></body></html>`,
  },
];
