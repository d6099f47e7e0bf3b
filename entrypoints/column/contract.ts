import type { ListPage } from '../../lib/listing/list-page.ts';

/** The name in the isolated world of a frame by which the background calls what reads columns. */
export const COLUMN_READER = 'wencunColumnReader';

/** What reads the column of one frame. What it gives is JSON-safe, and is checked again by the background. */
export interface ColumnReader {
  /** The column that the frame lists; null when it lists none. */
  column(): ColumnSurvey | null;
}

/** A column's list page as a frame shows it. */
export interface ColumnSurvey extends ListPage {
  /** The page's own address, an archive's for a replay. */
  readonly address: string;
  readonly title: string;
}
