import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/search/text/fold.ts';
import { foldedUnitsFile, makeFoldTable } from '../../../scripts/fold-table/folded-units.ts';

describe('folding', () => {
  it('folds width, case and traditional characters', () => {
    expect(fold('ＡＢＣ　ａ１２３')).toBe('abc a123');
    expect(fold('馬克思主義與中國實際')).toBe('马克思主义与中国实际');
    expect(fold('黨校\r\n\t')).toBe('党校 \n ');
  });

  it('keeps the length of any text, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('leaves what a fold would lengthen', () => {
    expect(fold('㈠㍿ﬁ')).toHaveLength(3);
  });

  it('is what Unicode and the dictionary say of every unit, and the file of the table is as its script writes it', () => {
    const table = makeFoldTable();
    const folded = Array.from(table, (_, unit) => fold(String.fromCharCode(unit)).charCodeAt(0));
    // Half of a character alone comes out as none.
    const wanted = Array.from(table, (unit) => (unit >= 0xd800 && unit < 0xe000 ? 0xfffd : unit));
    expect(folded).toEqual(wanted);
    const file = readFileSync(new URL('../../../lib/search/text/folded-units.ts', import.meta.url), 'utf8');
    expect(file).toBe(foldedUnitsFile(table));
  });

  it('folds long texts whole', () => {
    expect(fold('黨'.repeat(20_001))).toBe('党'.repeat(20_001));
  });
});
