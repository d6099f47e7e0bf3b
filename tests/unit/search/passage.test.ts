import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passageIn, passageOf } from '../../../lib/search/passage.ts';
import { fold } from '../../../lib/search/text/fold.ts';

const unitsOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** Characters of one unit and of two, halves of such, what folds to others, and line breaks; long enough for a passage to be cut at both ends. */
const character = fc.constantFrom('党', '黨', '校', '一', 'A', 'ａ', '\n', '😀', '𠀀', '\ud83d', '\ude00', '。');
const longText = fc
  .array(fc.tuple(character, fc.integer({ min: 1, max: 40 })), { maxLength: 30 })
  .map((runs) => runs.map(([one, times]) => one.repeat(times)).join(''));
const someTerms = fc.array(
  fc.string({ unit: character, minLength: 1, maxLength: 4 }).map((term) => fold(term.replaceAll('\n', ' '))),
  { maxLength: 3 },
);

it('cuts of the units of a text the passage that it cuts of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 20 }), longText, someTerms, (head, body, terms) => {
      const from = head.length + 1;
      // What is half of a character comes out of a file as none.
      const read = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(unitsOf(body));
      const wanted = passageOf(read, terms);
      expect(passageIn(unitsOf(`${head}\n${body}`), from, terms)).toEqual(wanted);
    }),
    { numRuns: 500 },
  );
});

it('marks a hit also where it goes on behind the end of the passage', () => {
  const text = `党校${'一'.repeat(87)}党校${'一'.repeat(50)}`;
  const parts = passageIn(unitsOf(text), 0, ['党校']);
  expect(parts.map(({ text: part, hit }) => (hit ? `[${part}]` : part)).join('')).toBe(`[党校]${'一'.repeat(87)}[党]…`);
});

it('begins and ends at whole characters', () => {
  const text = `${'一'.repeat(9)}${'😀'.repeat(60)}党`;
  for (let before = 0; before < 4; before += 1) {
    const shown = passageIn(unitsOf('一'.repeat(before) + text), 0, ['党']).map(({ text: part }) => part);
    // It throws of half a character.
    expect(() => encodeURIComponent(shown.join(''))).not.toThrow();
  }
});
