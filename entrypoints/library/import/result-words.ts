import { i18n } from '#i18n';
import type { ImportItem } from '../../../lib/import/import-item.ts';

const results = {
  kept: 'importing.result.kept',
  'already-there': 'importing.result.there',
  'not-an-essay': 'importing.result.notKept',
  unreadable: 'importing.result.notKept',
  'not-stored': 'importing.result.notKept',
  'passed-over': 'importing.result.passed',
  'not-reached': 'importing.result.notKept',
} as const satisfies Record<ImportItem['result'], string>;

/** What became of an item, e.g. `已导入`. */
export const resultWords = (result: ImportItem['result']): string => i18n.t(results[result]);
