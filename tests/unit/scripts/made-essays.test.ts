import { expect, it } from 'vitest';
import { rightRow } from '../../../lib/collection/integrity/right-row.ts';
import { essayMaker } from '../../../scripts/bench/collection/made-essays.ts';
import { madeOriginal } from '../../../scripts/bench/collection/made-originals.ts';

/** Rows that a check would mend keep the library at work while the bench measures it. */
it('a made essay of the bench is what a check finds right', async () => {
  const made = essayMaker(5);
  for (const number of [0, 1, 2, 3]) {
    const essay = made(number);
    const { capture } = await madeOriginal(essay);
    expect(rightRow(essay.row, { captures: [capture], bodies: [essay.body] })).toEqual(essay.row);
  }
});
