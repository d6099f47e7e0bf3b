import type { SearchedField } from '../collection/ledger/searched-fields.ts';

/** The parts of the collection that a search looks in. */
export type ListPlace = 'kept' | 'trash';

/**
 * How hits are ordered. Dates run from the newest, lengths from the longest, names as dictionaries have them, `reading` from unread to
 * read; `kept` in the trash is the order of trashing. What has no value stands last either way.
 */
export const sorts = [
  'relevance',
  'kept',
  'published',
  'title',
  'author',
  'institution',
  'source',
  'column',
  'length',
  'reading',
] as const;
export type Sort = (typeof sorts)[number];

/** Facets by the name of their ledger column. Tags and collections are ids, columns whole paths joined by ` › `; `reading` is a `ReadState`. */
export const facetNames = [
  'check',
  'reading',
  'institution',
  'column',
  'author',
  'source',
  'tag',
  'shelf',
  'kind',
  'archive',
] as const;
export type FacetName = (typeof facetNames)[number];

/** What the reader chose: essays that have one of the values, for each facet that names any. `''` chooses essays without a value. */
export type Filters = { readonly [Name in FacetName]?: readonly string[] } & {
  /** First and last year of publication, both included. */
  readonly years?: readonly [from: number, to: number] | null;
  /** Essays of one cluster of near-duplicates, by its id; `ANY_CLUSTER` for those of which others are nearly the same. */
  readonly cluster?: string | null;
  /** Values that an essay has as well, each of them: of a facet of which others are chosen, too. */
  readonly also?: readonly (readonly [facet: FacetName, value: string])[];
};

/** In the place of years: essays without a date. */
export const UNDATED: readonly [number, number] = [0, 0];

/** In the place of a cluster: any of which two essays or more stand outside the trash. */
export const ANY_CLUSTER = '*';

export interface FindRequest {
  /** As the reader typed it; see `parseQuery`. */
  readonly query: string;
  readonly place: ListPlace;
  readonly sort: Sort;
  /** The other way round; relevance has no other way. */
  readonly reversed?: boolean;
  readonly chosen: Filters;
  /** Ids of the essays that it looks among; all where it is left out. */
  readonly among?: readonly string[];
  /** True where the first hits are wanted with what they are ordered by, so that those of several collections stand in one order. */
  readonly withKeys?: boolean;
  /** Whose essays: `own`, or the id of a subscription; all where it is left out. One collection by itself takes no notice of it. */
  readonly whose?: string;
}

export interface FacetValue {
  readonly value: string;
  /** Essays of the result with this value, were nothing of this facet chosen. */
  readonly count: number;
}

/** All of a result that is there at once; its ids are asked for by window. */
export interface Summary {
  readonly total: number;
  /** The words of the query that a text is marked by, as typed. */
  readonly terms: readonly string[];
  /** Milliseconds in the engine. */
  readonly tookMs: number;
}

/** How a result spreads over the facets. */
export interface Counts {
  /** Most frequent first. */
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** In order; essays without a date are not counted. */
  readonly years: readonly { readonly year: number; readonly count: number }[];
  /** The same of the whole collection, whatever was sought. */
  readonly allYears: readonly { readonly year: number; readonly count: number }[];
  /** Essays of the result without a date. */
  readonly undated: number;
}

/** How many essays have a value, by their years of publication. */
export interface Series {
  readonly value: string;
  readonly count: number;
  readonly undated: number;
  /** In order, those that have any. */
  readonly years: Counts['years'];
}

/** The values of a field that most essays have, most frequent first, and how many values there are. */
export interface SeriesOf {
  readonly series: readonly Series[];
  readonly all: number;
}

/** Essays that are nearly the same text, those of the whole collection: the chain of a reprint. */
export interface ChainSummary {
  /** The cluster. */
  readonly id: string;
  /** The title of the one that was published first; where none has a date, of the one that was kept first. */
  readonly title: string;
  readonly count: number;
  /** First and last date of publication as numbers, `20050700` for 2005-07; 0 where none is known. */
  readonly first: number;
  readonly last: number;
  /** Institutions, each once, in the order in which they published it. */
  readonly institutions: readonly string[];
}

/** What of an essay wants a hand. `second-reader` and what an essay lacks are values of the facet `check`; `alike`: others are nearly the same. */
export const gapNames = [
  'undated',
  'author',
  'institution',
  'doubtful-title',
  'second-reader',
  'missing-pages',
  'missing-images',
  'alike',
] as const;
export type EssayGap = (typeof gapNames)[number];

/** A result as a whole: what pictures are made of. */
export interface Overview {
  readonly total: number;
  readonly years: Counts['years'];
  readonly undated: number;
  readonly institutions: SeriesOf;
  readonly authors: SeriesOf;
  /** The longest first; see `allChains` for how many there are. */
  readonly chains: readonly ChainSummary[];
  readonly allChains: number;
  /** In the order of `gapNames`, those that any essay has. */
  readonly gaps: readonly { readonly gap: EssayGap; readonly count: number }[];
}

/** What a hit is ordered by, beside those of other collections. */
export interface HitKey {
  /** What it is worth for the words that are sought; 0 where the order is another. */
  readonly score: number;
  /** Date of publication as a number, 0 for none. */
  readonly published: number;
  /** When it was kept, or trashed; milliseconds since 1970. */
  readonly moment: number;
  readonly length: number;
  /** The text that names are ordered by, the step of reading as a figure; '' for none or another order. */
  readonly name: string;
}

/** An essay of a result with what it is ordered by. */
export interface KeyedHit {
  readonly id: string;
  readonly key: HitKey;
}

/** What was found. */
export interface SearchResult extends Summary {
  /** Ids of the hits from `from` up to `to` (not included), by their place in the sorted result. The first 50 are at hand. */
  ids(from: number, to: number): Promise<readonly string[]>;
  /** The same with what they are ordered by, so that results of several collections can stand in one order. */
  keyed(from: number, to: number): Promise<readonly KeyedHit[]>;
  /** The part of a joined result that is one's own: what can be changed, cited and exported. */
  readonly own?: SearchResult;
  /** Worked out when it is asked for: rows can be shown before. */
  counts(): Promise<Counts>;
  /** The result as a whole, worked out when it is asked for. */
  overview(): Promise<Overview>;
}

/** A text in parts: hits and what is between them. */
export type Parts = readonly { readonly text: string; readonly hit: boolean }[];

/** Where a hit may be besides title and body. */
export type FoundIn = Exclude<SearchedField, 'title'> | 'institution' | 'column' | 'tag' | 'shelf' | 'mark';

/** What a hit shows of an essay. */
export interface Snippet {
  readonly id: string;
  /** The whole title. */
  readonly title: Parts;
  /** A passage around the first hit; no hit is marked when none is in the body. */
  readonly parts: Parts;
  /** Where else words were found, with the words in their place; none when they are in title and body alone. */
  readonly found: readonly { readonly in: FoundIn; readonly parts: Parts }[];
}

/** The collection's search. Every function rejects with an Error when the database or the worker fails. */
export interface Search {
  find(request: FindRequest): Promise<SearchResult>;
  /** In the order of `ids`; an essay that is gone is left out. */
  snippets(ids: readonly string[], terms: readonly string[]): Promise<readonly Snippet[]>;
  /** Ways to go on with what the reader is typing: whole filters such as `author:张三`, most frequent first. */
  complete(prefix: string): Promise<readonly string[]>;
  /** Calls back after each change of the collection's documents; gives the function that stops it. */
  onChange(listener: () => void): () => void;
  /** Indexes what is worth indexing; the worker does so by itself when it rests. */
  index(): Promise<void>;
  /**
   * Makes the index anew from the essays, which stay as they are; what is sought meanwhile is found all the same, only
   * slower. `tell` is told how much is indexed, 0 to 1.
   */
  rebuild(tell: (share: number) => void): Promise<void>;
  /** Ends the worker. */
  close(): void;
}
