import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysAround, keysOfTerm, pairKey, pairsAt, unitKey } from '../../../lib/search/index/tokens.ts';
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

describe('the keys of a term', () => {
  it('cover it from end to end', () => {
    expect(keysOfTerm('学')).toEqual([{ key: unitKey(0x5b66), offset: 0 }]);
    expect(keysOfTerm('ab').map(({ offset }) => offset)).toEqual([0]);
    expect(keysOfTerm('abcde').map(({ offset }) => offset)).toEqual([0, 2, 3]);
    expect(keysOfTerm('abc')[1]).toEqual({ key: pairKey(0x62, 0x63), offset: 1 });
  });

  it('cover a term end to end around any pair of it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, maxLength: 12 }), fc.nat(), (term, any) => {
        const place = any % (term.length - 1);
        const keys = keysAround(term, place);
        expect(keys[0]).toEqual(pairsAt(term)[place]);
        expect(pairsAt(term)).toEqual(expect.arrayContaining(keys));
        const covered = new Set(keys.flatMap(({ offset }) => [offset, offset + 1]));
        expect(covered.size).toBe(term.length);
        expect(new Set(keys.map(({ offset }) => offset)).size).toBe(keys.length);
      }),
    );
  });
});
