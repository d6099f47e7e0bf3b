import { outerWraps } from '../../wrap/index.ts';
import { type Negative, portalOf } from './negative.ts';

function frameset(): Negative {
  const { school } = portalOf('frameset');
  return {
    slug: 'frameset',
    url: `http://${school.host}/xkyj/index.htm`,
    charset: 'gb2312',
    note: 'the outer page of frames: the essay is in one of them',
    html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${school.name}</title></head>
<frameset rows="100,*" border="0"><frame name="banner" src="top.htm" scrolling="no"><frameset cols="160,*"><frame name="contents" src="left.htm"><frame name="main" src="2001/12.htm"></frameset>
<noframes><body><p>此网页使用了框架，但您的浏览器不支持框架。</p></body></noframes></frameset></html>`,
  };
}

function pywbOuter(): Negative {
  const { school } = portalOf('pywb-outer');
  const { page, url } = outerWraps.pywbOuter('', {
    originalUrl: `http://${school.host}/show.asp?id=12`,
    timestamp: '20060703205327',
  });
  return { slug: 'pywb-outer', url, charset: 'utf-8', note: 'the frame around a replay', html: String(page) };
}

const empty: Negative = {
  slug: 'empty',
  url: 'http://www.lhswdx.cn/show.asp?id=3',
  charset: 'gb2312',
  note: 'a page without a word',
  html: '<html><head><title></title></head><body></body></html>',
};

/** Pages whose words are elsewhere, or nowhere. */
export const frameNegatives: readonly Negative[] = [frameset(), pywbOuter(), empty];
