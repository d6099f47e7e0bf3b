import { expect, expectTypeOf, it } from 'vitest';
import { i18n } from '#i18n';
import type { PlainKey, Translate } from '../../../lib/ui/translate.ts';

// What a type says is judged when types are checked.

/** Texts of each shape: `1 篇`, `1 篇，共 2 篇`. */
interface Texts {
  readonly plain: { readonly plural: false; readonly substitutions: 0 };
  readonly place: { readonly plural: false; readonly substitutions: 1 };
  readonly places: { readonly plural: false; readonly substitutions: 3 };
  readonly count: { readonly plural: true; readonly substitutions: 1 };
  readonly counts: { readonly plural: true; readonly substitutions: 2 };
}

declare const t: Translate<Texts>;
type Part = string | number;
type Wanted<Key extends keyof Texts> = Parameters<typeof t<Key>>;

it('wants as many parts as a text has places', () => {
  expectTypeOf<Wanted<'plain'>>().toEqualTypeOf<[key: 'plain']>();
  expectTypeOf<Wanted<'place'>>().toEqualTypeOf<[key: 'place', parts: readonly [Part]]>();
  expectTypeOf<Wanted<'places'>>().toEqualTypeOf<[key: 'places', parts: readonly [Part, Part, Part]]>();
  expect(i18n.t('common.separator')).toBe('、');
  expect(i18n.t('library.yearCount', ['2003', 1, 2])).toContain('2003');
});

it('wants the count that chooses the form of a text, which fills a single place by itself', () => {
  expectTypeOf<Wanted<'count'>>().toEqualTypeOf<[key: 'count', count: number, parts?: readonly [Part]]>();
  expectTypeOf<Wanted<'counts'>>().toEqualTypeOf<[key: 'counts', count: number, parts: readonly [Part, Part]]>();
  expect(i18n.t('length', 1200, ['1,200'])).toBe('1,200 字');
  expect(i18n.t('length', 3)).toBe('3 字');
});

it('gives all of several texts what one of them wants', () => {
  type Either = 'plain' | 'place';
  expectTypeOf<Wanted<Either>>().toEqualTypeOf<[key: Either, parts: readonly [Part]]>();
  for (const key of ['problem.unknown', 'common.separator'] as const) expect(i18n.t(key, ['甲'])).not.toBe('');
});

it('knows no other keys, and which texts stand as they are', () => {
  expectTypeOf<Wanted<keyof Texts>[0]>().toEqualTypeOf<keyof Texts>();
  expectTypeOf<PlainKey<Texts>>().toEqualTypeOf<'plain'>();
  expectTypeOf<'common.nothing'>().not.toExtend<Parameters<typeof i18n.t>[0]>();
  expect(i18n.t('field.title')).toBe('题名');
});
