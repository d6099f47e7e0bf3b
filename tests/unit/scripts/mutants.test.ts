import { describe, expect, it } from 'vitest';
import { breakPattern } from '../../../scripts/mutants/break/break-pattern.ts';
import { sample } from '../../../scripts/mutants/choose.ts';
import { findMutants } from '../../../scripts/mutants/find-mutants.ts';
import { instrument } from '../../../scripts/mutants/instrument.ts';

const mutantsOf = (text: string) => findMutants([{ path: 'a.ts', text }]);
const changes = (text: string): string[] => mutantsOf(text).map(({ from, to }) => `${from} → ${to}`);

/** Runs `f` of a module with one mutant on, or none. */
function run(text: string, on: number | null): unknown {
  const code = instrument('a.ts', text, mutantsOf(text)).replace('export ', '');
  const made = new Function('__mutant', '__entered', `${code}; return f();`);
  return made(
    (id: number) => id === on,
    () => undefined,
  );
}

describe('mutants', () => {
  it('break comparisons, conditions, numbers, texts, steps and results', () => {
    expect(changes('const f = (a, b) => (a > 3 ? b.trim() : [b]);')).toEqual(
      expect.arrayContaining([
        'a > 3 → true',
        'a > 3 → (a) >= (3)',
        'a > 3 → (a) <= (3)',
        '3 → 0',
        'b.trim() → b',
        '[b] → []',
      ]),
    );
    expect(changes("function f() { log('x'); }")).toEqual(
      expect.arrayContaining(["{ log('x'); } → {}", "log('x') → undefined", "'x' → ''"]),
    );
  });

  it('leave types, imports and words of lists alone', () => {
    expect(changes("import a from 'a'; type A = 'x' | 1; const b: A = a as A;")).toEqual([]);
    expect(changes("const words = ['甲', '乙'];")).toEqual(["['甲', '乙'] → []"]);
  });

  it('are switched one by one in a module that holds them all', () => {
    const text = 'export function f() { const a = { b: [1, 2] }; return a?.b.filter((c) => c > 1).length ?? 7; }';
    expect(run(text, null)).toBe(1);
    const outcomes = mutantsOf(text).map((mutant) => {
      try {
        return run(text, mutant.id);
      } catch {
        return 'thrown';
      }
    });
    expect(outcomes.length).toBeGreaterThan(8);
    expect(outcomes.filter((outcome) => outcome === 1).length).toBeLessThan(outcomes.length / 2);
  });

  it('are the same for the same seed', () => {
    const all = Array.from({ length: 1000 }, (_, n) => n);
    expect(sample(all, 20, 7)).toEqual(sample(all, 20, 7));
    expect(sample(all, 20, 7)).not.toEqual(sample(all, 20, 8));
    expect(new Set(sample(all, 500, 1)).size).toBe(500);
  });
});

it('patterns lose anchors and quantifiers, and classes turn round', () => {
  expect(breakPattern('^a+[bc]\\s(?=d)$', 'u')).toEqual([
    'a+[bc]\\s(?=d)$',
    '^a[bc]\\s(?=d)$',
    '^a+[^bc]\\s(?=d)$',
    '^a+[bc]\\S(?=d)$',
    '^a+[bc]\\s(?!d)$',
    '^a+[bc]\\s(?=d)',
  ]);
});
