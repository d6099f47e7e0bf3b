import { i18n } from '#i18n';
import type { FolderRow } from '../../collection/living-folder/folder-rows.ts';
import type { FolderStage } from './living-folder.svelte.ts';

/** What keeps a living folder from being kept up, in words; '' for nothing. Without a row none was begun yet. */
export function problemOf({ is }: FolderStage, row: FolderRow | null): string {
  const saved = row === null || row.handle === null;
  const name = row?.name ?? '';
  if (is === 'not-allowed') return saved ? i18n.t('folder.saved.notAllowed') : i18n.t('folder.notAllowed', [name]);
  if (is === 'unreachable')
    return saved ? i18n.t('folder.saved.unreachable', [name]) : i18n.t('folder.unreachable', [name]);
  return '';
}
