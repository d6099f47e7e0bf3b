import { expect, it } from 'vitest';
import { vocabulary } from '../../../lib/lines/vocabulary.ts';
import { mayHaveOpeningLabel } from '../../../lib/metadata/opening-labels.ts';

const labels = vocabulary.flatMap(({ kind, words }) => (/^(?:abstract|keywords)$/.test(kind) ? words : []));

it.each(labels)('a text with the label %s is taken apart', (word) => {
  expect(mayHaveOpeningLabel(`【${word}】水利与农业`)).toBe(true);
  expect(mayHaveOpeningLabel(`${word.toUpperCase()}：水利与农业`)).toBe(true);
  expect(mayHaveOpeningLabel(`${Array.from(word).join('\u3000\u00a0')}：水利`)).toBe(/^[a-z]/.test(word) === false);
});

it.each(['關鍵詞：水利', '導　讀：水利', '內容摘要：水利', '編者按：水利'])('%s too', (text) => {
  expect(mayHaveOpeningLabel(text)).toBe(true);
});

it.each(['水利是农业的命脉。', '作者：林有禾', '提出的问题，关键在于落实。'])('%s has no such label', (text) => {
  expect(mayHaveOpeningLabel(text)).toBe(false);
});
