import { i18n } from '#i18n';
import { problemSentence } from './words.ts';

const sentences = {
  'not-an-essay': 'importing.reason.notAnEssay',
  'nothing-to-read': 'importing.reason.nothingToRead',
  empty: 'importing.reason.empty',
  'too-large': 'importing.reason.tooLarge',
  'too-many': 'importing.reason.tooMany',
  binary: 'importing.reason.binary',
  damaged: 'importing.reason.damaged',
  bomb: 'importing.reason.bomb',
  nested: 'importing.reason.nested',
  locked: 'importing.reason.locked',
  'nothing-inside': 'importing.reason.nothingInside',
  failed: 'importing.reason.failed',
  'took-too-long': 'importing.reason.tookTooLong',
  'not-given': 'importing.reason.notGiven',
  'collection-file': 'importing.reason.collectionFile',
  companion: 'importing.reason.companion',
  'other-kind': 'importing.reason.otherKind',
  'error-page': 'importing.reason.errorPage',
  revisit: 'importing.reason.revisit',
  'not-reached': 'importing.reason.notReached',
  'not-filed': 'importing.reason.notFiled',
  'library-anew': 'importing.reason.libraryAnew',
} as const;

/** Why a page was not kept, e.g. `已损坏`; an unforeseen reason is told by its own word. */
export const reasonWords = (reason: string): string =>
  Object.hasOwn(sentences, reason) ? i18n.t(sentences[reason as keyof typeof sentences]) : problemSentence(reason);
