import { i18n } from '#i18n';
import type { SubscriptionRow } from '../../collection/subscriptions/subscription-row.ts';
import type { SyncTrouble } from '../../collection/sync-store/sync-status.ts';
import type { SyncTarget } from '../../collection/sync-store/target.ts';
import { isTooMany } from '../../sync/run/too-many.ts';
import { formatNumber } from '../../ui/format.ts';
import { noticeSentence, targetName, troubleSentence } from './trouble-words.ts';

/** Sentences of what reads alone: nobody wants to write there, and whoever published it gives the password. */
const whileLooking: Partial<Record<SyncTrouble, 'colleagues.wantsPassword' | 'colleagues.mayNotRead'>> = {
  'not-let-in': 'colleagues.wantsPassword',
  forbidden: 'colleagues.mayNotRead',
};
const whileSubscribed: Partial<
  Record<SyncTrouble, 'colleagues.passwordChanged' | 'colleagues.mayNotRead' | 'colleagues.begunAnew'>
> = {
  'not-let-in': 'colleagues.passwordChanged',
  forbidden: 'colleagues.mayNotRead',
  'other-vault': 'colleagues.begunAnew',
};

/** Why what a colleague publishes cannot be read, and what to do: before it is subscribed to, or while it is. `place` names the server. */
export function readingSentence(code: SyncTrouble, detail: string, place: string, isSubscribed: boolean): string {
  const own = isSubscribed ? whileSubscribed[code] : whileLooking[code];
  return own === undefined ? troubleSentence(code, detail, place) : i18n.t(own);
}

/** What is odd about what a colleague publishes, a sentence each. */
export const publisherSentences = ({ notices }: Pick<SubscriptionRow, 'notices'>): readonly string[] =>
  notices.map((one) =>
    one.notice === 'missing' ? i18n.t('colleagues.filesMissing', [one.name || one.device]) : noticeSentence(one),
  );

/** That a colleague publishes much less than before, so that the rest is here no more; '' where that is not so. */
export const fewerSentence = ({ essays, most = essays }: Pick<SubscriptionRow, 'essays' | 'most'>): string =>
  isTooMany(most - essays, most) ? i18n.t('colleagues.fewer', [formatNumber(most), formatNumber(essays)]) : '';

/** Troubles by which what was published is there no more. */
const gone: ReadonlySet<SyncTrouble> = new Set<SyncTrouble>(['own-missing', 'emptied', 'no-folder']);

/** Why publishing stopped, and what to do. `isPublished`: it came to its end before. */
export const publishingSentence = (
  code: SyncTrouble,
  detail: string,
  target: SyncTarget,
  isPublished: boolean,
): string =>
  isPublished && gone.has(code)
    ? i18n.t('colleagues.publishedGone')
    : troubleSentence(code, detail, targetName(target), target.kind === 'folder');
