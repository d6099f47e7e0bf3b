import { i18n } from '#i18n';
import { archiveOf } from '../../../lib/harvest/archives.ts';

/** Why an index could not be read, in words; an unforeseen reason is told by its own word. */
export function harvestReason(reason: string): string {
  if (reason === 'excluded') return i18n.t('harvest.reason.excluded');
  if (reason === 'not-an-index') return i18n.t('harvest.reason.notAnIndex');
  if (reason === 'damaged') return i18n.t('harvest.reason.damaged');
  if (reason === 'cut-off') return i18n.t('harvest.reason.cutOff');
  if (reason === 'same-again') return i18n.t('harvest.reason.sameAgain');
  if (reason === 'http-404') return i18n.t('harvest.reason.noIndex');
  if (reason === 'no-permission') return i18n.t('harvest.reason.noPermission');
  return i18n.t('harvest.reason.other', [reason]);
}

/** The name that an archive is known by: the server of one that the reader named. */
export function nameOfArchive(id: string): string {
  if (id === 'wayback') return 'Wayback Machine';
  if (id === 'arquivo') return 'Arquivo.pt';
  const archive = archiveOf(id);
  return archive === null ? id : new URL(archive.index).host;
}
