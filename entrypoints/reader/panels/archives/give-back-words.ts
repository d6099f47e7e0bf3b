import { i18n } from '#i18n';
import type { Ask } from '../../../../lib/queue-plan/ask.ts';
import { formatMoment } from '../../../../lib/ui/format.ts';

/** How far the asking for a page is, in words; "asked" is never told as "saved". */
export function askWords(ask: Ask, now: number): string {
  const till = ask.notBefore > now ? formatMoment(new Date(ask.notBefore).toISOString()) : '';
  switch (ask.state) {
    case 'waiting':
      return till === '' ? i18n.t('giveBack.waiting') : i18n.t('giveBack.waitingTill', [till]);
    case 'asked':
      return [i18n.t('giveBack.asked'), till === '' ? '' : i18n.t('giveBack.lookAt', [till])].filter(Boolean).join(' ');
    case 'failed':
      return i18n.t('giveBack.failed', [reasonOf(ask.reason)]);
    case 'saved':
      return '';
  }
}

/** Why it was not saved; what the archive says and nobody foresaw is told in its own word. */
function reasonOf(reason: string): string {
  if (/daily|quota|limit|too-many/.test(reason)) return i18n.t('giveBack.reason.quota');
  if (/http-40[13]/.test(reason)) return i18n.t('giveBack.reason.keys');
  if (/not-found|gone/.test(reason)) return i18n.t('giveBack.reason.notFound');
  if (/blocked|forbidden|no-access/.test(reason)) return i18n.t('giveBack.reason.blocked');
  if (reason === 'save-not-seen') return i18n.t('giveBack.reason.notSeen');
  if (/^(?:unreachable|save-no-answer)$/.test(reason)) return i18n.t('giveBack.reason.unreachable');
  return i18n.t('giveBack.reason.other', [reason.replace(/^save-/, '')]);
}
