import { i18n } from '#i18n';
import type { EssayRow } from '../../collection/rows.ts';

/** What a row is called in a sentence: its title, or that it has none. */
export const essayName = (row: EssayRow): string => row.title || i18n.t('common.untitled');
