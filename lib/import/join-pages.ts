import type { SourcePage } from './sources/source.ts';

/** Which page of which essay a page is: normalised addresses of the essay, of its own, and of all pages in order. */
export interface Place {
  readonly essay: string;
  readonly own: string;
  readonly order: readonly string[];
}

/** Bytes of unfinished essays that are held while their other pages are awaited. */
const HELD = 48 * 1024 * 1024;

/** An essay of several pages, of which some have come. */
interface Unfinished {
  readonly order: readonly string[];
  readonly pages: Map<string, SourcePage>;
}

/** Pages of one essay: the earliest that there is, and the others by normalised address. */
export interface JoinedPages {
  readonly first: SourcePage;
  readonly others: ReadonlyMap<string, SourcePage>;
}

/** Puts the pages of essays together that come one after another, among others. */
export interface PageJoiner {
  /** Takes a page and gives the essays that are whole by it, or that cannot wait any longer because too much waits. */
  readonly take: (place: Place, page: SourcePage) => readonly JoinedPages[];
  /** The essays of which pages are missing, and forgets them. */
  readonly rest: () => readonly JoinedPages[];
}

/** Puts pages together; one of the same address is taken once. */
export function createPageJoiner(): PageJoiner {
  const waiting = new Map<string, Unfinished>();
  let held = 0;
  const leave = (key: string, { order, pages }: Unfinished): readonly JoinedPages[] => {
    waiting.delete(key);
    for (const { bytes } of pages.values()) held -= bytes.length;
    const [first, ...more] = [...pages].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
    return first === undefined ? [] : [{ first: first[1], others: new Map(more) }];
  };
  return {
    take(place, page) {
      const essay = waiting.get(place.essay) ?? { order: [], pages: new Map<string, SourcePage>() };
      // A pager names the pages around its own, and the later the page the more: the longest list stands.
      const order = place.order.length > essay.order.length ? place.order : essay.order;
      const before = essay.pages.get(place.own);
      if (before === undefined) {
        held += page.bytes.length;
        essay.pages.set(place.own, page);
      }
      const unfinished = { order, pages: essay.pages };
      waiting.set(place.essay, unfinished);
      if (order.every((address) => essay.pages.has(address))) return leave(place.essay, unfinished);
      return held > HELD ? [...waiting].slice(0, 1).flatMap(([key, longest]) => leave(key, longest)) : [];
    },
    rest: () => [...waiting].flatMap(([key, unfinished]) => leave(key, unfinished)),
  };
}
