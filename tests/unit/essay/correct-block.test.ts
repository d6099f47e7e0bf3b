import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, editableBlocks } from '../../../lib/essay/text-edits/apply-edits.ts';
import { commonSigns } from '../../../lib/essay/text-edits/common-signs.ts';
import { correctBlock } from '../../../lib/essay/text-edits/correct-block.ts';
import { blocksOfHtml } from '../../../lib/essay/text-edits/html-blocks.ts';
import type { TextEdit } from '../../../lib/essay/text-edits/text-edit.ts';

describe('a block with other words keeps its markup', () => {
  it.each([
    ['in a plain sign', '<p>甲<strong>乙</strong>丙</p>', '丁乙丙', '<p>丁<strong>乙</strong>丙</p>'],
    ['of a sign that is replaced', '<p>甲<strong>乙</strong>丙</p>', '甲丁丙', '<p>甲<strong>丁</strong>丙</p>'],
    ['of the sign that it is written behind', '<p>甲<em>乙</em>丙</p>', '甲乙丁丙', '<p>甲<em>乙丁</em>丙</p>'],
    ['of what follows, at the start', '<p><em>乙</em>丙</p>', '甲乙丙', '<p><em>甲乙</em>丙</p>'],
    [
      'and no more than that of a link',
      '<p><a href="http://a.cn/">乙</a>丙</p>',
      '乙甲丙',
      '<p><a href="http://a.cn/">乙</a>甲丙</p>',
    ],
    ['within a link', '<p><a href="http://a.cn/">乙丙</a></p>', '乙甲丙', '<p><a href="http://a.cn/">乙甲丙</a></p>'],
    [
      'and no more than that of a note',
      '<p>乙<strong><sup>1</sup></strong>丙</p>',
      '乙1甲丙',
      '<p>乙<strong><sup>1</sup>甲</strong>丙</p>',
    ],
    ['of a raised figure', '<p>面积10<sup>3</sup>米</p>', '面积10⁴米', '<p>面积10<sup>4</sup>米</p>'],
    ['of a lowered figure beside', '<p>H<sub>2</sub>O为水</p>', 'H₂O是水', '<p>H<sub>2</sub>O是水</p>'],
    ['of a note behind Han', '<p>甲<sup>3</sup>乙</p>', '甲4乙', '<p>甲<sup>4</sup>乙</p>'],
    [
      'and its pictures',
      '<p>甲<img src="http://a.cn/1.gif" alt="图">乙</p>',
      '甲丙',
      '<p>甲<img src="http://a.cn/1.gif" alt="图">丙</p>',
    ],
    ['and loses what holds no words any more', '<p>甲<strong><em>乙</em></strong>丙</p>', '甲丙', '<p>甲丙</p>'],
    ['and its lines', '<p>甲<br>乙</p>', '甲\n丙', '<p>甲<br>丙</p>'],
    ['and takes a line in', '<p>甲乙</p>', '甲\n乙', '<p>甲<br>乙</p>'],
    ['and joins two lines', '<p>甲<br>乙</p>', '甲乙', '<p>甲乙</p>'],
    [
      'in a list',
      '<ol start="3"><li>甲</li><li>乙</li></ol>',
      '甲\n丙乙',
      '<ol start="3"><li>甲</li><li>丙乙</li></ol>',
    ],
    [
      'in a table',
      '<table><tbody><tr><th>甲</th><td>乙</td></tr></tbody></table>',
      '甲\t乙丙',
      '<table><tbody><tr><th>甲</th><td>乙丙</td></tr></tbody></table>',
    ],
    ['at the end of all that is emphasised', '<h3><strong>甲</strong></h3>', '甲乙', '<h3><strong>甲乙</strong></h3>'],
    ['across two kinds, plainly', '<p>甲<strong>乙</strong><em>丙</em>丁</p>', '甲戊丁', '<p>甲戊丁</p>'],
    ['and takes no markup in', '<p>甲<em>乙</em></p>', '甲<b>&乙', '<p>甲&lt;b&gt;&amp;<em>乙</em></p>'],
    [
      'with its entities',
      '<p>甲 &lt; 乙&nbsp;&amp;<em>丙</em></p>',
      '甲 < 乙\u00a0&丁',
      '<p>甲 &lt; 乙&nbsp;&amp;<em>丁</em></p>',
    ],
    [
      'of readings',
      '<p><ruby>圩<rp>（</rp><rt>xū</rt><rp>）</rp></ruby>镇</p>',
      '圩（xū）市',
      '<p><ruby>圩<rp>（</rp><rt>xū</rt><rp>）</rp></ruby>市</p>',
    ],
    ['with signs beyond the first plane', '<p>𠮷<em>甲</em></p>', '𠮷𡈽甲', '<p>𠮷𡈽<em>甲</em></p>'],
  ])('%s', (_, html, words, expected) => {
    expect(correctBlock(html, words)).toBe(expected);
  });

  it.each([
    ['where nothing of it stays', '<p>甲<strong>乙</strong></p>', '丙丁'],
    ['where an item of a list goes', '<ul><li>甲</li><li>乙</li></ul>', '甲乙'],
    ['where a cell goes', '<table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>', '甲乙'],
  ])('but is written anew %s', (_, html, words) => {
    expect(correctBlock(html, words)).toBeNull();
    const text = blocksOfHtml(html)[0]?.words ?? '';
    const edit: TextEdit = { id: 'a', madeAt: '', kind: 'corrected', found: text, text: words, after: null };
    expect(applyEdits({ html, text }, [edit])).toEqual({ html: `<p>${words}</p>`, text: words, unplaced: [] });
  });

  it('can be corrected where figures are raised', () => {
    const found = { html: '<p>10<sup>3</sup>米，CO<sub>2</sub></p>', text: '10³米，CO₂' };
    expect(editableBlocks(found)).toEqual([found.text]);
  });
});

const sign = fc.constantFrom(...'甲乙丙丁12 ');
const words = fc.array(sign, { maxLength: 12 });

describe('any correction', () => {
  it('gives the words that it asks for, in well-nested HTML', () => {
    const part = fc.tuple(fc.constantFrom('', 'strong', 'em', 'sup', 'a'), fc.string({ unit: sign, maxLength: 4 }));
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.string({ unit: sign, maxLength: 12 }),
        (parts, typed) => {
          const inner = parts.map(([tag, text]) => (tag === '' ? text : `<${tag}>${text}</${tag}>`)).join('');
          const [block] = blocksOfHtml(`<p>${inner}</p>`);
          const wanted = typed.trim();
          const html = wanted === '' ? null : correctBlock(block?.html ?? '', wanted);
          if (html === null) return;
          const [corrected, ...others] = blocksOfHtml(html);
          expect(others).toEqual([]);
          // A figure that comes to stand behind another is raised or not by what it stands behind.
          expect(corrected?.words.normalize('NFKC')).toBe(wanted.normalize('NFKC'));
        },
      ),
    );
  });

  it('finds as many signs in common as there are', () => {
    const most = (one: readonly string[], other: readonly string[]): number => {
      const [first, ...rest] = one;
      if (first === undefined || other.length === 0) return 0;
      const at = other.indexOf(first);
      return Math.max(most(rest, other), at === -1 ? 0 : 1 + most(rest, other.slice(at + 1)));
    };
    fc.assert(
      fc.property(words, words, (one, other) => {
        const places = commonSigns(one, other);
        const kept = places.filter((place) => place !== -1);
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
        for (const [n, place] of places.entries()) if (place !== -1) expect(other[place]).toBe(one[n]);
        expect(kept).toHaveLength(most(one, other));
      }),
    );
  });

  it('compares no more than can be compared at once', () => {
    const long = Array.from({ length: 3000 }, (_, n) => String(n));
    const places = commonSigns(['甲', ...long, '乙'], ['甲', ...long.toReversed(), '乙']);
    expect([places[0], places.at(-1)]).toEqual([0, 3001]);
    expect(places.filter((place) => place !== -1)).toHaveLength(2);
  });
});
