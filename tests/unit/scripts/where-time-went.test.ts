import { expect, it } from 'vitest';
import { whereTimeWent } from '../../../scripts/test/where-time-went.ts';

it('names steps by their beginning, from the first on, and the slowest files', () => {
  const step = { passed: 1, failed: 0, output: '' };
  const slowest = [
    { path: 'tests/unit/a.test.ts', seconds: 12.4 },
    { path: 'tests/unit/b.test.ts', seconds: 0.2 },
  ];
  const text = whereTimeWent(
    [
      { ...step, name: 'unit', began: 70, seconds: 200, slowest },
      { ...step, name: 'types', began: 10, seconds: 65.5 },
      { ...step, name: 'sizes', began: 80, seconds: 0.3 },
    ],
    315,
  );
  expect(text.trim().split('\n')).toEqual([
    'Where the time went (5:05 in all; began, took):',
    '  0:00  1:05  types',
    '  1:00  3:20  unit',
    '                  12 s  tests/unit/a.test.ts',
  ]);
});
