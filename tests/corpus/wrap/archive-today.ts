import { html as names, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isoOf, type Wrap } from './wrap.ts';

const SHORT = 'http://archive.is/Kq7Zd';
const GONE = new Set(['script', 'style', 'noscript', 'link', 'title', 'base', 'head']);
const KEPT = new Set([
  'href',
  'src',
  'alt',
  'title',
  'width',
  'height',
  'border',
  'align',
  'valign',
  'colspan',
  'rowspan',
  'color',
  'size',
]);
const EMPTY = new Set(['br', 'img', 'hr', 'input', 'meta', 'area', 'col']);
const STYLES: Readonly<Record<string, string>> = {
  br: 'box-sizing:border-box;',
  p: 'box-sizing:border-box;display:block;margin:1em 0px;',
  td: 'box-sizing:border-box;display:table-cell;vertical-align:middle;text-align:left;padding:1px;',
  tr: 'box-sizing:border-box;display:table-row;',
  table: 'box-sizing:border-box;display:table;border-spacing:2px;font-size:12px;',
  font: 'box-sizing:border-box;display:inline;',
};

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;');
const isElement = (node: Tree.ChildNode): node is Tree.Element => 'tagName' in node;

/** The page as archive.today keeps it: no class, id, script or comment, a style on every element. */
function flatten(node: Tree.ChildNode, originalUrl: string): string {
  if (node.nodeName === '#text') return escapeHtml((node as Tree.TextNode).value);
  if (!isElement(node) || GONE.has(node.tagName)) return '';
  const attributes = node.attrs
    .filter(({ name }) => KEPT.has(name))
    .map(({ name, value }) => ` ${name}="${escapeHtml(absolute(name, value, originalUrl)).replaceAll('"', '&quot;')}"`);
  const own = node.attrs.find(({ name }) => name === 'style')?.value.replaceAll('"', "'");
  const style = `${STYLES[node.tagName] ?? 'box-sizing:border-box;display:block;'}${own ?? ''}`;
  const open = `<${node.tagName}${attributes.join('')} style="${style}">`;
  return EMPTY.has(node.tagName)
    ? open
    : `${open}${node.childNodes.map((child) => flatten(child, originalUrl)).join('')}</${node.tagName}>`;
}

function absolute(name: string, value: string, originalUrl: string): string {
  if (!/^(?:href|src)$/.test(name) || value.startsWith('#') || !URL.canParse(value, originalUrl)) return value;
  const { href, protocol } = new URL(value, originalUrl);
  if (!protocol.startsWith('http')) return name === 'href' ? 'javascript:void(0)' : '';
  return name === 'src'
    ? `${SHORT}/${[...href].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 0xffffffff, 7).toString(16)}.gif`
    : href;
}

function elements(root: Tree.Document, tagName: string): readonly Tree.Element[] {
  const all = (node: Tree.ParentNode): readonly Tree.Element[] =>
    node.childNodes.filter(isElement).flatMap((child) => [child, ...all(child)]);
  return all(root).filter((element) => element.tagName === tagName && element.namespaceURI === names.NS.HTML);
}

/** A copy on archive.today under its short address. */
export const archiveToday: Wrap = (html, { originalUrl, timestamp }) => {
  const root = parse(html);
  const text = (node: Tree.Element | undefined): string =>
    node?.childNodes.map((child) => ('value' in child ? child.value : '')).join('') ?? '';
  const title = escapeHtml(text(elements(root, 'title')[0]));
  const metas = elements(root, 'meta').map(
    ({ attrs }) => `<meta${attrs.map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`).join('')}>`,
  );
  const body =
    elements(root, 'body')[0]
      ?.childNodes.map((child) => flatten(child, originalUrl))
      .join('') ?? '';
  const iso = isoOf(timestamp);
  const long = `http://archive.is/${timestamp}/${originalUrl}`;
  const percents = Array.from(
    { length: 11 },
    (_, tenth) =>
      `<tr><td style="position:relative"><a name="${tenth * 10}%" href="#${tenth * 10}%" style="font-size:8px">&nbsp;</a><div>${tenth * 10}%</div></td></tr>`,
  );
  return {
    page: `<!DOCTYPE html>
<html prefix="og: http://ogp.me/ns# article: http://ogp.me/ns/article#" itemscope itemtype="http://schema.org/Article"><!-- 203.0.113.9 --><!-- Mozilla/5.0 (Windows NT 6.1) --><head><meta http-equiv="Content-Type" content="text/html;charset=utf-8"/><meta name="robots" content="index,noarchive"/><meta property="twitter:card" content="summary"/><meta property="twitter:site" content="@archiveis"/><meta property="og:type" content="article"/><meta property="og:site_name" content="archive.is"/><meta property="og:url" content="${SHORT}" itemprop="url"/><meta property="og:title" content="${title}"/><meta property="twitter:title" content="${title}"/><meta property="twitter:description" content="archived ${iso}" itemprop="description"/><meta property="article:published_time" content="${iso}" itemprop="dateCreated"/><meta property="article:modified_time" content="${iso}" itemprop="dateModified"/><link rel="canonical" href="${SHORT}"/><link rel="bookmark" href="http://archive.today/${timestamp}/${originalUrl}"/><title>${title}</title></head><body style="margin:0;background-color:#EEEEEE"><center><div id="HEADER" style="font-family:sans-serif;background-color:#FFFAE1;border-bottom:2px #B40010 solid;min-width:1028px"><table style="width:1028px;font-size:10px" border="0" cellspacing="0" cellpadding="0"><tbody><tr><td style="width:150px"><a href="http://archive.is/" style="text-decoration:none"><div style="font-size:24px">archive<span style="font-size:16px">.today</span></div><div>webpage capture</div></a></td><td>Saved from</td><td><form action="http://archive.is/search/"><table><tbody><tr><td><input style="border:1px solid black;height:20px;width:100%" type="text" name="q" value="${originalUrl}"/></td><td><input type="submit" value="search"/></td></tr></tbody></table></form></td><td><time itemprop="pubdate" datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time></td></tr><tr><td colspan="4"><a href="http://archive.is/${originalUrl}">no other snapshots</a> from this url</td></tr><tr><td><span>Webpage</span></td><td><a href="${SHORT}/image">Screenshot</a></td><td><div id="SHARER"><a href="#" id="share">share</a><a href="http://archive.is/download/Kq7Zd.zip">download .zip</a><a href="${SHORT}/abuse">report bug or abuse</a></div></td></tr></tbody></table></div><div id="DIVSHARE" style="display:none"><table><tbody><tr><th>short link</th><td><input id="SHARE_SHORTLINK" value="${SHORT}"/></td></tr><tr><th>long link</th><td><input id="SHARE_LONGLINK" value="${long}"/></td></tr><tr><th>markdown</th><td><textarea id="SHARE_MARKDOWN">[${title}](${SHORT})</textarea></td></tr><tr><th>html code</th><td><textarea id="SHARE_HTMLCODE">&lt;a href="${SHORT}"&gt;archived ${iso}&lt;/a&gt;</textarea></td></tr><tr><th>wiki code</th><td><textarea id="SHARE_WIKICODE">{{cite web | title = ${title} | url = ${originalUrl} | archiveurl = ${SHORT} }}</textarea></td></tr></tbody></table></div><div id="DIVSHARE2"></div><div id="CONTENT" style="position:relative;width:1024px;text-align:left;background-color:white"><div class="html1" style="width:1024px;text-align:left;overflow-x:auto;overflow-y:hidden;background-color:rgb(255, 255, 255);position:relative;min-height:768px;z-index:0"><div class="html" style="text-align:left;overflow-x:visible;overflow-y:visible;">${metas.join('')}<div class="body" style="vertical-align:bottom;min-height:768px;color:rgb(0, 0, 0);text-align:left;margin:0px;font-family:SimSun;font-size:12px;">${body}</div></div></div><table id="hashtags" style="position:absolute;right:-50px;top:0;height:100%"><tbody>${percents.join('')}</tbody></table></div><div id="FOOTER"><a href="http://archive.is/">archive.today</a> donate</div></center></body></html>`,
    url: SHORT,
    expected: { archive: 'archive-today', originalUrl, capturedAt: iso },
  };
};
