import { i18n } from '#i18n';
import type { SyncTrouble } from '../../collection/sync-store/sync-status.ts';
import { troubleSentence } from './trouble-words.ts';

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
