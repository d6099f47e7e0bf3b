import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { placeHighlights } from '../../../entrypoints/reader/highlights/place-highlights.ts';
import { addHighlight, changeHighlight, listHighlights } from '../../../lib/collection/actions/highlights.ts';
import { anchorOf } from '../../../lib/features/highlights/anchor.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';

const before = '县域是城乡之间的纽带。转型要从产业做起，产业要从乡镇做起，乡镇要从人才做起。';
/** Cleaned anew: the passage lost two of its characters. */
const after = '县域是城乡之间的纽带。转型从产业做起，产业从乡镇做起，乡镇要从人才做起。';
const passage = '转型要从产业做起，产业要从乡镇做起';

it('shows a passage that is not as it was as a guess, and as sure once the reader has settled it', async () => {
  const collection = emptyCollection();
  const start = before.indexOf(passage);
  const made = anchorOf(before, { start, end: start + passage.length });
  const mark = expectValue(await addHighlight(collection, { essayId: 'a', colour: 'green', note: '引', ...made }));
  const placed = async (text: string) =>
    placeHighlights(text, expectValue(await listHighlights(collection, 'a'))).placed;
  expect(await placed(before)).toMatchObject([{ sure: true }]);
  const [guess] = await placed(after);
  expect(guess?.sure).toBe(false);
  if (guess === undefined) return;
  expect(after.slice(guess.place.start, guess.place.end)).toBe('转型从产业做起，产业从乡镇做起');

  const settled = expectValue(await changeHighlight(collection, mark.id, anchorOf(after, guess.place)));
  expect(await placed(after)).toMatchObject([{ sure: true, place: guess.place, row: { note: '引', colour: 'green' } }]);
  await settled.undo();
  expect(await placed(after)).toMatchObject([{ sure: false }]);
});
