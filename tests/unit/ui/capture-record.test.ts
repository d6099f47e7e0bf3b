import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import CaptureRecord from '../../../entrypoints/reader/panels/CaptureRecord.svelte';
import { noProvenance } from '../../../lib/collection/checked/mends.ts';
import type { LoadedEssay } from '../../../lib/features/show-essay/load-essay.ts';
import { wholeRows } from '../../support/whole-rows.ts';

afterEach(cleanup);

it('shows a record that names one page twice: that of a colleague may say anything', () => {
  const twice = ['http://dx.example/2.htm', 'http://dx.example/2.htm'];
  const essay = {
    row: wholeRows.essays,
    capture: { ...wholeRows.captures, tried: twice.map((address) => ({ address, reason: 'no-answer' })) },
    provenance: { ...noProvenance, missingPages: twice },
  } as unknown as LoadedEssay;
  render(CaptureRecord, { essay });
  expect(screen.getAllByText(/dx\.example\/2\.htm/)).toHaveLength(4);
});
