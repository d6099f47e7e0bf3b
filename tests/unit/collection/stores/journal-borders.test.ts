import { expect, it } from 'vitest';
import { type Asked, openJournal } from '../../../../lib/collection/journal/journal.ts';
import { memoryFolder } from '../../../support/memory-folder.ts';
import { quickStore } from '../../../support/quick-store.ts';

const asked = (id: string, facts: Partial<Asked> = {}): Asked => ({
  id,
  by: 'menu',
  askedAt: '2026-03-01T08:00:00.000Z',
  tabId: 7,
  anyway: true,
  url: 'http://www.example-school.cn/1.htm',
  title: '第1篇',
  run: 'one',
  tries: 0,
  ...facts,
});
/** What is known of an act of which only the name of its file is left. */
const torn = (id: string, askedAt: unknown = expect.any(String)) => ({
  id,
  by: 'key',
  askedAt,
  tabId: -1,
  anyway: false,
  url: '',
  title: '',
  run: 'torn',
  tries: 0,
});
const takenAt = '2026-03-01T08:00:01.000Z';
const clipOf = (facts: object): string => JSON.stringify({ taken: { ok: true }, takenAt, ...facts });
const refused = () => Promise.reject(new Error('not now'));

/** A journal over stores that hold this already. */
function journalOf(files: Readonly<Record<string, string>>, quick: readonly unknown[] = []) {
  const [folder, store] = [memoryFolder(), quickStore()];
  for (const [name, text] of Object.entries(files)) folder.files.set(name, new TextEncoder().encode(text));
  for (const [at, value] of quick.entries()) store.values.set(String(at), value);
  return { folder, store, journal: openJournal(folder, store) };
}

it('believes the quick store before the file, and the file where the quick store has nothing', async () => {
  const { journal } = journalOf(
    {
      'a.asked.json': JSON.stringify(asked('a', { tries: 3 })),
      'b.asked.json': JSON.stringify(asked('b', { tries: 4 })),
    },
    [asked('a', { tries: 1 })],
  );
  expect((await journal.entries()).map(({ asked: { id, tries } }) => [id, tries])).toEqual([
    ['a', 1],
    ['b', 4],
  ]);
});

it.each([
  ['nothing', ''],
  ['the act of another name', JSON.stringify(asked('other'))],
  ['no act', '{"id":"a"}'],
])('knows no more than that it was asked for where the file holds %s', async (_, text) => {
  expect(await journalOf({ 'a.asked.json': text }).journal.entries()).toEqual([{ asked: torn('a'), clip: null }]);
});

it.each([
  ['an id of no letter', { id: '' }],
  ['an id of a hundred and one', { id: 'x'.repeat(101) }],
  ['nobody that it knows', { by: 'nobody' }],
  ['a moment that is none', { askedAt: 'yesterday' }],
  ['a frame that is none', { frameId: 'top' }],
])('passes over what the quick store holds of %s', async (_, facts) => {
  expect(await journalOf({}, [{ ...asked('a'), ...facts }]).journal.entries()).toEqual([]);
});

it.each([{ id: 'x' }, { id: 'x'.repeat(100) }, { frameId: 3 }])('takes what has %o', async (facts) => {
  expect(await journalOf({}, [asked('a', facts)]).journal.entries()).toEqual([
    { asked: asked('a', facts), clip: null },
  ]);
});

it('reads on in one store where the other cannot be read', async () => {
  const files = { 'a.asked.json': JSON.stringify(asked('a')), 'c.clip.json': clipOf({}) };
  const { folder, store } = journalOf(files, [asked('b')]);
  const ids = async (of: Parameters<typeof openJournal>): Promise<unknown> => {
    const journal = openJournal(...of);
    return [(await journal.entries()).map((entry) => entry.asked.id), await journal.settled()];
  };
  expect(await ids([folder, store])).toEqual([['b', 'a'], ['c']]);
  expect(await ids([{ ...folder, names: refused }, store])).toEqual([['b'], []]);
  expect(await ids([folder, { ...store, all: refused }])).toEqual([['a'], ['c']]);
  expect(await ids([{ ...folder, read: refused }, store])).toEqual([['b', 'a'], ['c']]);
});

it('takes a keep for done only where neither store asks for it any more', async () => {
  const files = {
    'file.clip.json': clipOf({}),
    'file.asked.json': '',
    'quick.clip.json': clipOf({}),
    'both.clip.json': clipOf({}),
    'both.asked.json': '',
    'done.clip.json': clipOf({}),
  };
  const quick = [asked('quick'), asked('both'), { id: 'done' }];
  expect(await journalOf(files, quick).journal.settled()).toEqual(['done']);
});

it('gives of a keep that is done its clip and when it came, and nothing of one that is torn', async () => {
  const { journal } = journalOf({
    'a.clip.json': clipOf({}),
    'b.clip.json': clipOf({ takenAt: 'yesterday' }),
    'c.clip.json': 'null',
  });
  expect(await journal.settledEntry('a')).toEqual({
    asked: torn('a', takenAt),
    clip: { taken: { ok: true }, takenAt },
  });
  expect([await journal.settledEntry('b'), await journal.settledEntry('c'), await journal.settledEntry('d')]).toEqual([
    null,
    null,
    null,
  ]);
});

it('gives each act its own clip, the oldest act first', async () => {
  const hours = { c: '09', a: '07', d: '10', b: '08' };
  const quick = Object.entries(hours).map(([id, hour]) => asked(id, { askedAt: `2026-03-01T${hour}:00:00.000Z` }));
  const { journal } = journalOf({ 'b.clip.json': clipOf({ taken: 'of b' }), 'e.clip.json': clipOf({}) }, quick);
  expect((await journal.entries()).map(({ asked: { id }, clip }) => [id, clip?.taken])).toEqual([
    ['a', undefined],
    ['b', 'of b'],
    ['c', undefined],
    ['d', undefined],
  ]);
});

it('asks both stores, and fails as the file does where neither takes it', async () => {
  const { folder, store, journal } = journalOf({});
  await journal.ask(asked('a'), Promise.resolve(asked('a', { run: 'later' })));
  expect([store.values.get('a'), [...folder.files.keys()]]).toEqual([asked('a'), ['a.asked.json']]);
  expect(JSON.parse(new TextDecoder().decode(folder.files.get('a.asked.json')))).toEqual(asked('a', { run: 'later' }));
  const full = () => Promise.reject(new Error('no room'));
  const neither = openJournal({ ...folder, write: full }, { ...store, put: refused });
  await expect(neither.ask(asked('b'), Promise.resolve(asked('b')))).rejects.toThrow('no room');
  await openJournal(folder, { ...store, put: refused }).ask(asked('c'), Promise.resolve(asked('c')));
  expect(folder.files.has('c.asked.json')).toBe(true);
});

it('lets a keep go step by step: first what asks for it, then its clip; also where a store refuses', async () => {
  const { folder, store, journal } = journalOf({ 'a.asked.json': '', 'a.clip.json': clipOf({}) }, []);
  store.values.set('a', asked('a'));
  await openJournal({ ...folder, remove: refused }, { ...store, remove: refused }).forget('a');
  await journal.settle('a');
  expect([[...folder.files.keys()], store.values.size]).toEqual([['a.clip.json'], 0]);
  await journal.forget('a');
  expect(folder.files.size).toBe(0);
});
