import { describe, expect, it } from 'vitest';
import { essayRowOf } from '../../../lib/collection/keep/essay-row.ts';
import { noWork } from '../../../lib/collection/rows.ts';
import { noParts, recordOfRows } from '../../../lib/export/record.ts';
import { sampleEssay } from '../../support/keepings.ts';
import { sampleRecord } from './sample-record.ts';

describe('the record of a kept essay', () => {
  it('shows fields set by hand, and the note, and no keys of the database', () => {
    const { capture, id } = sampleRecord();
    if (capture === null) throw new Error('the sample has a capture');
    const body = { ...sampleEssay(), captureId: 'c', essayId: id };
    const own = { ...noWork, note: '再读', tags: ['t'], edited: { title: '改过的题目' } };
    const row = essayRowOf(body, '2026-11-24T08:00:01.000Z', '', own);
    expect(recordOfRows(row, body, { ...capture, id: 'c', essayId: id }, ['县域'])).toEqual({
      id,
      essay: { ...sampleEssay(), title: '改过的题目' },
      capture,
      keptAt: '2026-11-24T08:00:01.000Z',
      tags: ['县域'],
      note: '再读',
      ...noParts,
    });
  });
});
