import { i18n } from '#i18n';
import { type EssayGap, gapNames } from '../../../lib/search/contract.ts';
import { gapName } from '../../../lib/ui/gap-names.ts';
import type { Lacking } from './lackings.ts';

/** What wants a hand: known to the ledger, or looked for. */
export type Kind = EssayGap | Lacking;

const isGap = (kind: Kind): kind is EssayGap => gapNames.some((one) => one === kind);

/** What essays are called that lack what no filter finds. */
export const lackingName = (lacking: Lacking): string =>
  i18n.t(lacking === 'damaged' ? 'quality.damaged' : 'quality.lostHighlights');

/** What a kind is called. */
export const kindTitle = (kind: Kind): string => (isGap(kind) ? gapName(kind) : lackingName(kind));

const hints = {
  undated: 'quality.about.undated',
  author: 'quality.about.author',
  institution: 'quality.about.institution',
  'doubtful-title': 'quality.about.title',
  'second-reader': 'quality.about.doubted',
  'missing-pages': 'quality.about.pages',
  'missing-images': 'quality.about.images',
  'lost-highlights': 'quality.about.highlights',
  alike: 'quality.about.alike',
  damaged: 'quality.about.damaged',
} as const satisfies Record<Kind, string>;

/** What is the matter with essays of a kind, and what can be done about it. */
export const kindHint = (kind: Kind): string => i18n.t(hints[kind]);
