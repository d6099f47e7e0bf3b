import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Collection, openCollection } from '../../../lib/collection/collection.ts';
import { bytesOfLedger, fillFromBytes } from '../../../lib/collection/ledger/ledger-bytes.ts';
import { emptyLedger, essayIdOf, type Ledger } from '../../../lib/collection/ledger/read-ledger.ts';
import { DEAD, textColumns } from '../../../lib/collection/ledger/slot.ts';
import { type Engine, openEngine } from '../../../lib/search/engine.ts';
import { emptyCollection } from '../../support/collections.ts';
import { memoryIndexFiles } from '../../support/memory-index-files.ts';
import { idAtPlace, smallLedger } from '../../support/small-ledger.ts';
import { deleteEssay, putEssay } from './essays.ts';

const sizes = { tail: 2, run: 1000, fan: 3, small: 100, dead: 8, chunks: 1, triples: 4 };

describe('the file of the ledger', () => {
  let collection: Collection;
  let files: ReturnType<typeof memoryIndexFiles>;

  /** An engine as another page, or another start of the browser, opens it. */
  const anew = (more: Partial<typeof sizes> = {}, of = collection): Engine =>
    openEngine(of, { ...sizes, ...more }, undefined, async () => files);

  /** Numbers of the essays found, the newest first. */
  async function find(engine: Engine, query: string): Promise<number[]> {
    const { result, total } = await engine.find({ query, place: 'kept', sort: 'kept', chosen: {} });
    return (await engine.ids(result, 0, total)).map((id) => Number.parseInt(id, 16));
  }

  const ledgerFiles = (): string[] => [...files.files.keys()].filter((name) => name.endsWith('.ledger'));

  /** Changes one byte of each chunk in the database, so that whoever reads one finds it damaged. */
  async function damageChunks(): Promise<void> {
    for (const row of await collection.ledger.toArray())
      await collection.ledger.put({ ...row, kinds: row.kinds.map(() => 2) });
  }

  const repairs = async (): Promise<number> => (await collection.quarantine.toArray()).length;

  beforeEach(async () => {
    collection = emptyCollection();
    files = memoryIndexFiles();
    for (const at of [0, 1, 2, 3])
      await putEssay(collection, at, { title: `党校${at}`, text: '学习', keptAt: `2026-01-0${at + 1}T00:00:00.000Z` });
    await anew().index();
  });

  it('is read in place of the chunks, of which none is asked for', async () => {
    expect(ledgerFiles()).toHaveLength(1);
    await damageChunks();
    expect(await find(anew(), '党校')).toEqual([3, 2, 1, 0]);
    expect(await repairs()).toBe(0);
  });

  it('tells nothing of what came later: that is read from the chunks', async () => {
    await putEssay(collection, 4, { title: '党校4', text: '学习', keptAt: '2026-02-01T00:00:00.000Z' });
    await putEssay(collection, 1, { title: '改题' });
    await putEssay(collection, 2, { trashedAt: '2026-02-02T00:00:00.000Z' });
    await deleteEssay(collection, 3);
    const engine = anew();
    expect(await find(engine, '党校')).toEqual([4, 0]);
    expect(await find(engine, '改题')).toEqual([1]);
    // A title that the file has, given to another essay afterwards.
    await putEssay(collection, 5, { title: '党校0', text: '', keptAt: '2026-02-03T00:00:00.000Z' });
    expect(await find(engine, '党校0')).toEqual([5, 0]);
  });

  it.each<[string, (name: string, bytes: Uint8Array<ArrayBuffer>) => void]>([
    ['is lost', (name) => files.files.delete(name)],
    ['is empty', (name) => files.files.set(name, new Uint8Array())],
    ['is cut', (name, bytes) => files.files.set(name, bytes.slice(0, -1))],
    ['has another first byte', (name, bytes) => files.files.set(name, bytes.with(0, 255 - (bytes[0] ?? 0)))],
    ['has another last byte', (name, bytes) => files.files.set(name, bytes.with(-1, 255 - (bytes.at(-1) ?? 0)))],
  ])('that %s is not used, all is found, and it is written anew', async (_, harm) => {
    const [name = ''] = ledgerFiles();
    harm(name, files.files.get(name) ?? new Uint8Array());
    expect(await find(anew(), '党校')).toEqual([3, 2, 1, 0]);
    expect(await repairs()).toBe(0);
    await anew().index();
    await damageChunks();
    expect(await find(anew(), '党校')).toEqual([3, 2, 1, 0]);
    expect(await repairs()).toBe(0);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a word', '坏'],
    ['lengths beyond all memory', { name: 'x.ledger', base: 0, chunks: [1], lengths: [2 ** 60, 2], sums: [0, 0] }],
    ['no sums', { name: 'x.ledger', base: 0, chunks: [1], lengths: [1, 2] }],
  ])('of which the database has %s is not used, and all is found', async (_, value) => {
    files.files.set('x.ledger', new Uint8Array(3));
    await collection.meta.put({ key: 'ledger-file', value });
    expect(await find(anew(), '党校')).toEqual([3, 2, 1, 0]);
  });

  it('of a database that was taken away is not used for the one in its place', async () => {
    const { name } = collection;
    await collection.delete();
    const other = openCollection(name);
    for (const at of [6, 7, 8, 9]) await putEssay(other, at, { title: `别的${at}`, text: '' });
    const engine = anew({}, other);
    expect(await find(engine, '党校')).toEqual([]);
    expect(await find(engine, '别的')).toHaveLength(4);
    await engine.index();
    expect(ledgerFiles()).toHaveLength(1);
    other.close();
  });

  it('is of no harm where the ledger was made anew', async () => {
    await anew({ chunks: 100 }).rebuild();
    expect(await find(anew(), '党校')).toEqual([3, 2, 1, 0]);
  });

  it('is written anew when as many chunks as it takes have changed, and the one before is taken away', async () => {
    const [first] = ledgerFiles();
    await putEssay(collection, 4, { title: '党校4' });
    await anew({ chunks: 2 }).index();
    expect(ledgerFiles()).toEqual([first]);
    await anew().index();
    expect(ledgerFiles()).toHaveLength(1);
    expect(ledgerFiles()).not.toEqual([first]);
    await anew().index();
    await damageChunks();
    expect(await find(anew(), '党校')).toEqual([3, 2, 4, 1, 0]);
    expect(await repairs()).toBe(0);
  });

  it('that nobody knows of, as after a crash, is swept with the files of segments', async () => {
    files.files.set('crashed.ledger', new Uint8Array(9));
    for (const at of [4, 5]) await putEssay(collection, at, { title: `党校${at}`, text: '学' });
    await anew().index();
    expect(files.files.has('crashed.ledger')).toBe(false);
    expect(ledgerFiles()).toHaveLength(1);
  });

  it('does without where none can be written', async () => {
    await putEssay(collection, 4, { title: '党校4' });
    const full = { ...files, create: async () => Promise.reject(new Error('The disk is full.')) };
    await openEngine(collection, sizes, undefined, async () => full).index();
    expect(await find(anew(), '党校4')).toEqual([4]);
  });
});

describe('a ledger as bytes', () => {
  const documents = [
    { title: '题', author: '甲\n乙', published: 20030500, state: 1, trashedAt: 7.5, kind: 2, length: 3, tag: 't' },
    { title: '\ud800半', keptAt: 1e12 },
    { title: '死', state: DEAD },
    { title: '题', author: '甲\n乙', check: '\ufeff' },
    { title: '' },
  ];
  const copyOf = (ledger: Ledger): Ledger => {
    const copy = emptyLedger();
    expect(fillFromBytes(copy, bytesOfLedger(ledger))).toBe(true);
    return copy;
  };

  it('is the same ledger when it is read back, but the texts of what is dead', () => {
    const { ledger } = smallLedger(documents);
    const copy = copyOf(Object.assign(ledger, { base: 2048, chunks: [3] }));
    const { version, base, size, chunks } = copy;
    expect({ version, base, size, chunks }).toEqual({ version: 1, base: 2048, size: 5, chunks: [3] });
    for (const name of ['states', 'kinds', 'published', 'keptAt', 'trashedAt', 'lengths', 'ids'] as const)
      expect(copy[name], name).toEqual(ledger[name]);
    expect([0, 4].map((place) => essayIdOf(copy, place))).toEqual([idAtPlace(0), idAtPlace(4)]);
    for (const name of textColumns) {
      const { codes, texts, codeOf } = copy.columns[name];
      const dead = documents.map(({ state }) => state === DEAD);
      expect(
        Array.from(codes, (code) => texts[code]),
        name,
      ).toEqual(documents.map((document, at) => (dead[at] ? '' : ((document as Record<string, unknown>)[name] ?? ''))));
      if (name !== 'title') expect([...codeOf]).toEqual(texts.map((text, code) => [text, code]));
    }
    expect(copy.columns.title.texts).toEqual(['', '题', '\ud800半']);
  });

  it('takes no room that is kept ready for later documents', () => {
    const { ledger } = smallLedger([{ title: '题' }]);
    const one = bytesOfLedger(ledger).numbers.length;
    const roomy = new Uint8Array(4096);
    roomy.set(ledger.states);
    expect(bytesOfLedger(Object.assign(ledger, { states: roomy })).numbers).toHaveLength(one);
  });

  it.each([
    ['layout', '"format":', '2'],
    ['order of columns', '["', 'T'],
  ])('of another %s fills nothing', (_, before, sign) => {
    const { numbers, texts } = bytesOfLedger(smallLedger([{ title: '题' }]).ledger);
    const at = String.fromCharCode(...numbers).indexOf(before) + before.length;
    const changed = numbers.with(at, sign.charCodeAt(0));
    const ledger = emptyLedger();
    expect(fillFromBytes(ledger, { numbers: changed, texts })).toBe(false);
    expect(ledger).toEqual(emptyLedger());
  });
});
