import { i18n } from '#i18n';
import { reasonWords } from '../../ui/reason-words.ts';

const sentences = {
  'no-permission': 'queue.reason.noPermission',
  unreachable: 'queue.reason.unreachable',
  timeout: 'queue.reason.timeout',
  redirected: 'queue.reason.redirected',
  'not-html': 'importing.reason.binary',
  'not-a-list': 'queue.reason.notAList',
  interrupted: 'queue.reason.interrupted',
  'reader-lost': 'queue.reason.readerLost',
  'archive-rests': 'queue.reason.archiveRests',
  'cut-short': 'queue.reason.cutShort',
  'another-text': 'queue.reason.anotherText',
  unavailable: 'queue.reason.unavailable',
  'soft-404': 'queue.reason.softMissing',
  'other-text': 'queue.reason.otherPage',
  stopped: 'queue.reason.stopped',
} as const;

/** Why a page of a queue was not kept, or not yet, e.g. `网站上已经没有这一页（404）`. An unforeseen word is named in a general sentence. */
export function queueReason(reason: string): string {
  const status = /^http-(\d{3})$/.exec(reason)?.[1];
  if (status !== undefined) return i18n.t(statusSentence(Number(status)), [status]);
  if (Object.hasOwn(sentences, reason)) return i18n.t(sentences[reason as keyof typeof sentences]);
  return reasonWords(reason);
}

function statusSentence(status: number) {
  if (status === 404 || status === 410) return 'queue.reason.gone';
  if (status === 401 || status === 403 || status === 407 || status === 451) return 'queue.reason.forbidden';
  if (status === 429) return 'queue.reason.tooFast';
  return status >= 500 ? 'queue.reason.server' : 'queue.reason.http';
}
