import { rewriteLinks } from './rewrite-links.ts';
import { archivedOn, BODY, HEAD, insertAfter, isoOf, type Wrap, waybackDate } from './wrap.ts';

/** A replay by OpenWayback on a library's host, with its timeline banner. */
export const openWayback: Wrap = (html, { originalUrl, timestamp }) => {
  const prefix = 'http://webarchive.example.org/wayback';
  const banner = `<!-- BEGIN Wayback INSERTED TIMELINE BANNER -->
<div id="__wb_banner_div"><table style="border-top: 1px solid #000;border-bottom: 1px solid #000;" width="100%"><tr><td style="padding: 2px; background-color: #eee"><a href="${prefix}/"><b>Close</b></a> You are viewing an archived page captured ${waybackDate(timestamp)}. Find other dates: <a href="${prefix}/20060101000000/${originalUrl}">&lt;&lt;</a></td></tr></table></div>
<!-- END Wayback INSERTED TIMELINE BANNER -->
`;
  const comment = archivedOn(timestamp, 'AN OPENWAYBACK INSTANCE').replace(
    'WAYBACK MACHINE, COPYRIGHT INTERNET ARCHIVE',
    'OPENWAYBACK',
  );
  const links = rewriteLinks(html, originalUrl, (link, modifier) => `${prefix}/${timestamp}${modifier}/${link}`);
  return {
    page: insertAfter(links, BODY, banner) + comment,
    url: `${prefix}/${timestamp}/${originalUrl}`,
    expected: { archive: 'openwayback', originalUrl, capturedAt: isoOf(timestamp) },
  };
};

const COLLECTION = 'https://archive.example.edu/portals';

/** A replay by pywb: the inner page of its frame. */
export const pywb: Wrap = (html, { originalUrl, timestamp }) => {
  const insert = `<!-- WB Insert -->
<script>
  wbinfo = {};
  wbinfo.top_url = "${COLLECTION}/${timestamp}/${originalUrl}";
  wbinfo.url = "${originalUrl}";
  wbinfo.timestamp = "${timestamp}";
  wbinfo.request_ts = "${timestamp.slice(0, 4)}";
  wbinfo.prefix = decodeURI("${COLLECTION}/");
  wbinfo.mod = "mp_";
  wbinfo.is_framed = true;
  wbinfo.is_live = false;
  wbinfo.coll = "portals";
  wbinfo.proxy_magic = "";
  wbinfo.static_prefix = "https://archive.example.edu/static/";
</script>
<script src='https://archive.example.edu/static/wombat.js'></script>
<script>
  wbinfo.wombat_ts = "${timestamp}";
  wbinfo.wombat_scheme = "http";
  if (window && window._WBWombatInit) { window._WBWombatInit(wbinfo); }
</script>
<script src='https://archive.example.edu/static/default_banner.js'> </script>
<link rel='stylesheet' href='https://archive.example.edu/static/default_banner.css'/>
<!-- End WB Insert -->
`;
  const links = rewriteLinks(
    html,
    originalUrl,
    (link, modifier) => `${COLLECTION}/${timestamp}${modifier || 'mp_'}/${link}`,
  );
  return {
    page: insertAfter(links, HEAD, insert),
    url: `${COLLECTION}/${timestamp.slice(0, 4)}mp_/${originalUrl}`,
    expected: { archive: 'pywb', originalUrl, capturedAt: isoOf(timestamp) },
  };
};

/** The outer page of a pywb frame: nothing of the page itself, which is in `iframe#replay_iframe`. */
export const pywbOuter: Wrap = (_html, { originalUrl, timestamp }) => ({
  page: `<!DOCTYPE html>
<html><head><script src='https://archive.example.edu/static/wb_frame.js'> </script></head>
<body style="margin: 0px; padding: 0px;"><div id="_wb_frame_top_banner">Portals</div><div id="wb_iframe_div">
<iframe id="replay_iframe" frameborder="0" seamless="seamless" scrolling="yes" class="wb_iframe" allow="autoplay; fullscreen" src="${COLLECTION}/${timestamp}mp_/${originalUrl}"></iframe></div>
<script>var cframe = new ContentFrame({"url": "${originalUrl}" + window.location.hash, "prefix": "${COLLECTION}/", "request_ts": "${timestamp}", "iframe": "#replay_iframe"});</script>
</body></html>`,
  url: `${COLLECTION}/${timestamp}/${originalUrl}`,
  expected: { archive: 'pywb', originalUrl, capturedAt: isoOf(timestamp) },
});
