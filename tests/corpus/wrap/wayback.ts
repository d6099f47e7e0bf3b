import { rewriteLinks } from './rewrite-links.ts';
import {
  archivedOn,
  BODY,
  HEAD,
  insertAfter,
  isoOf,
  type Wrap,
  type WrapOptions,
  type Wrapped,
  waybackDate,
} from './wrap.ts';

const HOST = 'https://web.archive.org';

const replayUrl = ({ originalUrl, timestamp }: WrapOptions): string => `${HOST}/web/${timestamp}/${originalUrl}`;

const wrapped = (page: string, url: string, options: WrapOptions): Wrapped => ({
  page,
  url,
  expected: { archive: 'wayback', originalUrl: options.originalUrl, capturedAt: isoOf(options.timestamp) },
});

const links = (html: string, { originalUrl, timestamp }: WrapOptions): string =>
  rewriteLinks(
    html,
    originalUrl,
    (link, modifier) => `${modifier === '' ? '' : HOST}/web/${timestamp}${modifier}/${link}`,
  );

/** What stands in front of the page's own head today. */
const headInsert = ({
  originalUrl,
  timestamp,
}: WrapOptions): string => `<script type="text/javascript" src="https://web-static.archive.org/_static/js/bundle-playback.js?v=2N_sDSC0" charset="utf-8"></script>
<script src="//archive.org/includes/athena.js" type="text/javascript"></script>
<script type="text/javascript">window.addEventListener('DOMContentLoaded',function(){var v=archive_analytics.values;v.service='wb';v.server_name='wwwb-app213.us.archive.org';v.server_ms=311;archive_analytics.send_pageview({});});</script>
<script type="text/javascript" src="https://web-static.archive.org/_static/js/wombat.js?v=txqj7nKC" charset="utf-8"></script>
<script>window.RufflePlayer=window.RufflePlayer||{};window.RufflePlayer.config={"autoplay":"on","unmuteOverlay":"hidden"};</script>
<script type="text/javascript" src="https://web-static.archive.org/_static/js/ruffle/ruffle.js"></script>
<script type="text/javascript">
    __wm.init("${HOST}/web");
  __wm.wombat("${originalUrl}","${timestamp}","${HOST}/","web","https://web-static.archive.org/_static/",
	      "${Date.parse(isoOf(timestamp)) / 1000}");
</script>
<link rel="stylesheet" type="text/css" href="https://web-static.archive.org/_static/css/banner-styles.css?v=p7PEIJWi" />
<link rel="stylesheet" type="text/css" href="https://web-static.archive.org/_static/css/iconochive.css?v=3PDvdIFv" />
<!-- End Wayback Rewrite JS Include -->
`;

const toolbarInside = ({
  originalUrl,
  timestamp,
}: WrapOptions): string => `<div id="wm-ipp" lang="en" style="display:none;direction:ltr;" toolbar-mode="auto">
  <div id="donato" style="position:relative;width:100%;height:0;"><div id="donato-base"><iframe id="donato-if" src="https://archive.org/includes/donate.php?as_page=1&amp;platform=wb" scrolling="no" frameborder="0"></iframe></div></div>
  <div id="wm-ipp-inside">
    <div id="wm-toolbar" style="position:relative;display:flex;flex-flow:row nowrap;justify-content:space-between;">
      <div id="wm-logo"><a href="/web/" title="Wayback Machine home page"><img src="https://web-static.archive.org/_static/images/toolbar/wayback-toolbar-logo-200.png" alt="Wayback Machine" border="0" /></a></div>
      <div class="c" style="display:flex;flex-flow:column nowrap;justify-content:space-between;flex:1;">
        <form class="u" style="display:flex;flex-direction:row;flex-wrap:nowrap;" target="_top" method="get" action="/web/submit" name="wmtb" id="wmtb"><input type="text" name="url" id="wmtbURL" value="${originalUrl}" onfocus="this.focus();this.select();" /><input type="hidden" name="type" value="replay" /><input type="hidden" name="date" value="${timestamp}" /><input type="submit" value="Go" /></form>
        <div style="display:flex;flex-flow:row nowrap;align-items:flex-end;">
          <div class="s" id="wm-nav-captures"><a class="t" href="/web/${timestamp}*/${originalUrl}" title="See a list of every capture for this URL">14 captures</a><div class="r" title="Timespan for captures of this URL">12 Mar 2004 - 30 Sep 2011</div></div>
          <div class="k"><a href="" id="wm-graph-anchor"><div id="wm-ipp-sparkline" title="Explore captures for this URL" style="position: relative"><canvas id="wm-sparkline-canvas" width="675" height="27" border="0">1996 1997 1998</canvas></div></a></div>
        </div>
      </div>
      <div class="n"><table><tbody>
        <tr class="m"><td class="b" nowrap="nowrap">May</td><td class="c" id="displayMonthEl" title="You are here: ${waybackDate(timestamp)}">JUL</td><td class="f" nowrap="nowrap">Sep</td></tr>
        <tr class="d"><td class="b" nowrap="nowrap"><img src="https://web-static.archive.org/_static/images/toolbar/wm_tb_prv_off.png" alt="Previous capture" width="14" height="16" border="0" /></td><td class="c" id="displayDayEl" style="width:34px;font-size:22px;white-space:nowrap;" title="You are here: ${waybackDate(timestamp)}">${timestamp.slice(6, 8)}</td><td class="f" nowrap="nowrap"></td></tr>
        <tr class="y"><td class="b" nowrap="nowrap">2006</td><td class="c" id="displayYearEl" title="You are here: ${waybackDate(timestamp)}">${timestamp.slice(0, 4)}</td><td class="f" nowrap="nowrap">2008</td></tr>
      </tbody></table></div>
      <div class="r"><div id="wm-btns"><span class="xxs"><div id="wm-save-snapshot-success">success</div><div id="wm-save-snapshot-fail">fail</div></span></div><div id="wm-share"><a href="#" id="wm-screenshot">Screenshot</a></div><div id="wm-expand"><a id="wm-expand-a" href="#expand">About this capture</a></div></div>
    </div>
    <div id="wm-capinfo" style="border-top:1px solid #777;display:none; overflow: hidden">
      <div id="wm-capinfo-collected-by"><div style="background-color:#666;color:#fff;font-weight:bold;text-align:center" id="wm-capinfo-collected-by-header">COLLECTED BY</div><div style="margin:20px;"><div><span class="c">Collection:</span> <a style="color:#33f;" href="https://archive.org/details/alexacrawls" target="_new"><span class="wm-title">Alexa Crawls</span></a></div></div></div>
      <div id="wm-capinfo-timestamps"><div style="background-color:#666;color:#fff;font-weight:bold;text-align:center" title="Timestamps for the elements of this page">TIMESTAMPS</div><div><div id="wm-capresources" style="margin:0 5px 5px 5px;max-height:250px;overflow-y:scroll !important"></div><div id="wm-capresources-loading" style="text-align:left;margin:0 20px 5px 5px;display:none">loading</div></div></div>
    </div>
  </div>
</div>`;

const PRINT = 'The Wayback Machine - ';

function toolbar(options: WrapOptions, inside: string, print: string): string {
  const { originalUrl, timestamp } = options;
  return `<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<script>__wm.rw(0);</script>
<div id="wm-ipp-base" lang="en" style="display:none;direction:ltr;" toolbar-mode="auto">
${inside}</div><div id="wm-ipp-print">${print}</div>
<script type="text/javascript">//<![CDATA[
__wm.bt(675,27,25,2,"web","${originalUrl}","${timestamp}",1996,"https://web-static.archive.org/_static/",["https://web-static.archive.org/_static/css/banner-styles.css?v=p7PEIJWi"], false);
  __wm.rw(1);
//]]></script>
<!-- END WAYBACK TOOLBAR INSERT -->
 `;
}

const timings = `<!--
playback timings (ms):
  captures_list: 0.61
  exclusion.robots: 0.027
  load_resource: 188.9
-->`;

const current = (html: string, options: WrapOptions, inside: string, print: string): string => {
  const withHead = insertAfter(links(html, options), HEAD, headInsert(options));
  return `${insertAfter(withHead, BODY, toolbar(options, inside, print))}${archivedOn(options.timestamp, 'THE\n     INTERNET ARCHIVE')}${timings}`;
};

/** A replay of today, seen live. */
export const waybackCurrent: Wrap = (html, options) =>
  wrapped(current(html, options, toolbarInside(options), PRINT + replayUrl(options)), replayUrl(options), options);

/** The same saved by a browser: toolbar in a shadow root's template, print line emptied, opened as a file. */
export const waybackSavedAs: Wrap = (html, options) => {
  const shadow = `<template shadowrootmode="open"><style>@import url(./page_files/banner-styles.css);</style>${toolbarInside(options)}</template>`;
  const page = current(html, options, shadow, '').replaceAll(
    /https:\/\/web-static\.archive\.org\/_static\/(?:css|js)\/(?:ruffle\/)?/g,
    './page_files/',
  );
  return wrapped(page, 'file:///D:/page.html', options);
};

/** The raw page (`id_`): nothing of the archive but the address. */
export const waybackRaw: Wrap = (html, options) =>
  wrapped(html, `${HOST}/web/${options.timestamp}id_/${options.originalUrl}`, options);

/** A replay in a frame (`if_`): head and tail, no toolbar. */
export const waybackFrame: Wrap = (html, options) => {
  const page =
    insertAfter(links(html, options), HEAD, headInsert(options)) +
    archivedOn(options.timestamp, 'THE INTERNET ARCHIVE');
  return wrapped(page, `${HOST}/web/${options.timestamp}if_/${options.originalUrl}`, options);
};

/** A replay of about 2012, under an address with the year alone. */
export const wayback2012: Wrap = (html, options) => {
  const { originalUrl, timestamp } = options;
  const head = `<script type="text/javascript" src="/static/js/analytics.js"></script>
<script type="text/javascript" src="/static/js/disclaim-element.js" ></script>
<link type="text/css" rel="stylesheet" href="/static/css/banner-styles.css"/>
`;
  const bar = `<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<script type="text/javascript" src="/static/js/graph-calc.js" ></script>
<script type="text/javascript">//<![CDATA[
  var __wm = (function(imgWidth,imgHeight,yearImgWidth,monthImgWidth){
  var wbPrefix = "/web/";
  var wbCurrentUrl = "${originalUrl}";
  var firstYear = 1996;
  var displayDay = "${timestamp.slice(6, 8)}";
  var displayMonth = "Jul";
  var displayYear = "${timestamp.slice(0, 4)}";
return { saveSnapshot: function(){} };
})(500,27,25,2);
//]]></script>
<style type="text/css">body{margin-top:0!important;padding-top:0!important;min-width:800px!important;}</style>
<div id="wm-ipp" lang="en" style="display:none;"><div style="position:fixed;left:0;top:0;width:100%!important"><div id="wm-ipp-inside">
   <table style="width:100%;"><tbody><tr>
   <td id="wm-logo"><a href="/web/" title="Wayback Machine home page"><img src="/static/images/toolbar/wayback-toolbar-logo.png" alt="Wayback Machine" width="110" height="39" border="0" /></a></td>
   <td class="c"><table style="margin:0 auto;width:570px;"><tbody><tr>
       <td class="u" colspan="2"><form target="_top" method="get" action="/form-submit.jsp" name="wmtb" id="wmtb"><input type="text" name="url" id="wmtbURL" value="${originalUrl}" style="width:400px;" onfocus="this.focus();this.select();" /><input type="hidden" name="type" value="replay" /><input type="hidden" name="date" value="${timestamp}" /><input type="submit" value="Go" /></form></td>
       <td class="n" rowspan="2"><table><tbody>
           <tr class="m"><td class="b" nowrap="nowrap">JUN</td><td class="c" id="displayMonthEl" title="You are here: ${waybackDate(timestamp)}">JUL</td><td class="f" nowrap="nowrap">AUG</td></tr>
           <tr class="d"><td class="b"></td><td class="c" id="displayDayEl" title="You are here: ${waybackDate(timestamp)}">${timestamp.slice(6, 8)}</td><td class="f"></td></tr>
           <tr class="y"><td class="b">2006</td><td class="c" id="displayYearEl" title="You are here: ${waybackDate(timestamp)}">${timestamp.slice(0, 4)}</td><td class="f">2008</td></tr>
       </tbody></table></td></tr>
       <tr><td class="s"><a class="t" href="/web/${timestamp}*/${originalUrl}" title="See a list of every capture for this URL"><strong>9 captures</strong></a><div class="r" title="Timespan for captures of this URL">12 Mar 04 - 30 Sep 11</div></td></tr>
   </tbody></table></td>
   <td class="r"><a href="#close" onclick="document.getElementById('wm-ipp').style.display='none';return false;" title="Close the toolbar">Close</a><a href="http://faq.web.archive.org/" title="Get some help using the Wayback Machine">Help</a></td>
   </tr></tbody></table>
</div></div></div>
<script type="text/javascript">__wm.h("wmtb");</script>
<!-- END WAYBACK TOOLBAR INSERT -->
`;
  const page =
    insertAfter(insertAfter(links(html, options), HEAD, head), BODY, bar) +
    archivedOn(timestamp, 'THE INTERNET ARCHIVE');
  return wrapped(page, `${HOST}/web/${timestamp.slice(0, 4)}/${originalUrl}`, options);
};

/** A replay of before 2010: links as they were, only a comment behind the page. */
export const waybackComment: Wrap = (html, options) => {
  const month = waybackDate(options.timestamp).replace(/ 0(\d),/, ' $1,');
  const page =
    html + archivedOn(options.timestamp, 'THE INTERNET ARCHIVE').replace(waybackDate(options.timestamp), month);
  return wrapped(page, `http://web.archive.org/web/${options.timestamp.slice(0, 8)}/${options.originalUrl}`, options);
};
