import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sorting } from '../../../lib/harvest/plan/sorting.ts';

it('puts any list in the order that a sort gives, in steps of which none is long', () => {
  const lists = fc.array(fc.record({ key: fc.nat(500), n: fc.nat() }), { maxLength: 4500, size: 'max' });
  fc.assert(
    fc.property(lists, (list) => {
      const byKey = (one: { key: number }, other: { key: number }): number => one.key - other.key;
      const steps = sorting(list, byKey);
      let count = 0;
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) {
          expect(step.value).toEqual(list.toSorted(byKey));
          break;
        }
        count += 1;
      }
      expect(count).toBeGreaterThanOrEqual(list.length);
    }),
    { numRuns: 30 },
  );
});
