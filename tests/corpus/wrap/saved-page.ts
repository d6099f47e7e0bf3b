import { rewriteLinks } from './rewrite-links.ts';
import { DOCTYPE, HEAD, HTML, insertAfter, isoOf, type Wrap, type WrapOptions, type Wrapped } from './wrap.ts';

const FILE = 'file:///C:/My%20Documents/page.htm';

const savedFrom = (url: string): string => `<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->\r\n`;

const saved = (page: string, archive: string, { originalUrl }: WrapOptions, capturedAt: string | null): Wrapped => ({
  page,
  url: FILE,
  expected: { archive, originalUrl, capturedAt },
});

/** Links absolute, images and styles in the folder beside the page. */
const localLinks = (html: string, originalUrl: string): string =>
  rewriteLinks(html, originalUrl, (link, modifier) =>
    modifier === '' ? link : `page_files/${new URL(link).pathname.split('/').at(-1) || 'a'}`,
  );

/** As Internet Explorer writes a page out again: tags in capitals, its generator in the head. */
function byExplorer(html: string, originalUrl: string): string {
  const capitals = localLinks(html, originalUrl).replace(
    /<(\/?)([a-z][a-z0-9]*)/gi,
    (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
  );
  return insertAfter(capitals, HEAD, '<META content="MSHTML 6.00.2900.2627" name=GENERATOR>\r\n');
}

/** Saved by Internet Explorer: the mark behind the doctype. No file tells when it was saved. */
export const savedPage: Wrap = (html, options) => {
  const page = byExplorer(html, options.originalUrl);
  const doctype = DOCTYPE.exec(page)?.[0] ?? '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">';
  return saved(
    `${doctype}\r\n${savedFrom(options.originalUrl)}${page.replace(DOCTYPE, '')}`,
    'saved-page',
    options,
    null,
  );
};

/** The same with the mark in front of the doctype. */
export const savedPageBefore: Wrap = (html, options) =>
  saved(savedFrom(options.originalUrl) + localLinks(html, options.originalUrl), 'saved-page', options, null);

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The moment as JavaScript writes it in Beijing. */
function inBeijing(timestamp: string): string {
  const there = new Date(Date.parse(isoOf(timestamp)) + 8 * 3600_000);
  const day = String(there.getUTCDate()).padStart(2, '0');
  return `${DAYS[there.getUTCDay()]} ${MONTHS[there.getUTCMonth()]} ${day} ${there.getUTCFullYear()} ${there.toISOString().slice(11, 19)} GMT+0800 (中国标准时间)`;
}

const singleFileForm = (html: string, header: string, infobar: string): string => {
  const bare = html.replace(/<script\b[\s\S]*?<\/script>/gi, '').replace(/<!--[\s\S]*?-->/g, '');
  return `${insertAfter(bare, HTML, header).replace(/<\/body>/i, `${infobar}$&`)}`;
};

const singleFileHeader = (first: string, url: string, timestamp: string): string =>
  `<!--\n ${first} \n url: ${url} \n saved date: ${inBeijing(timestamp)}\n-->`;

/** Saved by SingleFile of today. */
export const singleFile: Wrap = (html, options) => {
  const infobar = `<single-file-infobar style="all: initial; display: block"><template shadowrootmode="open"><div class="infobar"><span>Page saved with SingleFile from ${options.originalUrl}</span></div></template>SingleFile ${options.originalUrl}</single-file-infobar>`;
  const header = singleFileHeader('Page saved with SingleFile', options.originalUrl, options.timestamp);
  return saved(singleFileForm(html, header, infobar), 'singlefile', options, isoOf(options.timestamp));
};

/** Saved by a SingleFile of before 2019. */
export const singleFileLegacy: Wrap = (html, options) => {
  const header = singleFileHeader('Archive processed by SingleFile', options.originalUrl, options.timestamp);
  const infobar = `<singlefile-infobar>Archived from ${options.originalUrl}</singlefile-infobar>`;
  return saved(singleFileForm(html, header, infobar), 'singlefile', options, isoOf(options.timestamp));
};

const scrapBookForm = (html: string, source: string, timestamp: string): string => {
  const attributes = ` data-scrapbook-source="${source.replaceAll('&', '&amp;')}" data-scrapbook-create="${timestamp}417" data-scrapbook-title="page"`;
  const root = HTML.test(html) ? html : `<html>${html}`;
  const page = root.replace(HTML, (tag) => `${tag.slice(0, -1)}${attributes}>`);
  return page.replace(
    /<\/body>/i,
    '<scrapbook-toolbar data-scrapbook-elem="toolbar">Marker Eraser Save</scrapbook-toolbar><script data-scrapbook-elem="basic-loader">(function(){})();</script>$&',
  );
};

/** Saved by WebScrapBook, with its editing toolbar. */
export const webScrapBook: Wrap = (html, options) =>
  saved(scrapBookForm(html, options.originalUrl, options.timestamp), 'webscrapbook', options, isoOf(options.timestamp));

/** Any replay saved later by one of these: the replay's record counts. */
const savedReplay =
  (replay: Wrap, save: (html: string, url: string) => string): Wrap =>
  (html, options) => {
    const { page, url, expected } = replay(html, options);
    return { page: save(String(page), url), url: FILE, expected };
  };

const LATER = '20250301081500';

export const replayInSavedPage = (replay: Wrap): Wrap =>
  savedReplay(replay, (html, url) => html.replace(DOCTYPE, '').replace(/^\s*/, `<!DOCTYPE html>\r\n${savedFrom(url)}`));
export const replayInSingleFile = (replay: Wrap): Wrap =>
  savedReplay(replay, (html, url) =>
    singleFileForm(html, singleFileHeader('Page saved with SingleFile', url, LATER), ''),
  );
export const replayInWebScrapBook = (replay: Wrap): Wrap =>
  savedReplay(replay, (html, url) => scrapBookForm(html, url, LATER));
