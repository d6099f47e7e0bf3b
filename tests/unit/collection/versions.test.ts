import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { editFields } from '../../../lib/collection/actions/edit-fields.ts';
import { getEssay } from '../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { listVersions, makeCurrent } from '../../../lib/collection/versions.ts';
import { compareTexts } from '../../../lib/essay/compare-texts.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleKeeping } from '../../support/keepings.ts';

describe('versions', () => {
  it('are every text that a page has had, and an older one can be made current', async () => {
    const collection = emptyCollection();
    const { id } = expectValue(await keepEssay(collection, sampleKeeping()));
    const changed = sampleKeeping({ title: '新题', text: '改后的文。' }, { takenAt: '2026-04-02T09:30:00.000Z' });
    expectValue(await keepEssay(collection, changed));
    expectValue(await editFields(collection, id, { unit: '教研室' }));
    const versions = expectValue(await listVersions(collection, id));
    expect(versions.map(({ title, current }) => [title, current])).toEqual([
      ['新题', true],
      ['论县域经济的转型', false],
    ]);
    const done = expectValue(await makeCurrent(collection, id, versions[1]?.capture.id ?? ''));
    const row = async () => expectValue(await getEssay(collection, id));
    expect(await row()).toMatchObject({
      title: '论县域经济的转型',
      unit: '教研室',
      captureId: versions[1]?.capture.id,
    });
    expectValue(await done.undo());
    expect(await row()).toMatchObject({ title: '新题', unit: '教研室', captureId: versions[0]?.capture.id });
    expect(expectValue(await makeCurrent(collection, id, 'none')).count).toBe(0);
  });
});

describe('comparing texts', () => {
  it('tells words that went and came', () => {
    const stretches = compareTexts('密切联系群众的传统。\n第二段。', '密切联系人民的传统。\n第二段。');
    expect(stretches.filter(({ is }) => is === 'gone').map(({ text }) => text)).toEqual(['群众']);
    expect(stretches.filter(({ is }) => is === 'new').map(({ text }) => text)).toEqual(['人民']);
    const older = stretches.filter(({ is }) => is !== 'new').map(({ text }) => text);
    expect(older.join('')).toBe('密切联系群众的传统。\n第二段。');
  });

  it('is all one stretch where nothing changed', () => {
    expect(compareTexts('同文', '同文')).toEqual([{ is: 'same', text: '同文' }]);
  });
});
