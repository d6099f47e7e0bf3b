import { readAddress } from '../archive/address.ts';
import { unwrap } from '../archive/unwrap.ts';
import type { Unwrapped } from '../archive/unwrapped.ts';
import type { Essay } from '../essay/essay.ts';
import { normaliseUrl } from '../essay/identity.ts';
import { type NamedEssay, readListedEssays } from '../harvest/lists/listed-essays.ts';
import type { OpenBytes, OpenSource } from '../import/open-source.ts';
import { type ListPage, readListPage } from '../listing/list-page.ts';
import { addressOfPage } from '../listing/pager-links.ts';
import type { ReadProblem } from '../pipeline/read-page.ts';
import { rulesVersion } from '../pipeline/rules-version.ts';
import { type FetchPage, readWholeEssay } from '../pipeline/whole-essay.ts';
import type { ServedPage } from './fetch-page.ts';

/** An essay as it was read; or that another page of it is to be fetched first; or why there is none. */
export type EssayReading =
  | {
      readonly kind: 'essay';
      readonly essay: Essay;
      /** Encoding that the first page's bytes were decoded with. */
      readonly charset: string;
      /** Version of the rules that it was read by. */
      readonly rulesVersion: number;
      /** The other pages of it, in order: what was fetched and is not in it is left out. */
      readonly otherPages: readonly { readonly address: string; readonly charset: string }[];
    }
  | { readonly kind: 'wanted'; readonly address: string }
  | { readonly kind: 'failed'; readonly reason: ReadProblem };

/** Reads what was fetched, where there is a DOM. */
export interface ServedReader {
  /** The essay of `pages`, of which the first is any of it. `missing` are addresses of others that cannot be obtained. */
  readonly essay: (pages: readonly ServedPage[], missing: readonly string[]) => Promise<EssayReading>;
  /** The column's list on a page; null when there is none. `rows` is what another page of the list told, '' for nothing. */
  readonly list: (page: ServedPage, rows: string) => Promise<ServedList | null>;
  /** The essays that a captured list page names; none where it is no list. */
  readonly named: (page: ServedPage) => Promise<readonly NamedEssay[]>;
}

/** A reader that is told whether to read a page that is not recognised as an essay too: one that was kept all the same. */
export interface AnywayReader {
  readonly essay: (pages: readonly ServedPage[], missing: readonly string[], anyway?: boolean) => Promise<EssayReading>;
}

/** A list page as a queue takes it. */
export interface ServedList extends Pick<ListPage, 'essays' | 'rows'> {
  /** The list's pages behind this one: those before it are in the queue, or were where it began. */
  readonly behind: readonly string[];
}

/** Reads by a parser. It remembers nothing: to read a longer essay, call it again with more pages. */
export function createServedReader(open: OpenBytes): ServedReader & AnywayReader {
  const openPage = ({ bytes, url, charset, trusted = false }: ServedPage): OpenSource => ({
    url,
    ...open(bytes, url, charset),
    ...(trusted && { fromDisk: true }),
  });
  return {
    essay: (pages: readonly ServedPage[], missing: readonly string[], anyway?: boolean) =>
      readServedEssay(pages, missing, openPage, anyway === true),
    list: async (served, rows) => {
      const opened = openPage(served);
      try {
        const page = unwrap(opened);
        const list = (rows === '' ? null : readListPage(page, rows)) ?? readListPage(page);
        return list === null ? null : { essays: list.essays, rows: list.rows, behind: pagesBehind(list, page) };
      } finally {
        opened.close();
      }
    },
    named: async (served) => {
      const opened = openPage({ ...served, trusted: true });
      try {
        return readListedEssays(unwrap(opened), readAddress(served.url)?.timestamp ?? '');
      } finally {
        opened.close();
      }
    },
  };
}

function pagesBehind({ pages, next }: ListPage, page: Unwrapped): readonly string[] {
  const behind = pages.slice(pages.indexOf(addressOfPage(page)) + 1);
  return next === null || behind.includes(next) ? behind : [...behind, next];
}

async function readServedEssay(
  [first, ...others]: readonly ServedPage[],
  missing: readonly string[],
  openPage: (page: ServedPage) => OpenSource,
  anyway: boolean,
): Promise<EssayReading> {
  if (first === undefined) return { kind: 'failed', reason: 'nothing-to-read' };
  const byAddress = new Map(others.map((page) => [normaliseUrl(page.address), page]));
  const opened: { readonly address: string; readonly page: OpenSource }[] = [];
  const wanting = new AbortController();
  const wanted: string[] = [];
  const fetchPage: FetchPage = async (address) => {
    const other = byAddress.get(normaliseUrl(address));
    if (other === undefined) {
      if (missing.includes(address)) return null;
      wanted.push(address);
      wanting.abort();
      return null;
    }
    // A site sends us on to its home page when the essay's page is gone; an archive, to the capture that it has.
    if (normaliseUrl(other.url) !== normaliseUrl(address)) return null;
    const page = openPage(other);
    opened.push({ address, page });
    return page;
  };
  const page = openPage(first);
  try {
    const wishes = { any: anyway, secondReader: true, pause: [0, 0], signal: wanting.signal } as const;
    const read = await readWholeEssay(page, fetchPage, wishes);
    if (!read.ok) return { kind: 'failed', reason: read.problem.code };
    const [address] = wanted;
    if (address !== undefined) return { kind: 'wanted', address };
    const { missingPages } = read.value.provenance;
    const joined = opened.filter((other) => !missingPages.includes(other.address));
    const otherPages = joined.map((other) => ({ address: other.address, charset: other.page.charset }));
    return { kind: 'essay', essay: read.value, charset: page.charset, rulesVersion, otherPages };
  } finally {
    for (const one of [page, ...opened.map((other) => other.page)]) one.close();
  }
}
