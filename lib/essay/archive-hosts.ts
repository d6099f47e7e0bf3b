/**
 * Hosts of public web archives, which say themselves what they show: the Wayback Machine, archive.today, and the replays that the
 * Memento aggregator asks (timetravel.mementoweb.org, list of archives). A host stands for itself alone: under `archive.org`
 * anybody may put up files. Archives into which anybody uploads captures of his own (Conifer, perma.cc) are left out.
 */
const ARCHIVES: ReadonlySet<string> = new Set([
  'web.archive.org',
  'wayback.archive.org',
  'archive.today',
  'archive.is',
  'archive.ph',
  'archive.md',
  'archive.li',
  'archive.fo',
  'archive.vn',
  'arquivo.pt',
  'haw.nsk.hr',
  'swap.stanford.edu',
  'wayback.archive-it.org',
  'wayback.vefsafn.is',
  'wayback.webarchiv.cz',
  'web.archive.bibalex.org',
  'webarchive.loc.gov',
  'webarchive.nationalarchives.gov.uk',
  'webarchive.nla.gov.au',
  'webarchive.org.uk',
  'webarchive.parliament.uk',
  'webarchive.proni.gov.uk',
  'webharvest.gov',
]);

/** Snapshots of search engines, whose addresses do not tell the page's own or not all of it. */
const SNAPSHOTS: ReadonlySet<string> = new Set([
  'webcache.googleusercontent.com',
  'cache.baiducontent.com',
  'snapshot.sogoucdn.com',
  'cache.baidu.com',
  'snapshot.sogou.com',
  'cc.bingj.com',
  'c.360webcache.com',
  'c.so.com',
]);

/** archive.today's hosts: a short address (`archive.ph/Q7xYt`) tells nothing of the page. */
const SHORT = /^archive\.(?:today|is|ph|md|li|fo|vn)$/;

const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '');

/** True for the host of a public web archive. */
export const isArchiveHost = (host: string): boolean => ARCHIVES.has(bare(host));

/** True for an archive or snapshot whose pages alone tell what they show. */
export const tellsInPage = (host: string): boolean => SHORT.test(bare(host)) || SNAPSHOTS.has(bare(host));

/**
 * True for the host of a server of the reader's own: this machine, a name without a domain, an address of a private network
 * (RFC 1918, 3927, 4193, 4291), `.local` (RFC 6762) and `.localhost` (RFC 6761). As `URL.hostname` writes it.
 */
export function isLocalHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name.startsWith('['))
    return /^\[(?:::1?\]|f[cd]..:|fe[89ab].:|::ffff:(?:7f..|a..|c0a8|ac1.|a9fe|..?):)/.test(name);
  if (/^\d+(?:\.\d+){3}$/.test(name)) return /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(name);
  return name !== '' && (!name.includes('.') || /\.(?:local|localhost|internal|home\.arpa)$/.test(name));
}

/** True for an address that anyone can reach: what a page says there about its own origin is a claim and no more. */
export const isPublicAddress = (url: string): boolean =>
  /^https?:/i.test(url) && URL.canParse(url) && !isLocalHost(new URL(url).hostname);
