import { foldAddress } from '../address/fold.ts';
import { type AddressJudgement, judgeAddress, type KnownShapes } from '../address/judge.ts';
import { shapeOf } from '../address/shape.ts';
import type { IndexRow } from '../index/row.ts';
import { type CaptureStore, createCaptureStore, type IndexedCapture } from './capture-store.ts';
import { frameSize } from './frame-size.ts';
import { createWordNumbers } from './growing.ts';

/** An address of the index, all its forms in one, with what it is judged to be. */
export interface IndexedAddress extends AddressJudgement {
  /** Its folded form. */
  readonly key: string;
  /** A form of it as it was crawled. */
  readonly address: string;
  /** Of the earliest and the latest capture, 14 digits. */
  readonly first: string;
  readonly last: string;
  /** How many captures it has that may hold a page. */
  readonly count: number;
}

/** How many addresses of each kind there are. */
export interface KindCounts {
  readonly essay: number;
  readonly list: number;
  readonly other: number;
}

/** What an archive has of a site: rows of its index, gathered by address. */
export interface Catalogue {
  /** Takes in a row. Of what did not answer with a page (404, redirects) only the number is kept. */
  readonly add: (row: IndexRow) => void;
  /** Judges all anew by what lists have told. */
  readonly learn: (known: KnownShapes) => void;
  readonly addresses: () => IterableIterator<IndexedAddress>;
  /** The address of a folded form; null for none. */
  readonly get: (key: string) => IndexedAddress | null;
  /** The forms under which an address was crawled, each once. */
  readonly forms: (key: string) => readonly string[];
  /** The captures of an address, in the order of time. */
  readonly captures: (key: string) => readonly IndexedCapture[];
  readonly counts: () => CatalogueCounts;
}

/** Sums over a catalogue. Later pages of an essay are counted with `other`. */
export interface CatalogueCounts extends KindCounts {
  readonly rows: number;
  readonly captures: number;
  readonly addresses: number;
  /** By the year in the address, else that of the first capture: an essay is no younger. */
  readonly years: ReadonlyMap<number, KindCounts>;
}

interface Held {
  readonly key: string;
  readonly forms: string[];
  /** The number of its shape. */
  readonly shape: number;
  /** What it is judged by itself. */
  readonly own: AddressJudgement;
  first: string;
  last: string;
  count: number;
  /** True where one of its captures at least is a revisit. */
  revisits: boolean;
  /** Bytes of the longest record that is no revisit, packed; `untold` where one's is not told, 0 where there is none. */
  longest: number;
}

/** A catalogue without anything in it. A hundred and fifty thousand rows take some tens of megabytes. */
export function createCatalogue(): Catalogue {
  const numbers = new Map<string, number>();
  const held: Held[] = [];
  const store: CaptureStore = createCaptureStore();
  const shapes = createWordNumbers();
  /** Digests of what answered with another status, each with its folded address. */
  const refused = new Set<string>();
  const state = {
    rows: 0,
    lastOriginal: '',
    lastNumber: 0,
    known: new Set<number>() as ReadonlySet<number>,
    framesOfRows: 0,
    frames: new Map() as ReadonlyMap<number, number>,
  };

  function numberOf(row: IndexRow): number {
    // Captures of one address stand together in an index.
    if (row.original === state.lastOriginal) return state.lastNumber;
    const key = foldAddress(row.original);
    const number = numbers.get(key) ?? newNumber(key, row);
    state.lastOriginal = row.original;
    state.lastNumber = number;
    return number;
  }

  function newNumber(key: string, row: IndexRow): number {
    numbers.set(key, held.length);
    const { timestamp, mimetype } = row;
    const judged = { shape: shapes.numberOf(shapeOf(key)), own: judgeAddress(key, mimetype) };
    const counted = { first: timestamp, last: timestamp, count: 0, revisits: false, longest: 0 };
    held.push({ key, forms: [], ...judged, ...counted });
    return held.length - 1;
  }

  /** Sizes of pages without an essay, by shape: worked out when rows have come since. */
  function framesOf(): ReadonlyMap<number, number> {
    if (state.framesOfRows === state.rows) return state.frames;
    state.framesOfRows = state.rows;
    state.frames = frameSizes(held);
    return state.frames;
  }

  /**
   * What lists have told of its shape goes before what the address says, but where it is a tool's, or no page's; then, what its
   * records' sizes say beside those of others of its shape.
   */
  function judgedOf({ own, shape, longest }: Held): AddressJudgement {
    const isSettled = own.by === 'type' || (own.by === 'name' && own.kind === 'other');
    const judged: AddressJudgement =
      state.known.has(shape) && !isSettled ? { ...own, kind: 'essay', by: 'shape' } : own;
    const isShort = longest > 0 && longest <= (framesOf().get(shape) ?? 0);
    return judged.kind === 'essay' && isShort ? { ...judged, kind: 'other', by: 'size' } : judged;
  }

  function refuse({ original, digest }: IndexRow): void {
    if (digest !== '') refused.add(`${digest} ${foldAddress(original)}`);
  }

  /** Captures that may hold a page: a revisit, whose status is not told, of bytes that came with another at this address is none. */
  function capturesOf(number: number): readonly IndexedCapture[] {
    const { key = '', forms = [], revisits = false } = held[number] ?? {};
    const all = number < 0 ? [] : store.of(number, forms);
    if (!revisits || refused.size === 0) return all;
    const pages = new Set(all.flatMap(({ revisit, digest }) => (revisit ? [] : [digest])));
    return all.filter(({ revisit, digest }) => !revisit || pages.has(digest) || !refused.has(`${digest} ${key}`));
  }

  function shown(one: Held, number: number): IndexedAddress {
    const { key, forms, first, last } = one;
    const count = one.revisits && refused.size > 0 ? capturesOf(number).length : one.count;
    return { ...judgedOf(one), key, address: forms[0] ?? key, first, last, count };
  }

  return {
    add(row) {
      state.rows += 1;
      if (row.status !== null && (row.status < 200 || row.status > 299)) return refuse(row);
      const number = numberOf(row);
      const one = held[number];
      if (one === undefined || !store.add(number, row, one.forms)) return;
      one.count += 1;
      one.revisits ||= row.revisit;
      if (!row.revisit) one.longest = Math.max(one.longest, Math.min(row.length ?? untold, untold));
      if (row.timestamp < one.first) one.first = row.timestamp;
      if (row.timestamp > one.last) one.last = row.timestamp;
    },
    learn({ essays }) {
      state.known = new Set(Array.from(essays, shapes.numberOf));
    },
    *addresses() {
      for (const [number, one] of held.entries()) yield shown(one, number);
    },
    get(key) {
      const number = numbers.get(key) ?? -1;
      const one = held[number];
      return one === undefined ? null : shown(one, number);
    },
    forms: (key) => held[numbers.get(key) ?? -1]?.forms ?? [],
    captures: (key) => capturesOf(numbers.get(key) ?? -1),
    counts() {
      const all = { essay: 0, list: 0, other: 0 };
      const years = new Map<number, { essay: number; list: number; other: number }>();
      for (const one of held) {
        const judged = judgedOf(one);
        const kind = judged.page > 1 && judged.kind === 'essay' ? 'other' : judged.kind;
        const year = judged.year ?? Number(one.first.slice(0, 4));
        const ofYear = years.get(year) ?? { essay: 0, list: 0, other: 0 };
        years.set(year, ofYear);
        ofYear[kind] += 1;
        all[kind] += 1;
      }
      return { ...all, years, rows: state.rows, captures: store.count(), addresses: held.length };
    },
  };
}

/** Stands for a record whose size the index does not tell; a small integer of V8, of which fifty thousand take no room of their own. */
const untold = 2 ** 30 - 1;
const isTold = (longest: number): boolean => longest > 0 && longest < untold;

/** The frame's size of each shape whose pages fall into two groups. */
function frameSizes(held: readonly Held[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { shape, longest } of held) if (isTold(longest)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const sizes = new Map(Array.from(counts, ([shape, count]) => [shape, { all: new Int32Array(count), filled: 0 }]));
  for (const { shape, longest } of held) {
    const own = isTold(longest) ? sizes.get(shape) : undefined;
    if (own !== undefined) own.all[own.filled++] = longest;
  }
  const frames = new Map<number, number>();
  for (const [shape, { all }] of sizes) {
    const size = frameSize(all);
    if (size !== null) frames.set(shape, size);
  }
  return frames;
}

/** What lists tell of the shapes of their site's addresses, from the articles that they name; a shape of fewer than three is chance. */
export function shapesOf(listed: Iterable<string>): KnownShapes {
  const counts = new Map<string, number>();
  for (const folded of listed) {
    const shape = shapeOf(folded);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const fewest = 3;
  return { essays: new Set([...counts].filter(([, count]) => count >= fewest).map(([shape]) => shape)) };
}
