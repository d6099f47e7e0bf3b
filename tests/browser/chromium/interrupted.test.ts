import { expect, it } from 'vitest';
import { stopInside } from '../../../scripts/bench/reliability/stops.ts';
import { useChromium } from '../support/chromium.ts';

const stage = useChromium();

it('keeps each page once, or tells its reader, when the worker is stopped inside the keep', async () => {
  // Moments spread over a keep, always the same.
  const moments = [0.02, 0.3, 0.08, 0.15, 0.45, 0.6, 0.22, 0.9];
  const counts = await stopInside(stage(), moments.length, () => moments.shift() ?? 0);
  expect(counts).toMatchObject({ keeps: 8, silent: 0, twice: 0, keptUntold: 0 });
});
