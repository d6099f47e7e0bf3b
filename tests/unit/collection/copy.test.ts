import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagEssays } from '../../../lib/collection/actions/tags.ts';
import { emptyTrash, moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import { copiedTables } from '../../../lib/collection/copy/copied-tables.ts';
import { copyChanges } from '../../../lib/collection/copy/copy-changes.ts';
import { fillCopy } from '../../../lib/collection/copy/fill-copy.ts';
import { findCopiesIn } from '../../../lib/collection/copy/find-copies.ts';
import { foldCopy } from '../../../lib/collection/copy/fold-copy.ts';
import { rebuildFromCopy } from '../../../lib/collection/copy/rebuild-from-copy.ts';
import { type CopiedRow, decodeSegment, encodeSegment, nameSegment } from '../../../lib/collection/copy/segment.ts';
import { keepEssay, keepEssays } from '../../../lib/collection/keep/keep-essay.ts';
import { countEssays } from '../../../lib/collection/list-essays.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping, sampleKeeping } from '../../support/keepings.ts';
import { memoryFolder } from '../../support/memory-folder.ts';

/** All that the second copy must hold, as the collection has it; numbers of the index are of one database alone. */
async function contentOf(collection: Collection) {
  const tables: Record<string, unknown[]> = {};
  for (const name of copiedTables) {
    const rows: Record<string, unknown>[] = await collection.table(name).toArray();
    tables[name] = rows.map(({ doc: _doc, ...row }) => row);
  }
  return tables;
}

/** Bytes that no packing makes fewer, the same for the same seed (xorshift32, Marsaglia 2003). */
function noise(length: number, seed: number): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(length / 4);
  let state = seed * 2_654_435_761;
  for (let at = 0; at < words.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  return new Uint8Array(words.buffer);
}

/** What a new, empty collection holds after it was rebuilt from a folder. */
async function rebuilt(folder: ReturnType<typeof memoryFolder>) {
  const collection = emptyCollection();
  const report = await rebuildFromCopy(collection, folder);
  return { collection, report };
}

describe('a segment', () => {
  it('gives back the rows that it was made of, bytes and all', async () => {
    const bytes = new Uint8Array([0, 1, 255]);
    const rows = [
      {
        n: 7,
        table: 'originals',
        key: 'a',
        row: { captureId: 'a', gzip: bytes, otherPages: [{ gzip: new Uint8Array(0) }] },
      },
      { n: 8, table: 'images', key: ['a', 'http://x/1.gif'], row: { bytes: null, type: '' } },
      { n: 9, table: 'essays', key: 'gone', row: null },
    ] satisfies CopiedRow[];
    expect(await decodeSegment(await encodeSegment(rows))).toEqual(rows);
  });

  it('is none when it is torn anywhere', async () => {
    const whole = await encodeSegment([{ n: 1, table: 'tags', key: 'a', row: { id: 'a', name: '党史' } }]);
    for (let length = 0; length < whole.byteLength; length += 1)
      expect(await decodeSegment(whole.slice(0, length))).toBeNull();
  });
});

describe('the second copy', () => {
  it('holds every keep and every act, and a lost collection is rebuilt from it', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    const kept = expectValue(await keepEssay(collection, sampleKeeping()));
    await keepEssay(collection, sampleKeeping({ text: '改后的文。' }, { takenAt: '2026-04-02T09:30:00.000Z' }));
    await keepEssay(collection, numberedKeeping(2));
    await copyChanges(collection, folder);
    await tagEssays(collection, [kept.id], { add: ['党史'] });
    await moveToTrash(collection, [kept.id]);
    await copyChanges(collection, folder);
    expect(await collection.uncopied.count()).toBe(0);
    const { collection: again, report } = await rebuilt(folder);
    expect(report).toEqual({ essays: 2, rows: 12, damaged: 0 });
    expect(await contentOf(again)).toEqual(await contentOf(collection));
    expect(expectValue(await countEssays(again))).toBe(1);
    expect(await again.uncopied.count()).toBe(0);
  });

  it('does not bring back what was deleted for good', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
    await copyChanges(collection, folder);
    await moveToTrash(collection, [id]);
    await emptyTrash(collection);
    await copyChanges(collection, folder);
    expect((await rebuilt(folder)).report).toEqual({ essays: 0, rows: 0, damaged: 0 });
  });

  it('takes in what was there before it began, and goes on where it was cut off', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    await keepEssays(
      collection,
      Array.from({ length: 30 }, (_, n) => numberedKeeping(n + 1)),
    );
    await collection.uncopied.clear();
    expect(await fillCopy(collection, folder, () => false)).toBe(false);
    expect(await fillCopy(collection, folder)).toBe(true);
    const files = folder.files.size;
    expect(await fillCopy(collection, folder)).toBe(true);
    expect(folder.files.size).toBe(files);
    expect(await contentOf((await rebuilt(folder)).collection)).toEqual(await contentOf(collection));
  });

  it('is folded into few files that hold the same', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
    for (let n = 2; n < 330; n += 1) {
      if (n % 3 === 0) await keepEssay(collection, numberedKeeping(n));
      else await tagEssays(collection, [id], { add: [`标签${n % 40}`] });
      await copyChanges(collection, folder);
      if (n % 20 === 0) await foldCopy(collection, folder);
    }
    expect(folder.files.size).toBeLessThan(60);
    expect(await contentOf((await rebuilt(folder)).collection)).toEqual(await contentOf(collection));
  });

  it('makes no segment that is too large to be read, however much came at once', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    // Noise, so that it takes as much room packed.
    const original = (n: number) => noise(900_000, n + 1);
    for (let n = 0; n < 16; n += 1) await keepEssay(collection, { ...numberedKeeping(n), original: original(n) });
    await copyChanges(collection, folder);
    for (let n = 0; n < 34; n += 1) {
      await keepEssay(collection, { ...numberedKeeping(100 + n), original: noise(300_000, n + 1) });
      await copyChanges(collection, folder);
    }
    await foldCopy(collection, folder);
    const sizes = [...folder.files.values()].map(({ byteLength }) => byteLength);
    expect(Math.max(...sizes)).toBeLessThan(6_000_000);
    expect(folder.files.size).toBeLessThan(34);
    expect(await contentOf((await rebuilt(folder)).collection)).toEqual(await contentOf(collection));
  });

  it('costs no more than its file when a segment is damaged, and says so', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    for (const n of [1, 2, 3]) {
      await keepEssay(collection, numberedKeeping(n));
      await copyChanges(collection, folder);
    }
    const name = [...folder.files.keys()].toSorted()[1] ?? '';
    folder.files.set(name, new Uint8Array(40));
    expect((await rebuilt(folder)).report).toMatchObject({ essays: 2, damaged: 1 });
  });

  it('makes the row anew of an essay whose row alone is lost', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
    await copyChanges(collection, folder);
    await tagEssays(collection, [id], { add: ['党史'] });
    await copyChanges(collection, folder);
    const rows = (await decodeSegment(folder.files.values().next().value ?? new Uint8Array())) ?? [];
    await folder.remove([...folder.files.keys()].toSorted()[0] ?? '');
    const bytes = await encodeSegment(rows.filter(({ table }) => table !== 'essays'));
    await folder.write(await nameSegment('data', 1, rows, bytes), bytes);
    const [, torn = ''] = [...folder.files.keys()].toSorted();
    folder.files.set(torn, new Uint8Array(3));
    const { collection: again, report } = await rebuilt(folder);
    expect(report).toMatchObject({ essays: 1, damaged: 1 });
    expect(await again.essays.get(id)).toMatchObject({ title: '论县域经济的转型', tags: [] });
  });

  it('mends a damaged table, and leaves what was changed since', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    const ids: string[] = [];
    for (const n of [1, 2, 3]) ids.push(expectValue(await keepEssay(collection, numberedKeeping(n))).id);
    await copyChanges(collection, folder);
    const before = await contentOf(collection);
    await collection.bodies.clear();
    await collection.uncopied.clear();
    const [, , third = ''] = ids;
    await moveToTrash(collection, [third]);
    await emptyTrash(collection);
    const report = await rebuildFromCopy(collection, folder);
    expect(report).toMatchObject({ essays: 0, rows: 2 });
    expect((await contentOf(collection))['bodies']).toHaveLength(2);
    await copyChanges(collection, folder);
    expect(await contentOf((await rebuilt(folder)).collection)).toEqual(await contentOf(collection));
    expect(before['bodies']).toHaveLength(3);
  });

  it('gives single rows, to mend a damaged one', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    const { captureId } = expectValue(await keepEssay(collection, sampleKeeping()));
    await copyChanges(collection, folder);
    const found = await findCopiesIn(folder)('bodies', [captureId, 'none']);
    expect([...found.values()]).toEqual([await collection.bodies.get(captureId)]);
  });

  it('reads no file again for rows that it has not, and gives none that was deleted', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    const first = expectValue(await keepEssay(collection, numberedKeeping(1)));
    await copyChanges(collection, folder);
    const second = expectValue(await keepEssay(collection, numberedKeeping(2)));
    await copyChanges(collection, folder);
    const reads: string[] = [];
    const read = (name: string) => {
      reads.push(name);
      return folder.read(name);
    };
    const find = findCopiesIn({ ...folder, read });
    expect((await find('originals', ['none', 'nowhere'])).size).toBe(0);
    expect(reads).toHaveLength(2);
    expect((await find('originals', ['none'])).size).toBe(0);
    expect(reads).toHaveLength(2);
    const found = await find('originals', [first.captureId, second.captureId, 'none']);
    expect([...found.keys()].toSorted()).toEqual(
      [first.captureId, second.captureId].map((id) => JSON.stringify(id)).toSorted(),
    );
    expect(reads).toHaveLength(4);
    await moveToTrash(collection, [first.id]);
    await emptyTrash(collection);
    await copyChanges(collection, folder);
    expect((await find('originals', [first.captureId])).size).toBe(0);
  });

  it('counts on after a rebuild, so that what was changed later is the later', async () => {
    const [collection, folder] = [emptyCollection(), memoryFolder()];
    const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
    for (const tag of ['一', '二', '三']) await tagEssays(collection, [id], { add: [tag] });
    await copyChanges(collection, folder);
    const lost = emptyCollection();
    // The reader keeps on before the rebuild begins.
    await keepEssay(lost, numberedKeeping(2));
    await rebuildFromCopy(lost, folder);
    await tagEssays(lost, [id], { add: ['四'] });
    await copyChanges(lost, folder);
    expect(await contentOf((await rebuilt(folder)).collection)).toEqual(await contentOf(lost));
  });
});

it('equals the collection after any acts, copies, folds, losses and damages of writing', async () => {
  const act = fc.oneof(
    fc.record({ do: fc.constant('keep' as const), n: fc.nat(6) }),
    fc.record({ do: fc.constant('tag' as const), n: fc.nat(6), tag: fc.constantFrom('甲', '乙', '丙') }),
    fc.record({ do: fc.constant('trash' as const), n: fc.nat(6) }),
    fc.record({ do: fc.constantFrom('empty', 'copy', 'fold', 'lose', 'cut') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
      let collection = emptyCollection();
      const folder = memoryFolder();
      // Files that a crash takes away in the midst of a fold are those that were not removed yet.
      const cutting = { left: Number.POSITIVE_INFINITY };
      const torn = {
        ...folder,
        remove: async (name: string) => {
          cutting.left -= 1;
          if (cutting.left < 0) throw new Error('crash');
          await folder.remove(name);
        },
      };
      let at = 0;
      for (const one of acts) {
        at += 1;
        const ids = await collection.essays.toCollection().primaryKeys();
        const id = 'n' in one ? (ids[one.n % Math.max(1, ids.length)] ?? '') : '';
        if (one.do === 'keep') await keepEssay(collection, numberedKeeping(one.n, { text: `第${at}次读的文。` }));
        if (one.do === 'tag' && 'tag' in one) await tagEssays(collection, [id], { add: [one.tag] });
        if (one.do === 'trash') await moveToTrash(collection, [id]);
        if (one.do === 'empty') await emptyTrash(collection);
        if (one.do === 'copy') await copyChanges(collection, torn);
        if (one.do === 'cut') cutting.left = at % 5;
        if (one.do === 'fold') {
          for (let n = 0; n < 33; n += 1) {
            await tagEssays(
              collection,
              [id],
              n % 2 === 0 ? { add: ['折'] } : { remove: (await collection.tags.toArray()).map((tag) => tag.id) },
            );
            await copyChanges(collection, torn);
          }
          await foldCopy(collection, torn).catch(() => undefined);
          cutting.left = Number.POSITIVE_INFINITY;
        }
        if (one.do === 'lose') {
          await copyChanges(collection, torn);
          const before = await contentOf(collection);
          collection = emptyCollection();
          await rebuildFromCopy(collection, torn);
          expect(await contentOf(collection)).toEqual(before);
        }
      }
      await copyChanges(collection, torn);
      expect(await contentOf((await rebuilt(folder)).collection)).toEqual(await contentOf(collection));
    }),
    { numRuns: 12 },
  );
}, 120_000);
