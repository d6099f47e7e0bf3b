import { readAddress } from '../../archive/address.ts';
import type { Archive } from '../archives.ts';

/** What of a site is asked for: a host with those below it (`nbdx.cn` of a registered domain), a host, a folder or column, or one page. */
export interface IndexScope {
  readonly match: 'domain' | 'host' | 'prefix' | 'exact';
  /** Host, or address. */
  readonly url: string;
}

/** How an index is to be asked. Times are 1 to 14 digits, inclusive. */
export interface IndexQuery {
  readonly scope: IndexScope;
  readonly from?: string;
  readonly to?: string;
  /** Most rows of one answer. */
  readonly limit?: number;
  /** As the answer before gave it. */
  readonly resumeKey?: string | null;
  /** True for captures of any type and status: of a single page all of them are told. */
  readonly every?: true;
}

/** Rows of one answer that are asked for: some seconds of an archive's work. */
export const rowsAnAnswer = 10_000;

/**
 * Types that are no pages and make up most of an index. What is left has pages, revisits, which tell no type, pages that a server named wrongly, and
 * documents, so that an essay whose list leads to one is not taken for lost.
 */
const noPages =
  '(?:image|video|audio|font)/.*|text/css|(?:text|application)/(?:x-)?javascript|application/x-shockwave-flash';

/** Signs around an address, or behind it, as it was copied out of a sentence. */
const around = /^[\s"'“”‘’「」『』《》<>〈〉（(]+|[\s"'“”‘’「」『』《》<>〈〉）)，。、；;：:！!]+$/g;
/** An archive's list of captures: `/web/2007*\/http://…`; the Wayback Machine takes an address without its scheme. */
const listOfCaptures = /^https?:\/\/(?:[^?#]*?\/\d*\*\/+(?=https?:)|web\.archive\.org\/web\/\d*\*\/+)(.+)$/i;

/** An address as it was meant: without signs of a sentence, its host and scheme in the letters that a Chinese keyboard may have given them. */
function meantAddress(written: string): string {
  const bare = written.replace(around, '').replace(/^view-source:/i, '');
  const [, head = '', rest = ''] = /^((?:https?[:：]?[/／]{1,3})?[^/／?#]*)(.*)$/is.exec(bare) ?? [];
  const text =
    head
      .normalize('NFKC')
      .replaceAll('。', '.')
      .replace(/^(https?):?\/+/i, '$1://') + rest.replace(/^／/, '/');
  const whole = /^web\.archive\.org\/web\//i.test(text) ? `https://${text}` : text;
  return listOfCaptures.exec(whole)?.[1] ?? readAddress(whole)?.originalUrl ?? whole;
}

/** Reads what a reader names: a host, `*.host`, a folder (ending in `/` or `*`), a page; also the replay of one. Null where it is none of these. */
export function readScope(written: string): IndexScope | null {
  const text = meantAddress(written);
  const domain = /^\*\.([\w-]+(?:\.[\w-]+)+)\/?\*?$/.exec(text)?.[1];
  if (domain !== undefined) return { match: 'domain', url: domain.toLowerCase() };
  const address = /^https?:\/\//i.test(text) ? text : `http://${text}`;
  if (
    !URL.canParse(address.replace(/\*$/, '')) ||
    !/^https?:\/\/[^/?#]*(?:\.[^/?#.]+|\blocalhost(?::\d+)?)(?:[/?#]|$)/i.test(address)
  )
    return null;
  const bare = address.replace(/#.*$/s, '');
  const rest = bare.replace(/^https?:\/\/[^/?]*/i, '');
  if (/^\/?\*?$/.test(rest)) return { match: 'host', url: new URL(bare.replace(/\*$/, '')).host };
  if (/[/*]$/.test(rest)) return { match: 'prefix', url: bare.replace(/\*$/, '') };
  return { match: 'exact', url: bare };
}

/** The address that an index is asked by. */
export function indexAddress(archive: Archive, query: IndexQuery): string {
  if (archive.software === 'openwayback') return xmlAddress(archive, query);
  const { scope, from, to, limit = rowsAnAnswer, resumeKey, every } = query;
  const parts = [`url=${encodeURIComponent(scope.url)}`, `matchType=${scope.match}`, 'output=json'];
  if (from) parts.push(`from=${from}`);
  if (to) parts.push(`to=${to}`);
  if (archive.software === 'pywb') {
    // pywb has no keys to resume by: it gives all, which is read as it comes in. `!~` is its filter by a pattern.
    if (!every) parts.push(filter(`!~mime:${noPages}`), filter('!~status:[345]'));
  } else {
    parts.push('fl=urlkey,timestamp,original,mimetype,statuscode,digest,length');
    if (!every) parts.push(filter(`!mimetype:${noPages}`), filter('!statuscode:[345]..'));
    parts.push(`limit=${limit}`, 'showResumeKey=true');
    // It comes escaped already.
    if (resumeKey) parts.push(`resumeKey=${/[\s?&#]/.test(resumeKey) ? encodeURIComponent(resumeKey) : resumeKey}`);
  }
  return `${archive.index}?${parts.join('&')}`;
}

/** OpenWayback's words: a site is all that its address is the beginning of; what is read of it is told page by page, and nothing is filtered. */
function xmlAddress({ index }: Archive, { scope, from, to, limit = rowsAnAnswer, resumeKey }: IndexQuery): string {
  const isPage = scope.match === 'exact';
  const url = /^https?:/i.test(scope.url) ? scope.url : `http://${scope.url}/`;
  const words = [`type:${isPage ? 'urlquery' : 'prefixquery'}`, `url:${encodeURIComponent(url)}`];
  if (from) words.push(`startdate:${from}`);
  if (to) words.push(`enddate:${to}`);
  return `${index}?q=${encodeURIComponent(words.join(' '))}&count=${limit}&start_page=${resumeKey ?? '1'}`;
}

const filter = (written: string): string => `filter=${encodeURIComponent(written)}`;
