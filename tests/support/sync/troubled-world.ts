import { expect } from 'vitest';
import type { FoldBounds } from '../../../lib/sync/log/fold-plan.ts';
import { syncOnce } from '../../../lib/sync/run/sync-once.ts';
import { webdavStorage } from '../../../lib/sync/webdav/webdav-storage.ts';
import { type DavAnswer, davFetch, davFiles, type Meddler } from './dav-answers.ts';
import { type MemoryReplica, memoryReplica } from './memory-replica.ts';

const START = Date.UTC(2026, 10, 27);
const free = { spend: async () => undefined, rest: async () => undefined };
/** What a network answers that wants one to sign in. */
export const loginPage: DavAnswer = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><head><title>校园网登录</title></head><body><form></form></body></html>',
};

/** A server without a network, and two computers that sync by it. */
export function troubledWorld() {
  const dav = davFiles();
  const held: { meddle: Meddler | null; n: number } = { meddle: null, n: 0 };
  const time = { at: START };
  const now = (): number => {
    time.at += 1000;
    return time.at;
  };
  const server = { address: 'https://dav.example/dav/', user: 'reader', password: 'app-password' };
  const storage = webdavStorage(server, free, davFetch(dav, held));
  const [one, other] = [memoryReplica('aaaa', now), memoryReplica('bbbb', now)];
  const sync = (replica: MemoryReplica, options: { folds?: Partial<FoldBounds>; isAsked?: boolean } = {}) =>
    syncOnce(replica, storage, { now, ...options });
  const told = async (...sent: Parameters<typeof sync>): Promise<unknown> => {
    const done = await sync(...sent);
    return done.ok ? done.value.notices.map(({ notice }) => notice) : done.problem.code;
  };
  /** The requests of one sync. */
  const requests = async (replica: MemoryReplica): Promise<number> => {
    held.n = 0;
    await sync(replica);
    return held.n;
  };
  return { dav, held, time, one, other, sync, told, requests, now, storage };
}

/** Keeps an essay. */
export function keep(replica: MemoryReplica, id: string, note = ''): void {
  const part = { captureId: `c${id}`, essayId: id };
  const row = { id, captureId: part.captureId, trashedAt: '', note, tags: [], shelves: [], edited: {}, textEdits: [] };
  replica.write([
    { table: 'captures', key: part.captureId, row: { id: part.captureId, essayId: id } },
    { table: 'bodies', key: part.captureId, row: { ...part, text: id } },
    { table: 'essays', key: id, row },
  ]);
}
/** Keeps some essays, whose names begin alike. */
export const keepSome = (replica: MemoryReplica, name: string, count = 3): void => {
  for (let n = 0; n < count; n += 1) keep(replica, `${name}${n}`);
};
/** The ids of all essays of a computer. */
export const ids = (replica: MemoryReplica): readonly string[] => [...replica.rows('essays').keys()].toSorted();

/** What `troubledWorld` gives. */
export type TroubledWorld = ReturnType<typeof troubledWorld>;
/** Syncs until both show the same, which they do within a few rounds unless something was lost. */
export async function meet({ one, other, sync }: TroubledWorld): Promise<void> {
  for (let round = 0; round < 3; round += 1)
    for (const replica of [one, other]) expect(await sync(replica)).toMatchObject({ ok: true });
  expect(ids(one)).toEqual(ids(other));
  expect(one.rows('bodies').size).toBe(one.rows('essays').size);
  expect(other.rows('bodies').size).toBe(other.rows('essays').size);
}
