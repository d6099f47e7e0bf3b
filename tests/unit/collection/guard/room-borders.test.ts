import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasRoomForFile, type Room, readRoom } from '../../../../lib/collection/guard/room.ts';
import { namedError, troubleOf } from '../../../../lib/collection/guard/trouble.ts';
import { attempt } from '../../../../lib/collection/storage.ts';

const MB = 1_000_000;
const roomOf = (free: number): Room => ({ used: 0, free, persisted: false });

afterEach(() => vi.unstubAllGlobals());

describe('the room that the browser tells of', () => {
  const browserTells = (estimate: object, persisted = true) =>
    vi.stubGlobal('navigator', { storage: { estimate: async () => estimate, persisted: async () => persisted } });

  it.each<[object, Room | null]>([
    [
      { quota: 10, usage: 4 },
      { used: 4, free: 6, persisted: true },
    ],
    [
      { quota: 4, usage: 10 },
      { used: 10, free: 0, persisted: true },
    ],
    [
      { quota: 0, usage: 0 },
      { used: 0, free: 0, persisted: true },
    ],
    [{ usage: 4 }, null],
    [{ quota: 4 }, null],
  ])('%j is %j', async (estimate, room) => {
    browserTells(estimate);
    expect(await readRoom()).toEqual(room);
  });

  it('is none where it does not', async () => {
    vi.stubGlobal('navigator', {});
    expect(await readRoom()).toBeNull();
  });

  it.each([
    [4 * MB, 0, true],
    [4 * MB - 1, 0, false],
    [7 * MB, 1 * MB, true],
    [7 * MB, 1 * MB + 1, false],
  ])('of %i bytes is enough for a file of %i: %s', (free, bytes, isEnough) => {
    expect(hasRoomForFile(roomOf(free), bytes)).toBe(isEnough);
  });

  it('makes of a store in trouble a full disk', async () => {
    const broken = () => Promise.reject(new DOMException('x', 'UnknownError'));
    const told = async (estimate: object, query: () => Promise<unknown> = broken) => {
      browserTells(estimate);
      const outcome = await attempt(query);
      return outcome.ok ? outcome.value : outcome.problem.code;
    };
    expect([
      await told({ quota: 1000 * MB, usage: 999 * MB }),
      await told({ quota: 1000 * MB, usage: 0 }),
      await told({}),
      await told({ quota: 0, usage: 0 }, () => Promise.reject(new Error('x'))),
    ]).toEqual(['storage-full', 'storage-trouble', 'storage-trouble', 'storage-failed']);
  });
});

describe('what an error tells', () => {
  const deep = (levels: number): unknown =>
    levels === 0
      ? namedError('QuotaExceededError', 'x')
      : Object.assign(namedError('x', 'x'), { inner: deep(levels - 1) });

  it.each([
    ['OpenFailedError', '', 'storage-trouble'],
    ['NotReadableError', '', 'storage-trouble'],
    ['DataError.corrupt', '', 'storage-trouble'],
    ['VersionError', '', 'storage-newer'],
    ['x', 'Internal error: Backing store', 'storage-trouble'],
    ['x', 'the disk full', 'storage-trouble'],
    ['x', 'the disk is full', 'storage-trouble'],
    ['x', 'No space left on device', 'storage-trouble'],
    ['x', 'NS_ERROR_FILE_NO_DEVICE_SPACE', 'storage-trouble'],
    ['x', 'NS_ERROR_DOM_INDEXEDDB_UNKNOWN_ERR', 'storage-trouble'],
    ['x', 'NS_ERROR_DOM_INDEXEDDB_ABORT', 'storage-failed'],
    ['x', 'The connection was lost', 'storage-trouble'],
    ['x', 'The connection was closed', 'storage-trouble'],
    ['x', 'The database connection is closing', 'storage-trouble'],
    ['x', 'The connection is slow', 'storage-failed'],
  ])('by name and words: %s %s: %s', (name, message, problem) => {
    expect(troubleOf(namedError(name, message))).toBe(problem);
  });

  it.each([
    [0, 'storage-full'],
    [5, 'storage-full'],
    [6, 'storage-failed'],
  ])('that stands %i errors deep: %s', (levels, problem) => {
    expect(troubleOf(deep(levels))).toBe(problem);
  });
});
