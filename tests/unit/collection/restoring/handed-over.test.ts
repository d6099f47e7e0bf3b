import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { lookAtHanded } from '../../../../lib/collection/backup/handed/look-at-handed.ts';
import { writeHanded } from '../../../../lib/collection/backup/handed/write-handed.ts';
import { openBackup } from '../../../../lib/collection/backup/open-backup.ts';
import type { Collection } from '../../../../lib/collection/collection.ts';
import { expectValue } from '../../../support/collections.ts';
import { inShort, openedAs, textsOf, workedCollection, zipOf } from '../../../support/written-backup.ts';

const about = { title: '梯田', from: '王芳', own: true };

describe('a file that is handed over', () => {
  const written = async (collection: Collection, ids: readonly string[], facts: object = {}) => {
    const told: string[] = [];
    const lost: (readonly string[])[] = [];
    const texts = await textsOf(async (sink) => {
      const onProgress = (done: number, of: number): void => void told.push(`${done}/${of}`);
      const done = expectValue(await writeHanded(collection, ids, { ...about, ...facts }, sink, { onProgress }));
      lost.push(done.lost);
    });
    return { texts, lost: lost.flat(), told };
  };
  it('has the essays that are wanted and kept, with what they have', async () => {
    const collection = await workedCollection('e1', 'e2', 'e3');
    const { texts, lost, told } = await written(collection, ['e1', 'e3', 'none']);
    expect([inShort(texts), lost, told]).toEqual([
      'tags 1, shelves 2, essays 1, captures 1, bodies 1, originals 1, images 1, highlights 1',
      ['e3', 'none'],
      ['3/3'],
    ]);
    expect(JSON.parse(texts['manifest.json'] ?? '')).toMatchObject({
      format: 'wencun-collection',
      version: 1,
      handed: about,
      settings: {},
      collection: '',
    });
    const alone = await written(collection, ['e1'], { own: false });
    expect(inShort(alone.texts)).toBe('tags 1, shelves 2, essays 1, captures 1, bodies 1, originals 1, images 1');
  });

  it('has no essay whose text or record is lost', async () => {
    const collection = await workedCollection('e1', 'e2');
    await collection.bodies.delete('c-e1');
    await collection.captures.delete('c-e2');
    const { texts, lost } = await written(collection, ['e1', 'e2']);
    expect([inShort(texts), lost]).toEqual(['', ['e1', 'e2']]);
  });

  it('has tags and collections of its essays alone, with those that these stand in, also in a ring', async () => {
    const collection = await workedCollection('e1');
    await collection.essays.update('e1', { tags: [], shelves: ['s1', 's2'] });
    await collection.shelves.update('s0', { parent: 's2' });
    await collection.shelves.put({ id: 's9', name: '无关', parent: '', order: 0 });
    const { texts } = await written(collection, ['e1']);
    expect(inShort(texts)).toContain('shelves 3, essays 1');
    expect(texts['tags/00001.jsonl']).toBeUndefined();
  });

  it('has a title and a name of 200 signs at most', async () => {
    const { texts } = await written(await workedCollection('e1'), ['e1'], {
      title: '田'.repeat(201),
      from: '王'.repeat(201),
    });
    const { handed } = JSON.parse(texts['manifest.json'] ?? '');
    expect([handed.title.length, handed.from.length]).toEqual([200, 200]);
    expect(await openedAs(zipOf(texts))).toBe('opened');
  });

  it('is stopped, and fails with its sink', async () => {
    const collection = await workedCollection('e1');
    const run = (options: object, sink = (): void | Promise<void> => undefined) =>
      writeHanded(collection, ['e1'], about, sink, options);
    expect(await run({ signal: AbortSignal.abort() })).toEqual({ ok: false, problem: { code: 'stopped' } });
    const late = new AbortController();
    const stopped = await run({ signal: late.signal, onProgress: () => late.abort() });
    expect(stopped).toEqual({ ok: false, problem: { code: 'stopped' } });
    const failed = await run({}, () => Promise.reject(new Error('no room')));
    expect(failed).toEqual({ ok: false, problem: { code: 'not-written', detail: 'Error: no room' } });
  });

  it('is told of before it is merged', async () => {
    const { texts } = await written(await workedCollection('e1', 'e2'), ['e1', 'e2']);
    const opened = expectValue(await openBackup(zipOf(texts)));
    const look = async (here: Collection) => expectValue(await lookAtHanded(here, opened));
    const brought = { notes: 2, tags: ['水利 '], shelves: ['全部', '课题'] };
    expect(await look(await workedCollection())).toEqual({ here: 0, inTrash: 0, ...brought });
    const here = await workedCollection('e1', 'e3');
    expect(await look(here)).toEqual({ here: 1, inTrash: 0, ...brought });
    await here.essays.update('e1', { trashedAt: '2026-03-01' });
    expect(await look(here)).toEqual({ here: 1, inTrash: 1, ...brought });
  });
});
