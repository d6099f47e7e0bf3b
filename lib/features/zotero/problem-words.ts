import { i18n } from '#i18n';
import type { ZoteroProblem } from '../../zotero/problems.ts';

const sentences = {
  'not-running': 'zotero.notRunning',
  'no-answer': 'zotero.noAnswer',
  'read-only': 'zotero.readOnly',
  denied: 'zotero.denied',
  'asked-too-often': 'zotero.askedTooOften',
  'allowed-once': 'zotero.allowedOnce',
  'too-large': 'zotero.tooLarge',
  'too-old': 'zotero.tooOld',
  lost: 'zotero.lost',
  'not-stored': 'zotero.notStored',
} as const;

/** What is wrong, and what to do about it. */
export function zoteroProblem({
  code,
  detail = '',
}: {
  readonly code: ZoteroProblem;
  readonly detail?: string;
}): string {
  return code === 'refused' ? i18n.t('zotero.refusedBy', [detail]) : i18n.t(sentences[code]);
}
