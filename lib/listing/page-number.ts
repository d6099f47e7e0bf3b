/** One way to read an address as a page of something: of what, and which page. */
export interface PageNumber {
  /** The address without its page number, in a form that compares: the same for all pages of one essay. */
  readonly essay: string;
  readonly page: number;
  /** True when the address itself has the number; without one it may be the first page. */
  readonly written: boolean;
}

/** Parameters that number pages: `page`, `Page`, `pageno`, `p` (Kesion), `PageIndex`, `ArticlePage` … `cpage` numbers comments. */
const pageParameter =
  /^(?:page(?:_?(?:no|num|number|id|index))?|p|pn|pg|(?:i|the|current|art|article|info|show)page)$/i;
/** `12_2.html`, `12_2.aspx`, and `content-9-12-2.html` of PHPCMS. */
const pageSuffix = /^(.*[^/])([_-])(\d{1,3})((?:\.[a-z]\w{1,5})?)$/i;
/** Names of files that list pages: `list_12_2.html` (Dede), `ShowClass.asp?ClassID=5&page=2`. */
const listName = /^(?:(?:show_?)?(?:list|class|column|channel|category|type|special)|more|node|search|col\d*\b)/i;
/** Names of files that are a folder's own page; with an id in their query they show an article (PHPCMS). */
const folderName = /^(?:index|default|main)\b/i;

/**
 * The ways to read an original address as a page of an essay, from portal notes 1.10: by a parameter, by a suffix before
 * the extension, or as a whole. `12_2.html` may be page 2 of essay 12 or the first page of essay 12_2: only what links to
 * it can tell. Addresses of lists, and of pages that carry no id at all, have no reading; nor have those that are no address.
 */
export function readPageNumbers(address: string): readonly PageNumber[] {
  if (!URL.canParse(address)) return [];
  const { host, pathname, search } = new URL(address);
  const parameters = search.slice(1).split('&').filter(Boolean);
  const readings: (PageNumber | null)[] = [readingOf(host, pathname, parameters, null)];
  parameters.forEach((parameter, at) => {
    const [name = '', value = ''] = parameter.split('=');
    if (pageParameter.test(name) && /^\d{1,3}$/.test(value))
      readings.push(readingOf(host, pathname, parameters.toSpliced(at, 1), Number(value)));
  });
  const [, stem, , page, extension = ''] = pageSuffix.exec(pathname) ?? [];
  // `2009-07-14.html` is a day, of a calendar or of a newspaper.
  if (stem !== undefined && !/(?:19|20)\d\d[-_]\d\d$/.test(stem))
    readings.push(readingOf(host, stem + extension, parameters, Number(page)));
  return readings.filter((reading) => reading !== null);
}

function readingOf(host: string, path: string, parameters: readonly string[], page: number | null): PageNumber | null {
  const query = parameters.toSorted().join('&');
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/\d/.test(path + query) || listName.test(name) || (folderName.test(name) && !/=\d/.test(query))) return null;
  const essay = `${host.replace(/^www\./, '')}${path}?${query}`.toLowerCase();
  return { essay, page: page ?? 1, written: page !== null };
}

/**
 * The address of another page, made from the address of one, original or archived: the page's number replaced, or for
 * page 1 (`to` null) left out. Null when the address has no such number.
 */
export function withPageNumber(address: string, from: number, to: number | null): string | null {
  const suffix = new RegExp(`[_-]0*${from}(?=(?:\\.[a-z]\\w{1,5})?(?:[?#]|$))`, 'gi');
  const parameter = /([?&])([a-z_]+)=(\d{1,3})(?=&|#|$)/gi;
  for (const found of address.matchAll(parameter)) {
    const [whole, mark, name = '', value] = found;
    if (!pageParameter.test(name) || Number(value) !== from) continue;
    const rest = address.slice(found.index + whole.length);
    const before = address.slice(0, found.index);
    if (to !== null) return `${before}${mark}${name}=${to}${rest}`;
    return rest.startsWith('&') ? `${before}${mark}${rest.slice(1)}` : before + rest;
  }
  // An archived address holds the original at its end, so the last suffix is the original's.
  const last = [...address.matchAll(suffix)].at(-1);
  if (last === undefined) return null;
  const made = to === null ? '' : `${last[0].charAt(0)}${to}`;
  return address.slice(0, last.index) + made + address.slice(last.index + last[0].length);
}
