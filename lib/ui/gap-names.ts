import { i18n } from '#i18n';
import type { EssayGap } from '../search/contract.ts';

const names = {
  undated: 'gap.undated',
  author: 'gap.author',
  institution: 'gap.institution',
  'second-reader': 'library.doubted',
  'doubtful-title': 'gap.title',
  'missing-pages': 'gap.pages',
  'missing-images': 'gap.images',
  alike: 'gap.alike',
} as const satisfies Record<EssayGap, string>;

/** What a gap is called; a word that this version does not know, as it is. */
export const gapName = (gap: string): string => (Object.hasOwn(names, gap) ? i18n.t(names[gap as EssayGap]) : gap);
