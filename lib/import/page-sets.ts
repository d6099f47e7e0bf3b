import { unwrap } from '../archive/unwrap.ts';
import { normaliseUrl } from '../essay/identity.ts';
import { findPages } from '../listing/pager.ts';
import { addressOfPage } from '../listing/pager-links.ts';
import { recognisePage } from '../pipeline/read-page.ts';
import { essayAddress } from '../pipeline/whole-essay.ts';
import { openBest } from './frames.ts';
import { type OpenBytes, type OpenSource, openSource } from './open-source.ts';
import type { SourceItem, SourcePage, SourceProblem } from './sources/source.ts';

/** The pages of one essay that a file holds. */
export interface PageSet {
  /** The earliest that there is, opened: whoever takes the set closes it. */
  readonly first: SourcePage;
  readonly opened: OpenSource;
  /** The others, by normalised address. */
  readonly others: ReadonlyMap<string, SourcePage>;
}

/** Bytes of unfinished essays that are held while their other pages are awaited. */
const HELD = 48 * 1024 * 1024;

/** An essay of several pages, of which some have come. */
interface Unfinished {
  readonly order: readonly string[];
  readonly pages: Map<string, SourcePage>;
}

/**
 * Puts the pages of an essay together that stand apart in one file: such an essay comes when its last page does, or at the
 * end with those that came. When too much waits, the longest waiting goes without the rest. `pause` is called while it works, for others to
 * have their turn.
 */
export async function* pageSets(
  items: AsyncIterable<SourceItem>,
  open: OpenBytes,
  pause: () => Promise<void> = async () => undefined,
): AsyncGenerator<PageSet | SourceProblem> {
  const waiting = new Map<string, Unfinished>();
  let held = 0;
  for await (const given of items) {
    if ('problem' in given) {
      yield given;
      continue;
    }
    const best = await openBest(given, open).catch(() => null);
    if (best === null) {
      yield { name: given.name, problem: { code: 'damaged' } };
      continue;
    }
    const { page: item, opened } = best;
    await pause();
    const place = placeOf(opened);
    await pause();
    if (place === null) {
      yield { first: item, opened, others: new Map() };
      continue;
    }
    opened.close();
    const essay = waiting.get(place.essay) ?? { order: [], pages: new Map() };
    // A pager names the pages around its own, and the later the page the more: the longest list stands.
    const order = place.order.length > essay.order.length ? place.order : essay.order;
    const before = essay.pages.get(place.own);
    if (before === undefined) held += item.bytes.length;
    waiting.set(place.essay, { order, pages: before === undefined ? essay.pages.set(place.own, item) : essay.pages });
    const full = order.every((address) => essay.pages.has(address));
    for (const [key, unfinished] of full
      ? [[place.essay, essay] as const]
      : held > HELD
        ? [...waiting].slice(0, 1)
        : []) {
      waiting.delete(key);
      for (const { bytes } of unfinished.pages.values()) held -= bytes.length;
      yield await setOf(full ? { order, pages: essay.pages } : unfinished, open);
    }
  }
  for (const unfinished of waiting.values()) yield await setOf(unfinished, open);
}

async function setOf({ order, pages }: Unfinished, open: OpenBytes): Promise<PageSet | SourceProblem> {
  const [first, ...more] = [...pages].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  if (first === undefined) return { name: '', problem: { code: 'damaged' } };
  return { first: first[1], opened: await openSource(first[1], open), others: new Map(more) };
}

interface Place {
  readonly essay: string;
  readonly own: string;
  readonly order: readonly string[];
}

/** Which page of which essay this is; null for an essay of one page, and for what is none: lists have pagers too. */
function placeOf(opened: OpenSource): Place | null {
  try {
    const page = unwrap(opened);
    const order = findPages(page).map(normaliseUrl);
    if (order.length < 2 || !recognisePage(opened).portal) return null;
    return { essay: normaliseUrl(essayAddress(page)), own: normaliseUrl(addressOfPage(page)), order };
  } catch {
    return null;
  }
}
