import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { kinds } from '../../../scripts/bench/inout/damaged/files.ts';
import { tryBackups, tryImports } from '../../../scripts/bench/inout/damaged/try-files.ts';

/* Some of each kind; `npm run bench:inout -- --only damaged` tries three hundred. */

it.each(kinds)(
  'damaged and hostile %s files come to a clear end, and change nothing that is stored',
  { timeout: 120_000 },
  async (kind) => {
    const tried = await tryImports(kind, 25, kind.length * 31 + kind.charCodeAt(0));
    expect(tried.wrong).toEqual([]);
    expect(tried.kept + tried.problems).toBeGreaterThan(5);
  },
);

it('damaged backups are refused with a reason', async () => {
  const tried = await tryBackups(40, 3);
  expect(tried.wrong).toEqual([]);
  expect(tried.problems).toBeGreaterThan(30);
});
