import { i18n } from '#i18n';
import type { SyncTrouble } from '../../collection/sync-store/sync-status.ts';
import type { SyncTarget } from '../../collection/sync-store/target.ts';
import type { PeerNotice } from '../../sync/run/pull.ts';
import type { SyncProblem } from '../../sync/storage.ts';
import { formatMoment } from '../../ui/format.ts';
import { problemSentence } from '../../ui/words.ts';

const sentences = {
  unreachable: 'sync.problem.unreachable',
  'not-let-in': 'sync.problem.notLetIn',
  forbidden: 'sync.problem.forbidden',
  'no-folder': 'sync.problem.noFolder',
  locked: 'sync.problem.locked',
  later: 'sync.problem.later',
  full: 'sync.problem.full',
  refused: 'sync.problem.refused',
  emptied: 'sync.problem.emptied',
  'own-missing': 'sync.problem.ownMissing',
  'other-vault': 'sync.problem.otherVault',
  twin: 'sync.problem.twin',
  'newer-format': 'sync.problem.newerFormat',
  'many-deletions': 'sync.problem.manyDeletions',
  'needs-passphrase': 'sync.problem.needsPassphrase',
  'wrong-passphrase': 'sync.problem.wrongPassphrase',
  'not-encrypted': 'sync.problem.notEncrypted',
  'not-kept': 'sync.problem.notKept',
  'not-allowed': 'sync.problem.notAllowed',
  stopped: 'sync.problem.stopped',
  'no-log': 'sync.problem.noLog',
  'too-large': 'sync.problem.tooLarge',
  taken: 'sync.problem.taken',
  'other-page': 'sync.problem.otherPage',
  broken: 'sync.problem.broken',
  'file-too-large': 'sync.problem.fileTooLarge',
  unfinished: 'sync.problem.unfinished',
  'no-database': 'sync.problem.noDatabase',
  'out-of-service': 'sync.problem.outOfService',
  'own-folder': 'sync.problem.ownFolder',
  'other-login': 'sync.problem.otherLogin',
} as const satisfies Record<SyncProblem, string>;

/** Those of a folder of this computer, where no server answers. */
const ofFolder = {
  'no-folder': 'sync.folderProblem.noFolder',
  locked: 'sync.folderProblem.locked',
  full: 'sync.folderProblem.full',
  refused: 'sync.folderProblem.refused',
  emptied: 'sync.folderProblem.emptied',
  'own-missing': 'sync.folderProblem.ownMissing',
  'not-kept': 'sync.folderProblem.notKept',
  'not-allowed': 'sync.folderProblem.notAllowed',
} as const satisfies Partial<Record<SyncProblem, string>>;

const isOfFolder = (code: SyncTrouble): code is keyof typeof ofFolder => Object.hasOwn(ofFolder, code);
const isOfSync = (code: SyncTrouble): code is SyncProblem => Object.hasOwn(sentences, code);

/** Where it has synced already no passphrase can be entered, or left out, before it is connected anew. */
const onceConnected: Partial<
  Record<SyncTrouble, 'sync.problem.nowEncrypted' | 'sync.problem.otherPassphrase' | 'sync.problem.notEncryptedNow'>
> = {
  'needs-passphrase': 'sync.problem.nowEncrypted',
  'wrong-passphrase': 'sync.problem.otherPassphrase',
  'not-encrypted': 'sync.problem.notEncryptedNow',
};

/** Why a sync of this computer stopped, and what to do. */
export function syncSentence(code: SyncTrouble, detail: string, target: SyncTarget): string {
  const own = onceConnected[code];
  return own === undefined ? troubleSentence(code, detail, targetName(target), target.kind === 'folder') : i18n.t(own);
}

/** Why a server or a folder cannot be used, and what to do. `place` names it. */
export function troubleSentence(code: SyncTrouble, detail: string, place: string, isFolder = false): string {
  if (isFolder && isOfFolder(code)) return i18n.t(ofFolder[code], [place]);
  if (!isOfSync(code)) return problemSentence(code);
  const moment = code === 'later' ? formatMoment(new Date(Number(detail)).toISOString()) : detail;
  return i18n.t(sentences[code], [code === 'not-allowed' ? place : moment]);
}

const notices = {
  missing: 'sync.notice.missing',
  shrunken: 'sync.notice.shrunken',
  half: 'sync.notice.half',
  newer: 'sync.notice.newer',
  clock: 'sync.notice.clock',
} as const satisfies Record<PeerNotice['notice'], string>;

/** What is odd about another device, and what it means. */
export const noticeSentence = ({ notice, name, device }: PeerNotice): string =>
  i18n.t(notices[notice], [name || device]);

/** Names of the kinds of places to sync by. */
export const kindNames = {
  jianguoyun: 'sync.kind.jianguoyun',
  nextcloud: 'sync.kind.nextcloud',
  webdav: 'sync.kind.webdav',
  couchdb: 'sync.kind.couchdb',
  folder: 'sync.kind.folder',
} as const satisfies Record<SyncTarget['kind'], string>;

/** The server or the folder of a target, as the reader knows it. */
export const targetName = (target: SyncTarget): string =>
  target.kind === 'folder' ? target.name : new URL(target.address).host;
