import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anchorOf, isSurePlace, placeAnchor } from '../../../lib/features/highlights/anchor.ts';

const text = '渔村的合作社兴起于五十年代。渔村的合作社衰落于八十年代，其间有三次起落，值得回顾。';
const anchorTo = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return anchorOf(text, { start, end: start + words.length });
};
const wordsAt = (changed: string, anchor: Parameters<typeof placeAnchor>[1]) => {
  const place = placeAnchor(changed, anchor);
  return place && changed.slice(place.start, place.end);
};

it('finds every passage of an unchanged text where it stood', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.nat(), fc.nat(), (whole, a, b) => {
      const start = a % whole.length;
      const end = start + 1 + (b % (whole.length - start));
      expect(placeAnchor(whole, anchorOf(whole, { start, end }))).toEqual({ start, end });
    }),
  );
});

it('tells one use of a phrase from another by what is around it, when the text before has changed', () => {
  const second = anchorTo('合作社', 10);
  const changed = `编者按：合作社的故事。${text}`;
  expect(placeAnchor(changed, second)).toEqual({ start: second.position.start + 11, end: second.position.end + 11 });
});

it('takes the nearest of places with the same context', () => {
  const repeated = '甲乙丙'.repeat(40);
  expect(placeAnchor(repeated, anchorOf(repeated, { start: 60, end: 62 }))).toEqual({ start: 60, end: 62 });
});

it('finds a passage whose words were changed a little, and leaves out what was not in it', () => {
  const anchor = anchorTo('衰落于八十年代，其间有三次起落');
  expect(wordsAt(text.replace('八十年代，', '80年代,'), anchor)).toBe('衰落于80年代,其间有三次起落');
  expect(wordsAt(text.replace('三次', '三\n次'), anchor)).toBe('衰落于八十年代，其间有三\n次起落');
});

it('finds a long passage by its ends', () => {
  const long = Array.from({ length: 300 }, (_, n) => `第${n}户的船。`).join('');
  const anchor = anchorOf(long, { start: 100, end: 1500 });
  const changed = `前言。${long.replace('第99户', '第九十九户')}`;
  expect(placeAnchor(changed, anchor)).toEqual({ start: 103, end: 1504 });
});

it('finds no long passage where its ends stand too far apart, too close or the wrong way round', () => {
  const words = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, n) => `第${from + n}户的船。`).join('');
  const anchor = anchorOf(words(0, 100), { start: 0, end: words(0, 100).length });
  const [head, tail] = [words(0, 30), words(70, 100)];
  const filling = (length: number): string => '山里的事，与渔村无关。'.repeat(Math.ceil(length / 11)).slice(0, length);
  const between = words(30, 70).length;
  const at = (changed: string): string | null => wordsAt(changed, anchor) ?? null;
  expect(at(head + filling(between) + tail)).toBe(head + filling(between) + tail);
  expect(at(head + filling(between * 5) + tail)).toBeNull();
  expect(at(tail + filling(between) + head)).toBeNull();
});

it('places nothing where nothing is like it', () => {
  expect(
    placeAnchor('完全是另一篇文章的内容，谈的是山里的事。', anchorTo('衰落于八十年代，其间有三次起落')),
  ).toBeNull();
  expect(placeAnchor('', anchorTo('合作社'))).toBeNull();
  expect(placeAnchor(text, { ...anchorTo('合作社'), quote: { exact: '', prefix: '', suffix: '' } })).toBeNull();
});

it('is sure of a place only where nothing is in doubt', () => {
  const surely = (changed: string, anchor: Parameters<typeof placeAnchor>[1]) => {
    const place = placeAnchor(changed, anchor);
    return place && isSurePlace(changed, anchor, place);
  };
  const second = anchorTo('合作社', 10);
  expect(surely(text, second)).toBe(true);
  expect(surely(`编者按：合作社的故事。${text}`, second)).toBe(true);
  // Its sentence is gone, and the same word stands in another one.
  expect(surely('城里的事。合作社办起来了。', second)).toBe(false);
  expect(surely('甲合作社乙，丙合作社丁。', second)).toBe(false);
  // Words that differ are a guess, a long passage that stands once is none.
  const long = anchorTo('衰落于八十年代，其间有三次起落');
  expect(surely(text.replace('三次', '两次'), long)).toBe(false);
  expect(surely('另一篇里写道：衰落于八十年代，其间有三次起落！', long)).toBe(true);
  // The same words twice with the same words around them: only where they stood.
  const repeated = '甲乙丙'.repeat(40);
  expect(surely(repeated, anchorOf(repeated, { start: 60, end: 62 }))).toBe(true);
  expect(surely(`甲${repeated}`, anchorOf(repeated, { start: 60, end: 62 }))).toBe(false);
});
