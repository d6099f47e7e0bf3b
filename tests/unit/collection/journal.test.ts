import { expect, it } from 'vitest';
import { type Asked, openJournal } from '../../../lib/collection/journal/journal.ts';
import { memoryFolder } from '../../support/memory-folder.ts';
import { quickStore } from '../../support/quick-store.ts';

const asked = (id: string, facts: Partial<Asked> = {}): Asked => ({
  id,
  by: 'key',
  askedAt: '2026-03-01T08:00:00.000Z',
  tabId: 7,
  anyway: true,
  url: 'http://www.example-school.cn/1.htm',
  title: '第1篇',
  run: 'one',
  tries: 0,
  ...facts,
});

const full = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));

it('holds what was asked for, then the clip, until all is done', async () => {
  const journal = openJournal(memoryFolder(), quickStore());
  await journal.ask(asked('a'), Promise.resolve(asked('a')));
  expect(await journal.entries()).toEqual([{ asked: asked('a'), clip: null }]);
  expect(await journal.clip('a', { ok: true }, '2026-03-01T08:00:01.000Z')).toBe('stored');
  expect(await journal.entries()).toEqual([
    { asked: asked('a'), clip: { taken: { ok: true }, takenAt: '2026-03-01T08:00:01.000Z' } },
  ]);
  await journal.forget('a');
  expect(await journal.entries()).toEqual([]);
});

it('knows of an act from either store: one is quick, the other outlives the browser', async () => {
  const [folder, quick] = [memoryFolder(), quickStore()];
  await openJournal(folder, quick).ask(asked('a'), Promise.resolve(asked('a')));
  expect(await openJournal(folder, quickStore()).entries()).toHaveLength(1);
  expect(await openJournal(memoryFolder(), quick).entries()).toHaveLength(1);
});

it('takes an act down on a full disk, and says that the clip was not', async () => {
  const journal = openJournal({ ...memoryFolder(), write: full }, quickStore());
  await journal.ask(asked('a'), Promise.resolve(asked('a')));
  expect(await journal.clip('a', {}, '2026-03-01T08:00:01.000Z')).toBe('full');
  expect(await journal.entries()).toEqual([{ asked: asked('a'), clip: null }]);
});

it('rejects when neither store takes the act', async () => {
  const journal = openJournal({ ...memoryFolder(), write: full }, { ...quickStore(), put: full });
  await expect(journal.ask(asked('a'), Promise.resolve(asked('a')))).rejects.toThrow('no room');
});

it('knows of what a crash left torn that it was asked for, and counts a torn clip as none', async () => {
  const folder = memoryFolder();
  const journal = openJournal(folder, quickStore());
  await journal.ask(asked('a'), Promise.resolve(asked('a')));
  await folder.write('a.clip.json', '{"taken": {"ok": tr');
  await folder.write('b.asked.json', '');
  await folder.write('c.clip.json', '{}');
  const [first, torn, ...more] = await journal.entries();
  expect(first).toEqual({ asked: asked('a'), clip: null });
  expect(torn).toMatchObject({ asked: { id: 'b', url: '', title: '', tabId: -1 }, clip: null });
  expect(more).toEqual([]);
  expect(await journal.settled()).toEqual(['c']);
  expect(await journal.settledEntry('c')).toBeNull();
});

it('gives the oldest first, and believes nothing of another shape', async () => {
  const quick = quickStore();
  quick.values.set('x', { id: 'x', tabId: 'all' });
  const journal = openJournal(memoryFolder(), quick);
  await journal.ask(
    asked('late', { askedAt: '2026-03-01T09:00:00.000Z' }),
    Promise.resolve(asked('late', { askedAt: '2026-03-01T09:00:00.000Z' })),
  );
  await journal.ask(
    asked('early', { askedAt: '2026-03-01T07:00:00.000Z' }),
    Promise.resolve(asked('early', { askedAt: '2026-03-01T07:00:00.000Z' })),
  );
  expect((await journal.entries()).map((entry) => entry.asked.id)).toEqual(['early', 'late']);
});

it('holds the clip of a keep that is told until it is copied, and tells the two apart', async () => {
  const [folder, quick] = [memoryFolder(), quickStore()];
  const journal = openJournal(folder, quick);
  await journal.ask(asked('a'), Promise.resolve(asked('a')));
  await journal.clip('a', { ok: true }, '2026-03-01T08:00:01.000Z');
  expect(await journal.settled()).toEqual([]);
  await journal.settle('a');
  expect(await journal.entries()).toEqual([]);
  const later = openJournal(folder, quick);
  expect(await later.settled()).toEqual(['a']);
  const clip = { taken: { ok: true }, takenAt: '2026-03-01T08:00:01.000Z' };
  expect(await later.settledEntry('a')).toMatchObject({ asked: { id: 'a' }, clip });
  await later.forget('a');
  expect(await later.settled()).toEqual([]);
});

it('a clip that is refused for another reason than room says so', async () => {
  const write = () => Promise.reject(new DOMException('no files here', 'SecurityError'));
  const journal = openJournal({ ...memoryFolder(), write }, quickStore());
  expect(await journal.clip('a', {}, '2026-03-01T08:00:01.000Z')).toBe('refused');
});
