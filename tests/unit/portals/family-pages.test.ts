import { describe, expect, it } from 'vitest';
import { families } from '../../../lib/portals/cms/families.ts';
import { abstractOfFamily, bodyOfFamily, claimsOf, identifyFamily } from '../../../lib/portals/cms/identify.ts';
import { parsePage } from '../../support/parse-page.ts';

const nowhere = 'http://dx.example/';
const page = (html: string): Document => parsePage(html, nowhere);
const familyOf = (id: string) => {
  const family = families.find((one) => one.id === id);
  if (family === undefined) throw new Error(`No family ${id}.`);
  return family;
};
/** The family that a page is of, with what told it. */
const told = (html: string, address = nowhere, comments = ''): string | null => {
  const found = identifyFamily(page(html), address, comments);
  return found && `${found.family.id}: ${found.mark}`;
};

describe('what one mark alone tells', () => {
  it.each([
    ['<div id="vsb_content_2">', 'boda: [id^="vsb_content"]'],
    ['<div class="v_news_content">', 'boda: .v_news_content'],
    ['<form name="_newscontent_fromname">', 'boda: form[name="_newscontent_fromname"]'],
    ['<span id="dynclicks_wbnews_1">', 'boda: [id^="dynclicks_wbnews_"]'],
    ['<a href="ReadNews.asp?NewsID=1">', 'chenyuan: [href*="ReadNews.asp?NewsID="]'],
    ['<div class="ReadNews_CopyRight_Logo">', 'chenyuan: .ReadNews_CopyRight_Logo'],
    ['<a href="OtherNews.asp?a=1">', 'chenyuan: a[href*="OtherNews.asp"]'],
    ['<script src="/plus/count.php?view=yes&aid=1"></script>', 'dedecms: script[src*="count.php?view=yes"]'],
    ['<link href="/dedecms.css">', 'dedecms: link[href*="dedecms.css"]'],
    ['<script src="/dedeajax2.js"></script>', 'dedecms: script[src*="dedeajax"]'],
    ['<div class="viewbox">', 'dedecms: div.viewbox'],
    ['<body class="showpage">', 'empirecms: body.showpage'],
    ['<script src="/e/public/ViewClick/?id=1"></script>', 'empirecms: script[src*="e/public/ViewClick"]'],
    ['<script src="/e/data/js/ajax.js"></script>', 'empirecms: script[src*="e/data/js/ajax.js"]'],
    ['<founder-content>', 'founder: founder-content'],
    ['<founder-title>', 'founder: founder-title'],
    [
      '<meta name="generator" content="Microsoft FrontPage 4.0">',
      'frontpage: meta[name="GENERATOR" i][content*="FrontPage" i]',
    ],
    ['<meta name="progid" content="a">', 'frontpage: meta[name="ProgId" i]'],
    [
      '<meta name="Generator" content="Microsoft Word 9">',
      'frontpage: meta[name="Generator" i][content*="Microsoft Word" i]',
    ],
    ['<div class="Section1"><p class="MsoNormal">', 'frontpage: .Section1 .MsoNormal'],
    ['<link href="/css/hanweb.css">', 'hanweb: link[href*="hanweb.css"]'],
    ['<iframe src="/module/visitcount/a.jsp"></iframe>', 'hanweb: iframe[src*="module/visitcount"]'],
    ['<meta name="maketime" content="2006">', 'hanweb: meta[name="Maketime" i]'],
    ['<script src="/KS_Inc/a.js"></script>', 'kesion: script[src*="/KS_Inc/"]'],
    ['<div id="pageNext">', 'kesion: div#pageNext'],
    ['<script src="/Item/GetHits.asp?a=1"></script>', 'kesion: script[src*="/Item/GetHits.asp"]'],
    ['<a href="/item/SendMail.asp?a=1">', 'kesion: [href*="/item/SendMail.asp"]'],
    ['<a href="/plus/Comment.asp?a=1">', 'kesion: [href*="/plus/Comment.asp"]'],
    ['<div id="Article"><h1>塘</h1></div>', 'phpcms: div#Article > h1'],
    ['<script src="/index.php?m=content&c=hits&a=1"></script>', 'phpcms: script[src*="m=content&c=hits"]'],
    ['<script src="/api.php?op=count&id=1"></script>', 'phpcms: script[src*="api.php?op=count"]'],
    ['<script src="/Common/GetHits.aspx?a=1"></script>', 'sitefactory: script[src*="/Common/GetHits.aspx"]'],
    ['<i id="keyword_PowerEasy">', 'sitefactory: #keyword_PowerEasy'],
    ['<a href="/Category_12/Index.aspx">', 'sitefactory: a[href*="/Category_"][href$="/Index.aspx"]'],
    ['<table><td id="fontzoom">', 'siteweaver: td#fontzoom'],
    ['<i class="main_ArticleTitle">', 'siteweaver: .main_ArticleTitle'],
    ['<a href="ShowCopyFrom.asp?a">', 'siteweaver: [href*="ShowCopyFrom.asp"]'],
    ['<a href="ShowAuthor.asp?a">', 'siteweaver: [href*="ShowAuthor.asp"]'],
    ['<a href="javascript:fontZoomA();">', 'siteweaver: [href*="fontZoomA()"]'],
    ['<div class="wp_articlecontent">', 'sudy: .wp_articlecontent'],
    ['<div class="Article_Content">', 'sudy: .Article_Content'],
    ['<img src="/_visitcount?a=1">', 'sudy: img[src*="_visitcount"]'],
    ['<p class="arti_metas">', 'sudy: .arti_metas'],
    ['<i class="WP_VisitCount">', 'sudy: .WP_VisitCount'],
    ['<i sudyfile-attr="a">', 'sudy: [sudyfile-attr]'],
    ['<div class="TRS_Editor">', 'trs: .TRS_Editor'],
    ['<div class="Custom_UnionStyle">', 'trs: .Custom_UnionStyle'],
    ['<div class="TRS_PreAppend">', 'trs: .TRS_PreAppend'],
    ['<div class="trs-editor">', null],
    ['<p>塘</p>', null],
  ])('%s: %s', (html, family) => {
    expect(told(html)).toBe(family);
  });

  it.each([
    ['webber.wbst.com.news', 'boda: webber.wbst.com.news'],
    ['enpcontent', 'founder: enpcontent'],
    ['npm:article-content', 'founder: npm:article-content'],
    ['enpproperty', 'founder: enpproperty'],
    ['<$[标题]>begin', 'hanweb: <$[标题]>begin'],
    ['<$[信息内容]>begin', 'hanweb: <$[信息内容]>begin'],
    ['<$[信息来源]>begin', 'hanweb: <$[信息来源]>begin'],
    ['<$[作者]>begin', null],
    ['ZJEG_RSS.content.begin', 'hanweb: ZJEG_RSS.content.begin'],
    ['webber wbst com news', null],
  ])('the comment %s: %s', (comments, family) => {
    expect(told('<p>塘</p>', nowhere, comments)).toBe(family);
  });

  it.each([
    ['/show.asp?id=1', '/show.asp?id=1'],
    ['/ViewNews.aspx?newsid=12', '/ViewNews.aspx?newsid=12'],
    ['/read_1.php?a=b&articleid=3', '/read_1.php?a=b&articleid=3'],
    ['/disp.jsp?nid=3', '/disp.jsp?nid=3'],
    ['/detail.asp?a=&aid=3', '/detail.asp?a=&aid=3'],
    ['/content.asp?id=3', '/content.asp?id=3'],
    ['/newsview.asp?id=3', '/newsview.asp?id=3'],
    ['/news_view.asp?id=3', '/news_view.asp?id=3'],
    ['/newsshow.asp?id=3', '/newsshow.asp?id=3'],
    ['/news_show.asp?id=34&b', '/news_show.asp?id=34'],
    ['/article.asp?id=3', '/article.asp?id=3'],
    ['/showarticle.asp?id=3', '/showarticle.asp?id=3'],
    ['/list.asp?id=3', null],
    ['/myshow.asp?id=3', null],
    ['/show.htm?id=3', null],
    ['/show.asp?id=a', null],
    ['/show.asp?cid=3', null],
    ['/show.asp?=a&id=3', null],
    ['/show.asp?a&id=3', null],
    ['/show-a.asp?id=3', null],
    ['/show.asp', null],
  ])('the address %s of a hand-written portal: %s', (path, mark) => {
    expect(told('<p>塘</p>', `http://dx.example${path}`)).toBe(mark && `hand-written: ${mark}`);
  });

  it.each([
    ['http://dx.example/1.htm', 1.75],
    ['http://dx.example/1.HTML', 1.75],
    ['http://dx.example/1.html?a=1', 1],
    ['http://dx.example/1.htmx', 1],
  ])('of FrontPage at %s: %d', (address, count) => {
    expect(claimsOf(page('<meta name="ProgId" content="a">'), address, '')[0]?.count).toBe(count);
  });
});

describe('what several marks tell', () => {
  it.each<[string, string, string, [string, number][]]>([
    ['<div class="viewbox"></div>', nowhere, '', [['dedecms', 1]]],
    [
      '<div class="viewbox"></div><div class="TRS_Editor"></div><div class="TRS_PreAppend"></div>',
      nowhere,
      '',
      [
        ['trs', 2],
        ['dedecms', 1],
      ],
    ],
    [
      '<div class="viewbox"></div>',
      'http://dx.example/show.asp?id=1',
      '',
      [
        ['dedecms', 1],
        ['hand-written', 0.5],
      ],
    ],
    [
      '<div class="viewbox"></div>',
      'http://dx.example/show.asp?id=1',
      'enpcontent',
      [
        ['founder', 2],
        ['dedecms', 1],
        ['hand-written', 0.5],
      ],
    ],
    [
      '<founder-title></founder-title>',
      'http://dx.example/html/2006-07/14/content_1.htm',
      'enpcontent',
      [['founder', 3.75]],
    ],
    ['<p></p>', nowhere, 'enpcontent', [['founder', 2]]],
    ['<p></p>', nowhere, '', []],
  ])('%s at %s with %j', (html, address, comments, claims) => {
    expect(claimsOf(page(html), address, comments).map(({ family, count }) => [family.id, count])).toEqual(claims);
  });
});

describe('what stands in the boxes of a family', () => {
  const text = '塘里的水一年放两回，头一回在清明前，第二回在晒谷之后。';

  it.each([
    ['boda', '<form id="vsb_content_1">', true],
    ['boda', '<div class="v_news_content">', true],
    ['dedecms', '<div class="viewbox"><div class="content">', true],
    ['dedecms', '<div class="content">', false],
    ['empirecms', '<table><td id="text">', true],
    ['empirecms', '<div id="text">', true],
    ['empirecms', '<p id="text">', false],
    ['phpcms', '<div id="Article"><div class="content">', true],
    ['sitefactory', '<div class="conTxt">', true],
    ['siteweaver', '<table><td id="fontzoom">', true],
    ['siteweaver', '<div id="fontzoom">', true],
    ['sudy', '<div class="wp_articlecontent">', true],
    ['sudy', '<div class="Article_Content">', true],
    ['trs', '<div class="Custom_UnionStyle">', true],
    ['trs', '<div class="TRS_PreAppend">', true],
    ['chenyuan', '<div class="content">', false],
    ['hand-written', '<div class="content">', false],
    ['frontpage', '<div class="Section1">', false],
  ])('of %s, the body in %s: %s', (id, tag, isBody) => {
    expect(bodyOfFamily(page(`${tag}${text}`), familyOf(id))?.textContent ?? null).toBe(isBody ? text : null);
  });

  it.each([
    ['<div class="intro">塘水之争</div>', '塘水之争'],
    ['<div class="intro">摘要：塘水之争</div>', '塘水之争'],
    ['<div class="intro"> 【 摘 要 】 ： 塘水之争</div>', '塘水之争'],
    ['<div class="intro">［内容提要］:塘水之争</div>', '塘水之争'],
    ['<div class="intro">[导读]塘水之争</div>', '塘水之争'],
    ['<div class="intro">提 要 塘水之争</div>', '塘水之争'],
    ['<div class="intro">导　读 ：塘水之争</div>', '塘水之争'],
    ['<div class="intro">核心提示：塘水之争</div>', '塘水之争'],
    ['<div class="intro">说摘要：塘水之争</div>', '说摘要：塘水之争'],
    ['<div class="intro">塘水 \n 之争</div>', '塘水 之争'],
    ['<div class="intro"> </div>', undefined],
    ['<div class="summary">塘水之争</div>', undefined],
  ])('of DedeCMS, the abstract of %s: %s', (html, value) => {
    expect(abstractOfFamily(page(html), familyOf('dedecms'))?.value).toBe(value);
  });

  it('are told with their words and place', () => {
    expect(abstractOfFamily(page('<div class="summary"> 摘要： 塘水 </div>'), familyOf('phpcms'))).toEqual({
      value: '塘水',
      raw: '摘要： 塘水',
      place: 'family:phpcms',
    });
    expect(abstractOfFamily(page('<div class="summary">塘水</div>'), familyOf('trs'))).toBeNull();
  });

  it('are of the essay where key words are the CMS’s own', () => {
    expect(
      families
        .filter(({ ownKeywords }) => ownKeywords)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['dedecms', 'hanweb', 'phpcms', 'trs']);
  });
});
