import { expect, it } from 'vitest';
import { isPlain, occurrences, occurrencesIn } from '../../../lib/search/index/occurrences.ts';
import { fold } from '../../../lib/search/text/fold.ts';

const units = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

const texts = [
  '',
  '中',
  '中国中国中国',
  '一一一一一',
  '黨的建設與黨的建设',
  'ＡＢＣ abc Ａbc',
  '题\n一\n文',
  `${'经济'.repeat(50)}经`,
  '前\ud83d\ude00后，前\ud83d后，\ude00前后',
];

it.each(texts)('counts in the units of a text what it counts in the text folded: %j', (text) => {
  for (const term of ['中', '中国', '一一', '一一一', '党的建设', 'abc', ' abc', '经济', '济经', '前', '后前', '没有'])
    expect(occurrencesIn(units(text), term), term).toBe(occurrences(fold(text), term));
});

it('leaves to strings the terms of which a fold may make another', () => {
  expect(isPlain('党的建设')).toBe(true);
  for (const term of ['前\ud83d', '\ude00', '\ufffd', '\ud83d\ude00']) expect(isPlain(term)).toBe(false);
});
