import { expect, it } from 'vitest';
import { narrowedTo } from '../../../entrypoints/library/overview/narrowed-to.ts';
import { ANY_CLUSTER, UNDATED } from '../../../lib/search/contract.ts';

it('narrows what is chosen to a mark of another kind', () => {
  expect(narrowedTo({ author: ['甲'] }, { institution: ['某校'], years: [2003, 2003] })).toEqual({
    author: ['甲'],
    institution: ['某校'],
    years: [2003, 2003],
  });
  expect(narrowedTo({}, { years: UNDATED })).toEqual({ years: UNDATED });
});

it('narrows several values to the one of them that a mark is of', () => {
  expect(narrowedTo({ author: ['甲', '乙'] }, { author: ['甲'] })).toEqual({ author: ['甲'] });
});

it('asks for a value besides those chosen where it is none of them', () => {
  const once = narrowedTo({ author: ['甲', '乙'] }, { author: ['丙'] });
  expect(once).toEqual({ author: ['甲', '乙'], also: [['author', '丙']] });
  expect(narrowedTo(once, { check: ['missing-pages'] })).toEqual({ ...once, check: ['missing-pages'] });
  const checked = { check: ['second-reader'] };
  expect(narrowedTo(checked, { check: ['missing-pages'] })).toEqual({ ...checked, also: [['check', 'missing-pages']] });
});

it('stays with one chain where all chains are marked, and narrows all of them to one', () => {
  expect(narrowedTo({ cluster: 'c1' }, { cluster: ANY_CLUSTER })).toEqual({ cluster: 'c1' });
  expect(narrowedTo({ cluster: ANY_CLUSTER }, { cluster: 'c1' })).toEqual({ cluster: 'c1' });
});
