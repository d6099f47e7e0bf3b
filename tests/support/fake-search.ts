import { type Counts, type FindRequest, facetNames, type Overview, type Search } from '../../lib/search/contract.ts';

const emptyOverview: Overview = {
  total: 0,
  years: [],
  undated: 0,
  institutions: { series: [], all: 0 },
  authors: { series: [], all: 0 },
  chains: [],
  allChains: 0,
  gaps: [],
};

/** A search over ids given beforehand: finds those that hold the query, and counts what it was asked. */
export function fakeSearch(ids: () => readonly string[], overview: Overview = emptyOverview) {
  const listeners = new Set<() => void>();
  const asked: { finds: FindRequest[]; windows: [number, number][] } = { finds: [], windows: [] };
  const facets = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as Counts['facets'];
  const search: Search = {
    async find(request) {
      asked.finds.push(request);
      const hits = ids().filter((id) => id.includes(request.query));
      return {
        total: hits.length,
        terms: request.query === '' ? [] : [request.query],
        tookMs: 0,
        ids: async (from, to) => {
          asked.windows.push([from, to]);
          return hits.slice(from, to);
        },
        keyed: async (from, to) =>
          hits.slice(from, to).map((id) => ({ id, key: { score: 0, published: 0, moment: 0, length: 0, name: '' } })),
        counts: async () => ({ facets, years: [], allYears: [], undated: 0 }),
        overview: async () => overview,
      };
    },
    snippets: async (wanted, terms) =>
      wanted.map((id) => ({ id, title: [], parts: [{ text: terms[0] ?? '', hit: true }], found: [] })),
    complete: async () => [],
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    index: async () => {},
    rebuild: async (tell) => tell(1),
    close: () => {},
  };
  const change = () => {
    for (const listener of listeners) listener();
  };
  return { search, asked, change };
}
