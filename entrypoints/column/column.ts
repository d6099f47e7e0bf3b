import { unwrap } from '../../lib/archive/unwrap.ts';
import type { Page } from '../../lib/archive/unwrapped.ts';
import { readColumnName } from '../../lib/lines/column-name.ts';
import { readListPage } from '../../lib/listing/list-page.ts';
import { addressOfPage } from '../../lib/listing/pager-links.ts';
import { recognise } from '../../lib/portals/recognise.ts';
import type { ColumnSurvey } from './contract.ts';

/** A site's own first page may list essays of one column, and is none. */
const isHome = (url: string): boolean => /^https?:\/\/[^/]+\/(?:(?:index|default|main)\.\w+)?$/i.test(url);

/** The column that a frame lists; null when it lists none, or is an essay with its related articles. */
export function column(page: Page): ColumnSurvey | null {
  if (recognise(page).portal) return null;
  const unwrapped = unwrap(page);
  const list = isHome(unwrapped.originalUrl) ? null : readListPage(unwrapped);
  if (list === null) return null;
  const title = readColumnName(unwrapped, list.essays[0]?.title ?? '');
  return { ...list, address: addressOfPage(unwrapped), title };
}
