import { setNote } from '../../../lib/collection/actions/note.ts';
import { tagEssays } from '../../../lib/collection/actions/tags.ts';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { keepEssays } from '../../../lib/collection/keep/keep-essay.ts';
import { collectionReplica } from '../../../lib/collection/sync/replica.ts';
import { turnSyncOn } from '../../../lib/collection/sync/switch.ts';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import { countingStorage } from './counting-storage.ts';
import { keepingMaker } from './made-keeping.ts';

/* Runs in a page: what scripts/bench/sync.ts has Chromium call. */

const SEED = 17;
/** Essays that are kept in one transaction, as an import does. */
const TOGETHER = 20;

const keepingOf = keepingMaker(SEED);
const opened = new Map<string, Collection>();
const storage = countingStorage();
const longest = { task: 0 };
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest.task = Math.max(longest.task, duration);
}).observe({ type: 'longtask' });

function collectionOf(name: string): Collection {
  const collection = opened.get(name) ?? openCollection(name);
  opened.set(name, collection);
  return collection;
}

/** Keeps the essays numbered `from` up to `to`; gives their ids. */
async function keep(name: string, from: number, to: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = from; at < to; at += TOGETHER) {
    const some = Array.from({ length: Math.min(TOGETHER, to - at) }, (_, n) => keepingOf(at + n));
    for (const kept of await keepEssays(collectionOf(name), some)) if (kept.ok) ids.push(kept.value.id);
  }
  return ids;
}

/** Makes the pages of essays and nothing else: what of `keep` is the bench's own. */
function makeOnly(from: number, to: number): number {
  let bytes = 0;
  for (let n = from; n < to; n += 1) bytes += keepingOf(n).original.byteLength;
  return bytes;
}

const idsIn = (name: string): Promise<readonly string[]> => collectionOf(name).essays.toCollection().primaryKeys();

/** Tags each essay in an act of its own. */
async function tagEach(name: string, ids: readonly string[], tag: string): Promise<void> {
  for (const id of ids) await tagEssays(collectionOf(name), [id], { add: [tag] });
}

const tagAll = async (name: string, ids: readonly string[], tag: string): Promise<boolean> =>
  (await tagEssays(collectionOf(name), ids, { add: [tag] })).ok;

const turnOn = async (name: string): Promise<boolean> => (await turnSyncOn(collectionOf(name), name, name)).ok;

/** Syncs once; gives what it came to, with the requests and bytes that it took. */
async function sync(name: string): Promise<object> {
  const before = storage.count();
  const done = await syncOnce(collectionReplica(collectionOf(name)), storage, { now: Date.now, mayDelete: true });
  const after = storage.count();
  return { ...done, requests: after.requests - before.requests, bytes: after.bytes - before.bytes };
}

const note = async (name: string, id: string, text: string): Promise<boolean> =>
  (await setNote(collectionOf(name), id, text)).ok;

/** Carries the folder to the bench, and from there into this page: each computer is a browser of its own. */
async function carryOut(): Promise<void> {
  for (const { path, tag, bytes } of storage.files())
    await fetch(`/carried/${path}?tag=${tag}`, { method: 'PUT', body: new Blob([bytes]) });
}

async function carryIn(): Promise<void> {
  const there = (await (await fetch('/carried')).json()) as readonly { readonly path: string; readonly tag: string }[];
  const files = there.map(async ({ path, tag }) => {
    const bytes = new Uint8Array(await (await fetch(`/carried/${path}`)).arrayBuffer());
    return { path, tag, bytes };
  });
  storage.hold(await Promise.all(files));
}

/** The longest task since the last time that this was asked, milliseconds; 0 where none took 50. */
function longestTask(): number {
  const { task } = longest;
  longest.task = 0;
  return Math.round(task);
}

const bench = { keep, makeOnly, idsIn, tagEach, tagAll, turnOn, sync, note, carryOut, carryIn, longestTask };

/** What the page gives to `scripts/bench/sync.ts`. */
export type SyncBench = typeof bench;

Object.assign(globalThis, { wencunSync: bench });
