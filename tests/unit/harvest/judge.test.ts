import { describe, expect, it } from 'vitest';
import { foldAddress } from '../../../lib/harvest/address/fold.ts';
import { judgeAddress } from '../../../lib/harvest/address/judge.ts';
import { shapesOf } from '../../../lib/harvest/captures/catalogue.ts';

const judge = (path: string, mimetype = 'text/html') =>
  judgeAddress(foldAddress(/^http/.test(path) ? path : `http://www.qhswdx.com${path}`), mimetype);
const kinds = (paths: readonly string[]): readonly string[] => paths.map((path) => `${judge(path).kind} ${path}`);
const all = (kind: string, paths: readonly string[]): readonly string[] => paths.map((path) => `${kind} ${path}`);

describe('addresses', () => {
  it('of essays are known by the family that makes them', () => {
    const paths = [
      '/Article/xslt/200507/697.html',
      '/Article/ShowArticle.asp?ArticleID=697',
      '/Item/697.aspx',
      '/html/llyj_12_697.shtml',
      '/Item/Show.asp?m=1&d=697',
      '/a/llyj/2005/0714/697.html',
      '/plus/view.php?aid=697',
      '/news/2005-07-14/697.html',
      '/index.php?m=content&c=index&a=show&catid=12&id=697',
      '/html/2011/llyj_0714/697.html',
      '/art/2005/7/14/art_12_697.html',
      '/llyj/200507/t20050714_697.htm',
      '/info/1023/697.htm',
      '/content.jsp?urltype=news.NewsContentUrl&wbtreeid=1023&wbnewsid=697',
      '/2005/0714/c12a697/page.htm',
      '/_t50/2013/0704/c1630a137556/page.htm',
      '/html/2005-07/14/content_697.htm',
      '/ReadNews.asp?NewsID=697',
      '/show.asp?id=697',
    ];
    expect(kinds(paths)).toEqual(all('essay', paths));
  });

  it('of essays are known by a school’s own pattern, and by their words', () => {
    const paths = [
      'http://www.nbdx.cn/show.asp?id=697',
      'http://www.zsdx.gov.cn/Article/Detail?id=65173',
      'http://www.cntheory.com/zydx/2019-04/ccps190416O7PS.html',
      'http://www.tlswdx.gov.cn/contents/16/4376.html',
      'http://www.gddx.gov.cn/xyxw/llsd/content/post_11299.html',
      '/newsdetail.aspx?id=697',
      '/Article/Detail/65173',
      '/xuebao/lw/0697.htm',
      '/news_view.php?newsid=697',
      '/display.asp?ID=697',
      '/xxny.asp?nid=697',
      '/lunwen/20050714.htm',
      '/dispArticle.Asp?ID=697',
      '/NewsInfo.aspx?NewsId=697',
      '/2005/07/wz697.html',
      '/xueshu/detail.jsp?articleId=697&classid=4',
    ];
    expect(kinds(paths)).toEqual(all('essay', paths));
  });

  it('of lists are known', () => {
    const paths = [
      '/',
      '/index.asp',
      '/llyj/',
      '/list.asp?classid=4',
      '/list.asp?classid=4&page=3',
      '/more.asp?id=3',
      '/Article/ShowClass.asp?ClassID=5',
      '/Category_12/Index.aspx',
      '/Category_12/Index_2.aspx',
      '/col/col12/index.html',
      '/channels/12.html',
      '/node_12.htm',
      '/html/list_12_2.html',
      '/plus/list.php?tid=12',
      '/index.php?m=content&c=index&a=lists&catid=12',
      '/llyj/index_3.shtml',
      '/newslist.asp?typeid=3',
      '/news.asp?typeid=3',
      '/article.asp?lanmu=%B5%B3%BD%A8',
      '/show_class.asp?classid=3',
      '/news.asp?page=2',
      '/12/list.htm',
      '/moreNews.aspx?c=3',
      '/s/12/t/3/p/list.htm',
    ];
    expect(kinds(paths)).toEqual(all('list', paths));
  });

  it('of tools, parts of pages and files are none', () => {
    const paths = [
      '/print.asp?id=697',
      '/Article/Print.asp?ArticleID=697',
      '/comment.asp?newsid=697',
      '/plus/feedback.php?aid=697',
      '/search.asp?keyword=%B5%B3%BD%A8&page=2',
      '/guestbook/index.asp?page=3',
      '/gbook.asp?id=3',
      '/login.asp',
      '/user/reg.asp?step=1',
      '/admin/login.asp?id=1',
      '/count.asp?id=697',
      '/Common/GetHits.aspx?id=697',
      '/vote.asp?id=2',
      '/top.asp',
      '/left.htm',
      '/upfile/200609/a.gif',
      '/upload/697.doc',
      '/download.asp?id=697',
      '/bbs/dispbbs.asp?boardid=2&id=697',
      '/rss.asp?classid=4',
      '/css/main.css',
      '/js/nav.js?v=20050714',
      '/sendmail.asp?articleid=697',
      '/User/User_Favorite.asp?Action=Add&ChannelID=1&InfoID=697',
      '/xxgk/jj.html',
      '/calendar.asp?date=2005-07-14',
      '/member/697.html',
      '/link.asp?id=4',
    ];
    expect(kinds(paths)).toEqual(all('other', paths));
  });

  it('in folders of notices and of a school’s news are none, and those of its essays are', () => {
    const news = ['/tzgg/200507/697.html', '/xwdt/2005-07-14/697.html', '/a/xxyw/2005/0714/697.html', '/zbgg/697.htm'];
    expect(kinds(news)).toEqual(all('other', news));
    const essays = [
      '/llyj/200507/697.html',
      '/xwzx/llyj/697.html',
      '/news/2005-07-14/697.html',
      '/xyxw/llsd/2005/697.html',
    ];
    expect(kinds(essays)).toEqual(all('essay', essays));
    expect(kinds(['/tzgg/', '/xwdt/index_2.html'])).toEqual(all('list', ['/tzgg/', '/xwdt/index_2.html']));
  });

  it('whose type is no page’s are none', () => {
    expect(['image/gif', 'application/pdf', 'text/css'].map((type) => judge('/show.asp?id=697', type).kind)).toEqual([
      'other',
      'other',
      'other',
    ]);
    expect(
      ['', 'text/html', 'text/plain', 'unk', 'application/octet-stream', 'application/xhtml+xml'].map(
        (type) => judge('/show.asp?id=697', type).kind,
      ),
    ).toEqual(Array.from({ length: 6 }, () => 'essay'));
    const odd = [
      'application/unknown',
      'text/asp',
      'application/x-httpd-php',
      'magnus-internal/cgi',
      'text/htm',
      '*/*',
    ];
    expect(odd.map((type) => judge('/show.asp?id=697', type).kind)).toEqual(odd.map(() => 'essay'));
    const none = ['text/vnd.wap.wml', 'application/msword', 'text/xml', 'application/x-javascript', 'multipart/mixed'];
    expect(none.map((type) => judge('/show.asp?id=697', type).kind)).toEqual(none.map(() => 'other'));
  });

  it('name the page of an essay, and its year', () => {
    const pages = {
      '/show.asp?id=697': 1,
      '/show.asp?id=697&page=2': 2,
      '/html/llyj_12_697.shtml': 1,
      '/html/llyj_12_697_3.shtml': 3,
      '/Item/697_2.aspx': 2,
      '/news/2005-07-14/697.html': 1,
      '/list.asp?classid=4&page=12': 12,
      '/art/2005/7/14/art_12_697.html': 1,
      '/llyj/200507/t20050714_697.htm': 1,
      '/info/1023/69.htm': 1,
    };
    expect(Object.fromEntries(Object.keys(pages).map((path) => [path, judge(path).page]))).toEqual(pages);
    expect(
      [
        '/news/2005-07-14/697.html',
        '/Article/xslt/200507/697.html',
        '/show.asp?id=2005',
        '/art/1985/7/14/art_12_697.html',
      ].map((path) => judge(path).year),
    ).toEqual([2005, 2005, null, null]);
  });

  it('of a shape that lists name are essays', () => {
    const known = shapesOf([
      'http://qhswdx.com/zl/wenji.asp?bianhao=1',
      'http://qhswdx.com/zl/wenji.asp?bianhao=2',
      'http://qhswdx.com/zl/wenji.asp?bianhao=3',
      'http://qhswdx.com/odd-11',
    ]);
    const of = (address: string) => judgeAddress(address, 'text/html', known);
    expect(of('http://qhswdx.com/zl/wenji.asp?bianhao=88')).toMatchObject({ kind: 'essay', by: 'shape' });
    expect(of('http://qhswdx.com/odd-22').kind).toBe('other');
  });

  it('never take long to judge', () => {
    const long = `http://a.cn/${'a-1_'.repeat(2000)}.html?${'id=1&'.repeat(2000)}`;
    expect(judgeAddress(foldAddress(long)).kind).toBeDefined();
  });
});
