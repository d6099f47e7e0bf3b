import { attributeOf, bodyOf, parentElementOf, queryAll, rootOf, textOf } from '../dom/tree.ts';
import { isPublicAddress } from '../essay/archive-hosts.ts';
import { momentOfTimestamp, type PartialMoment } from '../essay/partial-date.ts';
import type { ArchiveName } from '../essay/record-words.ts';
import { repairUrl } from './address.ts';
import type { Finding } from './finding.ts';
import type { Page } from './unwrapped.ts';

/** Hosts that search engines showed their copies of pages on, and the address in theirs where it is there. */
const engines: readonly { readonly archive: ArchiveName; readonly address: RegExp }[] = [
  {
    archive: 'google-cache',
    address:
      /^https?:\/\/(?:webcache\.googleusercontent\.com|(?:www\.)?google\.[\w.]+|(?:\d+\.){3}\d+)\/search\?(?:[^#]*&)?q=cache(?::|%3a)/i,
  },
  { archive: 'baidu-cache', address: /^https?:\/\/cache\.baidu(?:content)?\.com\// },
  {
    archive: 'search-cache',
    address: /^https?:\/\/(?:cc\.bingj\.com|snapshot\.sogou(?:cdn)?\.com|c\.360webcache\.com|c\.so\.com)\//,
  },
];

/** A banner's words, in the languages that portals' readers searched in. */
const bannerWords = /快照|网页缓存|頁庫存|页库存|的缓存|的快取|'s cache of|cached (?:version|copy|page)|cache of/i;
/** A banner is shorter than any page, and among the first things on it. In characters, and in elements. */
const longestBanner = 600;
const reach = 40;

/**
 * A page as a search engine kept it, seen there or saved from there; null for another page. The address stands in the
 * engine's own, or in the banner's link; the moment in the banner of Google and Bing. Without the engine's host the
 * banner alone is believed on disk only.
 */
export function readSearchCache({ document, url }: Page, where: string): Finding | null {
  const engine = engines.find(({ address }) => address.test(where)) ?? null;
  if (engine === null && isPublicAddress(url)) return null;
  const banner = findBanner(document);
  const originalUrl = cachedAddress(where) ?? (banner === null ? null : linkIn(banner));
  if (originalUrl === null || (engine === null && banner === null)) return null;
  const words = textOf(banner) ?? '';
  const named = /google/i.test(words) ? 'google-cache' : /百度|baidu/i.test(words) ? 'baidu-cache' : 'search-cache';
  return {
    archive: engine?.archive ?? named,
    originalUrl,
    url: engine === null ? null : where,
    capturedAt: momentIn(words),
    archiveElements: banner === null ? [] : [banner],
  };
}

/** `q=cache:ID:host/path+words` of Google, where the ID may be missing. */
function cachedAddress(where: string): string | null {
  if (engines[0]?.address.test(where) !== true || !URL.canParse(where)) return null;
  const asked = new URL(where).searchParams.get('q') ?? '';
  const [, address = ''] = /^cache:(?:[\w-]{6,20}:)?(\S+)/i.exec(asked) ?? [];
  return repairUrl(address);
}

/** The widest element around the banner's words that holds nothing else. */
function findBanner(document: Document): Element | null {
  const root = bodyOf(document) ?? rootOf(document);
  const found = [...queryAll(root, 'div, td, p, center, span')]
    .slice(0, reach)
    .find((element) => isBanner(element) && linkIn(element) !== null);
  let banner: Element | null = found ?? null;
  for (
    let around = parentElementOf(banner);
    around && around !== root && isBanner(around);
    around = parentElementOf(around)
  )
    banner = around;
  return banner;
}

function isBanner(element: Element): boolean {
  const words = textOf(element) ?? '';
  return words.length <= longestBanner && bannerWords.test(words);
}

/** The first link that leads to no search engine. */
function linkIn(banner: Element): string | null {
  for (const link of queryAll(banner, 'a[href]')) {
    const href = attributeOf(link, 'href') ?? '';
    const address = /^https?:/i.test(href) ? repairUrl(href) : null;
    if (
      address !== null &&
      !/(?:^|\.)(?:google|baidu|bing|sogou|so|360|yahoo|msn|microsoft)\.[\w.]+$/i.test(new URL(address).hostname)
    )
      return address;
  }
  return null;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The moment that a banner tells, in Greenwich time: `14 Jul 2011 08:30:11 GMT`, `2011年7月14日 08:30:11 GMT`, `2011-7-14`. */
function momentIn(words: string): PartialMoment | null {
  const english = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]*\.? (\d{4})(?: (\d\d:\d\d:\d\d))?/.exec(words);
  const han = /(\d{4})\s*(?:年|[-/])\s*(\d{1,2})\s*(?:月|[-/])\s*(\d{1,2})\s*日?(?:\s*(\d\d:\d\d:\d\d))?/.exec(words);
  const [year, month, day, clock = ''] =
    han?.slice(1) ??
    (english ? [english[3], String(months.indexOf((english[2] ?? '').toLowerCase()) + 1), english[1], english[4]] : []);
  const two = (part = ''): string => part.padStart(2, '0');
  return momentOfTimestamp(`${year}${two(month)}${two(day)}${clock.replaceAll(':', '')}`);
}
