import { type FacetName, type Filters, facetNames, type Sort, sorts, UNDATED } from '../../lib/search/contract.ts';
import { type Lacking, lackings } from './quality/lackings.ts';

/** The lists of essays. */
export type ListView = 'kept' | 'trash';

/** The places of the library: its lists, the pictures of it, what of it wants a hand, the queues, the notebook, what came of imports, what was found wrong, and what web archives have. */
export type View = ListView | 'overview' | 'quality' | 'queue' | 'notebook' | 'imports' | 'integrity' | 'harvest';

/** Where in the library one is: which list, the words sought, the filters chosen and the order. */
export interface Route {
  readonly view: View;
  readonly words: string;
  readonly chosen: Filters;
  /** Null where the reader left the order to the library. */
  readonly sort: Sort | null;
  /** The other way round. */
  readonly reversed?: boolean;
  /** An import by the id of its report: the page shows the report, a list the essays that came in; see `importedOf`. */
  readonly imported?: string;
  /** Whose essays: `own`, or the id of a subscription; all where it is left out. */
  readonly whose?: string;
  /** What the essays of the list lack, where no filter finds that. */
  readonly lacking?: Lacking | undefined;
}

export type LibraryRoute = ReturnType<typeof createRoute>;

const views: readonly View[] = [
  'kept',
  'trash',
  'overview',
  'quality',
  'queue',
  'notebook',
  'imports',
  'integrity',
  'harvest',
];

/** Where one is, as the address says it. Back and forward go through it. */
export function createRoute() {
  let spot = $state.raw(routeOf(location.search));

  const read = () => (spot = routeOf(location.search));

  return {
    get spot(): Route {
      return spot;
    },
    /** Follows the browser's back and forward. Gives the function that stops it. */
    follow(): () => void {
      addEventListener('popstate', read);
      return () => removeEventListener('popstate', read);
    },
    /** Goes elsewhere: a step that back undoes. What is not named stays as it is. */
    go(to: Partial<Route>): void {
      history.pushState(null, '', addressOf({ ...spot, ...to }));
      read();
    },
    /** Changes what is sought within the same step of history, so that back does not go letter by letter. */
    seek(to: Partial<Route>): void {
      history.replaceState(null, '', addressOf({ ...spot, ...to }));
      read();
    },
  };
}

/** A list with nothing sought. */
export const startOf = (view: View): Route => ({ view, words: '', chosen: {}, sort: null });

/** The spot that the query string of an address tells; what it tells wrongly is left out. */
export function routeOf(search: string): Route {
  const query = new URLSearchParams(search);
  const facets = facetNames
    .map((name) => [name, query.getAll(name)] as const)
    .filter(([, values]) => values.length > 0);
  const years = yearsOf(query.get('years') ?? '');
  const cluster = query.get('cluster') ?? '';
  const also = query.getAll('also').flatMap(alsoOf);
  const sort = query.get('sort') ?? '';
  const lacking = lackings.find((one) => one === query.get('lacking'));
  return {
    view: views.find((view) => view === query.get('view')) ?? 'kept',
    words: query.get('q') ?? '',
    chosen: {
      ...(Object.fromEntries(facets) as { [Name in FacetName]?: string[] }),
      ...(years && { years }),
      ...(cluster !== '' && { cluster }),
      ...(also.length > 0 && { also }),
    },
    sort: sorts.find((one) => one === sort) ?? null,
    ...(query.get('order') === 'reversed' && { reversed: true }),
    ...(lacking && { lacking }),
    ...(query.get('imported') && { imported: query.get('imported') ?? '' }),
    ...(query.get('whose') && { whose: query.get('whose') ?? '' }),
  };
}

/** `author:顾明达`: a value that essays have as well; nothing for what is none. */
function alsoOf(text: string): readonly (readonly [FacetName, string])[] {
  const [name] = text.split(':', 1);
  const facet = facetNames.find((one) => one === name);
  return facet === undefined || facet === text ? [] : [[facet, text.slice(facet.length + 1)]];
}

/** Stands in an address for the years of essays without a date. */
const NO_YEAR = 'none';

/** True where the essays without a date are chosen. */
export const isUndated = ({ years }: Filters): boolean => years?.[1] === UNDATED[1];

function yearsOf(text: string): readonly [number, number] | null {
  if (text === NO_YEAR) return UNDATED;
  const years = /^(\d{4})\.\.(\d{4})$/.exec(text);
  return years && [Number(years[1]), Number(years[2])];
}

/** True for a list of which nothing is known before the search has answered: all but the newest essays, or those of the trash. */
export const waitsForSearch = ({ view, sort, ...narrowed }: Route): boolean =>
  (view === 'kept' || view === 'trash') &&
  queryOf({ ...narrowed, view, sort: sort === 'kept' ? null : sort }) !== queryOf(startOf(view));

/** The query string for a spot, without `?`: the same for the same spot. */
export function queryOf({ view, words, chosen, sort, reversed, imported = '', whose = '', lacking }: Route): string {
  const query = new URLSearchParams();
  if (view !== 'kept') query.set('view', view);
  if (words !== '') query.set('q', words);
  for (const name of facetNames) for (const value of chosen[name] ?? []) query.append(name, value);
  if (chosen.years) query.set('years', isUndated(chosen) ? NO_YEAR : chosen.years.join('..'));
  if (chosen.cluster) query.set('cluster', chosen.cluster);
  for (const pair of chosen.also ?? []) query.append('also', pair.join(':'));
  if (sort !== null) query.set('sort', sort);
  if (reversed) query.set('order', 'reversed');
  if (lacking) query.set('lacking', lacking);
  if (imported !== '') query.set('imported', imported);
  if (whose !== '') query.set('whose', whose);
  return String(query);
}

/** The library's address for a spot. */
export function addressOf(spot: Route): string {
  const query = queryOf(spot);
  return query === '' ? '/library.html' : `/library.html?${query}`;
}

/** The filters with a value of a facet chosen, or let go. */
export function withFilterToggled(chosen: Filters, name: FacetName, value: string): Filters {
  const before = chosen[name] ?? [];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  const { [name]: _, ...others } = chosen;
  return after.length === 0 ? others : { ...others, [name]: after };
}

/** How many filters are chosen. */
export const countChosen = (chosen: Filters): number =>
  facetNames.reduce(
    (count, name) => count + (chosen[name]?.length ?? 0),
    (chosen.years ? 1 : 0) + (chosen.cluster ? 1 : 0) + (chosen.also?.length ?? 0),
  );
