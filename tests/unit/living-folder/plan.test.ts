import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mirrored, planMirror, type Step, type WantedFile } from '../../../lib/living-folder/plan.ts';

const ids = ['aaaaaa1', 'bbbbbb2', 'cccccc3', 'dddddd4'] as const;
const fileOf = (title: string, id: string): string => `2005/${title}-${id.slice(0, 6)}.md`;
const one = (id: string, title = '甲', state = '1'): Mirrored => ({ id, path: fileOf(title, id), state });

const mirrored = fc.record({
  id: fc.constantFrom(...ids),
  title: fc.constantFrom('甲', '乙', 'A', 'a'),
  state: fc.constantFrom('1', '2'),
});
const some = fc
  .uniqueArray(mirrored, { selector: ({ id }) => id, maxLength: 4 })
  .map((list) => list.map(({ id, title, state }) => one(id, title, state)));
/** Files of the folder: ours, ours moved by the reader, and others. */
const listing = fc.uniqueArray(
  fc.oneof(
    fc.tuple(fc.constantFrom('甲', '乙', 'A', 'a'), fc.constantFrom(...ids)).map(([title, id]) => fileOf(title, id)),
    fc.constantFrom(...ids).map((id) => `课题/读过-${id.slice(0, 6)}.md`),
    fc.constantFrom('日记.md', '2005/甲.md', '附件/x.png'),
  ),
  { maxLength: 8 },
);
const folded = (path: string): string => path.toLowerCase();
const pathsOf = (step: Step): readonly string[] => ('path' in step ? [step.path] : []);

describe('a plan of a living folder', () => {
  it('writes what is new, leaves what is as it was, and takes what is gone to the trash', () => {
    const known = [one(ids[0]), one(ids[1])];
    const wanted: WantedFile[] = [one(ids[0]), one(ids[2])];
    expect(
      planMirror(
        known,
        wanted,
        known.map(({ path }) => path),
      ),
    ).toEqual([
      { is: 'trash', id: ids[1], path: fileOf('甲', ids[1]) },
      { is: 'write', id: ids[2], path: fileOf('甲', ids[2]) },
    ]);
  });

  it('updates in its place what is another, and under its new name what has one', () => {
    const known = [one(ids[0]), one(ids[1])];
    const wanted = [one(ids[0], '甲', '2'), one(ids[1], '乙', '2')];
    expect(
      planMirror(
        known,
        wanted,
        known.map(({ path }) => path),
      ),
    ).toEqual([
      { is: 'update', id: ids[0], path: fileOf('甲', ids[0]), from: fileOf('甲', ids[0]) },
      { is: 'update', id: ids[1], path: fileOf('乙', ids[1]), from: fileOf('甲', ids[1]) },
    ]);
  });

  it('follows a file that the reader moved, and leaves it there', () => {
    const moved = '课题/读过-aaaaaa.md';
    expect(planMirror([one(ids[0])], [one(ids[0])], [moved])).toEqual([{ is: 'follow', id: ids[0], path: moved }]);
    expect(planMirror([one(ids[0])], [one(ids[0], '乙', '2')], [moved])).toEqual([
      { is: 'update', id: ids[0], path: moved, from: moved },
    ]);
  });

  it('writes anew what is not there any more, and forgets what is gone on both sides', () => {
    expect(planMirror([one(ids[0]), one(ids[1])], [one(ids[0])], [])).toEqual([
      { is: 'forget', id: ids[1] },
      { is: 'write', id: ids[0], path: fileOf('甲', ids[0]) },
    ]);
  });

  it('gives another name where a strange file has it', () => {
    const [step] = planMirror([], [one(ids[0])], [fileOf('甲', ids[0])]);
    expect(step).toEqual({ is: 'write', id: ids[0], path: '2005/甲 (2)-aaaaaa.md' });
  });

  it('of any folder touches nothing that is not ours, and nothing twice', () => {
    fc.assert(
      fc.property(some, some, listing, (known, wanted, files) => {
        const steps = planMirror(known, wanted, files);
        expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
        const targets = steps.flatMap(pathsOf).map(folded);
        expect(new Set(targets).size).toBe(targets.length);
        const there = new Set(files.map(folded));
        for (const step of steps) {
          const last = known.find(({ id }) => id === step.id);
          const now = wanted.find(({ id }) => id === step.id);
          if (step.is === 'write') expect(there.has(folded(step.path))).toBe(false);
          if (step.is === 'update') {
            expect(there.has(folded(step.from))).toBe(true);
            expect(last?.state).not.toBe(now?.state);
            if (folded(step.path) !== folded(step.from)) expect(there.has(folded(step.path))).toBe(false);
          }
          if (step.is === 'trash') expect([now, there.has(folded(step.path))]).toEqual([undefined, true]);
          if (step.is === 'forget') expect(now).toBeUndefined();
          // A file that is ours, or bears our mark: no other is in a step that takes one away.
          if (step.is === 'trash' || step.is === 'update') {
            const from = folded(step.is === 'trash' ? step.path : step.from);
            expect(from === folded(last?.path ?? '') || from.endsWith(`-${step.id.slice(0, 6)}.md`)).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('once carried out, leaves nothing to do', () => {
    fc.assert(
      fc.property(some, some, listing, (known, wanted, files) => {
        const there = new Set(files);
        const after = new Map(known.map((was) => [was.id, was]));
        for (const step of planMirror(known, wanted, files)) {
          const now = wanted.find(({ id }) => id === step.id);
          if (step.is === 'trash') there.delete(step.path);
          if (step.is === 'update') there.delete(step.from);
          if (step.is === 'write' || step.is === 'update') there.add(step.path);
          if (step.is === 'trash' || step.is === 'forget') after.delete(step.id);
          else after.set(step.id, { id: step.id, path: step.path, state: now?.state ?? '' });
        }
        expect(planMirror([...after.values()], wanted, [...there])).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
