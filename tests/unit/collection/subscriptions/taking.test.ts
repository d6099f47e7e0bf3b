import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { moveToTrash } from '../../../../lib/collection/actions/trash.ts';
import { type Collection, openCollection } from '../../../../lib/collection/collection.ts';
import { putImages } from '../../../../lib/collection/images/images.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { databaseOf, openSubscribed } from '../../../../lib/collection/subscriptions/open-subscribed.ts';
import { beginSubscribed } from '../../../../lib/collection/subscriptions/subscribed-collection.ts';
import { subscribedReplica } from '../../../../lib/collection/subscriptions/subscribed-replica.ts';
import { takeEssay } from '../../../../lib/collection/subscriptions/take-essays.ts';
import type { Operation } from '../../../../lib/sync/model/operation.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import {
  essayIdOf,
  fieldOperations,
  partOf,
  partOperation,
  stampAt,
} from '../../../support/sync/syncing-collection.ts';

const from = { name: '李老师', host: 'people.example.edu', at: '2026-11-27T09:00:00.000Z' };
const givenCopy = {
  archive: 'wayback',
  url: 'https://web.archive.org/web/2005/http://dx.example/1.htm',
  capturedAt: null,
} as const;
const gif = new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0, 0, 0]);
const image = (n: number, facts: object = {}) => ({
  address: `http://dx.example/${n}.gif`,
  type: 'image/gif',
  bytes: gif,
  problem: '' as const,
  takenAt: '2026-03-01T09:30:00.000Z',
  ...facts,
});

const held: { mine: Collection; theirs: Collection; id: string; captureId: string } = {
  mine: emptyCollection(),
  theirs: emptyCollection(),
  id: '',
  captureId: '',
};
beforeEach(async () => {
  const [mine, theirs] = [emptyCollection(), emptyCollection()];
  const { id, captureId } = expectValue(await keepEssay(theirs, numberedKeeping(1)));
  Object.assign(held, { mine, theirs, id, captureId });
});
afterEach(() => {
  vi.restoreAllMocks();
  held.mine.close();
  held.theirs.close();
});
const take = () => takeEssay(held.mine, held.theirs, held.id, from);

describe('an essay is taken over', () => {
  it('with its images, also those that could not be had, of which none is fetched', async () => {
    const { mine, theirs, id } = held;
    const lacking = image(2, { type: '', bytes: null, problem: 'unreachable' });
    expectValue(await putImages(theirs, id, [image(1), lacking] as never));
    expect(expectValue(await take())).toEqual({ id, change: 'new' });
    expect(
      (await mine.images.toArray()).map(({ essayId, address, bytes, problem }) => [
        essayId,
        address,
        bytes?.length,
        problem,
      ]),
    ).toEqual([
      [id, 'http://dx.example/1.gif', gif.length, ''],
      [id, 'http://dx.example/2.gif', undefined, 'unreachable'],
    ]);
    expect(await mine.wanted.count()).toBe(0);
  });

  it('once more with the images that a window which closed left behind; what is one’s own stays without', async () => {
    const { mine, theirs, id } = held;
    expectValue(await take());
    expectValue(await putImages(theirs, id, [image(1)] as never));
    expect(expectValue(await take())).toEqual({ id, change: 'there' });
    expect((await mine.images.toArray()).map(({ essayId, address }) => [essayId, address])).toEqual([
      [id, 'http://dx.example/1.gif'],
    ]);
    const own = emptyCollection();
    expectValue(await keepEssay(own, numberedKeeping(1)));
    expect(expectValue(await takeEssay(own, theirs, id, from))).toEqual({ id, change: 'there' });
    expect(await own.images.count()).toBe(0);
    own.close();
  });

  it('with what was changed of its text and the archived copy that stands for it, and no more', async () => {
    const { mine, theirs, id, captureId } = held;
    await theirs.captures.update(captureId, { cleanedFrom: 'before' });
    const { essays } = theirs;
    const edit = { id: 'x', kind: 'corrected', found: '城乡', text: '乡城', after: null, madeAt: from.at };
    await essays.update(id, { givenCopy, textEdits: [edit], note: '私', readState: 'read' } as never);
    expectValue(await take());
    const row = await mine.essays.get(id);
    expect(row).toMatchObject({ givenCopy, textEdits: [edit], note: '', keptAt: from.at, tags: [] });
    expect(row?.readState).toBeUndefined();
    const [capture] = await mine.captures.toArray();
    expect([capture?.takenFrom, capture?.cleanedFrom]).toEqual([from, undefined]);
    expect([await mine.originals.count(), await mine.fingerprints.count()]).toEqual([1, 0]);
  });

  it('without an original where none was published', async () => {
    await held.theirs.originals.clear();
    expectValue(await putImages(held.theirs, held.id, [image(1)] as never));
    expectValue(await take());
    const { originals, bodies, images } = held.mine;
    expect([await originals.count(), await bodies.count(), await images.count()]).toEqual([0, 1, 1]);
  });

  it('plain where nobody changed anything, and anew where one’s own is in the trash', async () => {
    const { mine, id } = held;
    expectValue(await take());
    expect(
      Object.keys((await mine.essays.get(id)) ?? {}).filter((name) => name === 'givenCopy' || name === 'textEdits'),
    ).toEqual([]);
    expect(expectValue(await take())).toEqual({ id, change: 'there' });
    await moveToTrash(mine, [id]);
    expect(expectValue(await take())).toEqual({ id, change: 'new' });
    expect((await mine.essays.get(id))?.trashedAt).toBe('');
  });

  it.each<[string, (theirs: Collection) => PromiseLike<unknown>]>([
    ['it is', ({ essays }) => essays.clear()],
    ['its text is', ({ bodies }) => bodies.clear()],
    ['the record of its capture is', ({ captures }) => captures.clear()],
    [
      'what is readable of its text is',
      ({ bodies }) => bodies.put({ captureId: held.captureId, essayId: held.id } as never),
    ],
    ['its text is another, which', ({ bodies }) => bodies.update(held.captureId, { text: '别的' })],
  ])('not where %s gone', async (_, does) => {
    await does(held.theirs);
    expect(await take()).toMatchObject({ ok: false, problem: { code: 'gone' } });
    expect(await held.mine.essays.count()).toBe(0);
  });

  it.each<[string, () => unknown]>([
    ['one’s own', () => vi.spyOn(held.mine.essays, 'get').mockRejectedValue(new Error('broken'))],
    ['the essay', () => vi.spyOn(held.theirs.essays, 'get').mockRejectedValue(new Error('broken'))],
    ['its text', () => vi.spyOn(held.theirs.bodies, 'get').mockRejectedValue(new Error('broken'))],
    ['its capture', () => vi.spyOn(held.theirs.captures, 'get').mockRejectedValue(new Error('broken'))],
    ['its original', () => vi.spyOn(held.theirs.originals, 'get').mockRejectedValue(new Error('broken'))],
    ['the room', () => vi.spyOn(held.mine.guard, 'ready').mockResolvedValue('storage-failed')],
  ])('not where %s cannot be read', async (_, breaks) => {
    breaks();
    expect(await take()).toMatchObject({ ok: false, problem: { code: 'storage-failed' } });
    vi.restoreAllMocks();
    expect(await held.mine.essays.count()).toBe(0);
  });
});

describe('a collection of another’s', () => {
  const opened = async () => {
    const collection = openCollection(`from-${crypto.randomUUID()}`, 'relaxed', Date.now, 'subscribed');
    await beginSubscribed(collection, { vault: 'v1', wanted: ['acts'] });
    return collection;
  };
  const id = essayIdOf(1);
  const of = (n: number): readonly Operation[] => [
    ...fieldOperations('essays', essayIdOf(n), {
      captureId: `c${n}`,
      keptAt: '2026-03-01T09:30:00.000Z',
      trashedAt: '',
      checked: `c${n}`,
      readState: 'read',
      'tags/tag 塘': true,
      'shelves/s1': true,
      'edited/checked': 'x',
      'edited/title': '论堤',
    }),
    partOperation('bodies', partOf('bodies', n)),
    ...fieldOperations('tags', 'tag 塘', { name: '塘', folded: '塘' }),
    ...fieldOperations('searches', 'q1', { name: '塘', query: 'q', madeAt: '2026-03-01T09:30:00.000Z' }),
  ];
  const apply = async (collection: Collection, ...operations: readonly Operation[]): Promise<void> => {
    const replica = subscribedReplica(collection);
    const state = await replica.readState();
    await replica.apply(operations, () => state);
  };

  it('is begun as a reader that sends nothing', async () => {
    const replica = subscribedReplica(await opened());
    expect(await replica.readState()).toMatchObject({
      vault: 'v1',
      wanted: ['acts'],
      isPrepared: true,
      name: '',
      device: expect.stringMatching(/^[0-9a-z]{12}$/),
    });
    expect([
      await replica.unsent('acts'),
      await replica.markSent({ operations: [], marks: [] }, await replica.readState()),
      await replica.countDeleted([]),
      await replica.voidParts([]),
    ]).toEqual([{ operations: [], marks: [] }, undefined, { all: 0, deleted: [] }, new Set()]);
  });

  it('is read but for what is its reader’s own: read states, tags, collections, searches', async () => {
    const collection = await opened();
    await apply(collection, ...of(1));
    const row = await collection.essays.get(id);
    expect([row?.title, row?.checked, row?.readState, row?.tags, row?.shelves]).toEqual([
      '论堤',
      undefined,
      undefined,
      [],
      [],
    ]);
    expect((await collection.stamps.toArray()).map(({ id: key, fields }) => [key, Object.keys(fields)])).toEqual([
      [`essays\n${id}`, ['captureId', 'keptAt', 'trashedAt', 'edited/checked', 'edited/title']],
    ]);
  });

  it('is held back where there is no room for it', async () => {
    const collection = await opened();
    const ready = vi.spyOn(collection.guard, 'ready').mockResolvedValue('storage-full');
    const note = (value: string) =>
      fieldOperations('highlights', 'h1', { note: value, colour: 'x' }, stampAt(-9), { owner: id });
    await expect(
      apply(collection, ...note('x'.repeat(1000)), ...fieldOperations('tags', 't', { name: 'y'.repeat(5000) })),
    ).rejects.toMatchObject({
      name: 'StorageHeldError',
      message: 'Writing is held back: storage-full.',
    });
    expect(ready.mock.calls).toEqual([[1001]]);
  });

  it.each<[number, number, number, boolean]>([
    [199_998, 100_000, 2, true],
    [199_999, 100_000, 2, false],
    [0, 100_001, 1, false],
  ])('has a hundred thousand essays at most: %i before, %i after', async (before, after, many, isTaken) => {
    const collection = await opened();
    vi.spyOn(collection.essays, 'count').mockResolvedValueOnce(before).mockResolvedValueOnce(after);
    const some = Array.from({ length: many }, (_, n) => of(n + 2)).flat();
    const marks = ['h1', 'h2', 'h3'].flatMap((key) =>
      fieldOperations('highlights', key, { note: 'x' }, stampAt(-9), { owner: id }),
    );
    const done = apply(collection, ...some, ...marks, ...some);
    if (isTaken) await expect(done).resolves.toBeUndefined();
    else await expect(done).rejects.toMatchObject({ code: 'too-large', message: expect.stringContaining('100000') });
  });

  it('stands in a database of its own, of no second copy', async () => {
    const one = openSubscribed('abcdefghijkl');
    expect(one.name).toBe(databaseOf('abcdefghijkl'));
    await one.tags.put({ id: 't1', name: '塘', folded: '塘' });
    expect(await one.uncopied.count()).toBe(0);
    await one.delete();
  });
});
