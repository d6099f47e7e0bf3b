import type { ArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import type { HarvestRow } from '../../../lib/collection/archives/harvest-rows.ts';
import { namedEssays } from '../../../lib/collection/archives/harvests.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { readKeptIds } from '../../../lib/collection/ledger/kept-ids.ts';
import { essayIdBytes } from '../../../lib/essay/identity.ts';
import { type Catalogue, createCatalogue, shapesOf } from '../../../lib/harvest/captures/catalogue.ts';
import { createIndexReader, type IndexReader } from '../../../lib/harvest/index/read-index.ts';
import { createListed, type ListedSoFar } from '../../../lib/harvest/lists/listed-essays.ts';
import { gunzip } from '../../../lib/zip/gzip.ts';

/** What an archive has of a site, ready to be chosen from. */
export interface LoadedHarvest {
  readonly catalogue: Catalogue;
  readonly listed: ListedSoFar;
  /** Folded addresses of the essays that are in the collection. */
  readonly kept: ReadonlySet<string>;
}

/** Bytes of an index that are read at a time, and milliseconds of work after which others have their turn. */
const SLICE = 16_000;
const TURN = 12;
/** Addresses that are looked up at a time. */
const LOOKED_UP = 100;

/** Lets the page draw and answer whenever work has lasted for a while. */
export function breather(): () => Promise<void> {
  const state = { since: performance.now() };
  return async () => {
    if (performance.now() - state.since < TURN) return;
    await new Promise((resolve) => setTimeout(resolve));
    state.since = performance.now();
  };
}

/** Loads a look in slices, so that the page stays quick; null when `signal` says so. `onRows` is told how many captures are sorted. */
export async function loadHarvest(
  collection: Collection,
  store: ArchiveStore,
  row: HarvestRow,
  { signal, onRows }: { readonly signal: AbortSignal; readonly onRows: (rows: number) => void },
): Promise<LoadedHarvest | null> {
  const catalogue = createCatalogue();
  const rest = breather();
  const take = async (rows: Iterable<Parameters<Catalogue['add']>[0]>): Promise<void> => {
    for (const one of rows) {
      catalogue.add(one);
      await rest();
    }
  };
  let reader: IndexReader = createIndexReader();
  for (let part = 0; part < row.parts; part += 1) {
    const stored = await store.harvestParts.get([row.id, part]);
    if (signal.aborted) return null;
    if (stored === undefined) continue;
    const bytes = await gunzip(stored.gzip);
    for (let at = 0; at < bytes.length; at += SLICE) {
      await take(reader.push(bytes.subarray(at, at + SLICE)));
      if (signal.aborted) return null;
    }
    onRows(catalogue.counts().rows);
    // Each answer of an archive is whole; the parts of a file are one.
    if (row.isFile && part + 1 < row.parts) continue;
    await take(reader.end().rows);
    reader = createIndexReader();
  }
  const listed = createListed();
  const named = await namedEssays(store, row.id);
  if (named.ok) listed.add(named.value);
  await rest();
  if (listed.size() > 0)
    catalogue.learn(shapesOf([...listed.all()].filter(({ isEssay }) => isEssay).map(({ key }) => key)));
  return { catalogue, listed, kept: await keptOf(collection, catalogue, listed, signal) };
}

/** The folded addresses of those that are kept already, looked up some at a time. */
async function keptOf(
  collection: Collection,
  catalogue: Catalogue,
  listed: ListedSoFar,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const kept = new Set<string>();
  const ids = await readKeptIds(collection);
  if (!ids.ok || ids.value.size === 0) return kept;
  const rest = breather();
  const some: { readonly key: string; readonly form: string }[] = [];
  const look = async (): Promise<void> => {
    const digests = await Promise.all(some.map(({ form }) => essayIdBytes(form)));
    for (const [at, digest] of digests.entries()) if (ids.value.has(digest)) kept.add(some[at]?.key ?? '');
    some.length = 0;
    await rest();
  };
  for (const { key, kind } of catalogue.addresses()) {
    if (kind !== 'essay' && listed.get(key) === null) continue;
    // An essay is kept under the form of its address that the capture had.
    for (const form of catalogue.forms(key)) some.push({ key, form });
    if (some.length >= LOOKED_UP) await look();
    if (signal.aborted) return kept;
  }
  await look();
  return kept;
}
