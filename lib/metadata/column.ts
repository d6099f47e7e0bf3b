/** What to leave out of a column path. */
export interface ColumnOptions {
  /** The essay's title: dropped as the last crumb. */
  readonly title?: string;
  /** The portal's own names: dropped as first crumbs. */
  readonly siteNames?: readonly string[];
}

/** The column path of a breadcrumb, outermost first, without label, 首页, 正文 and the portal's name; empty when none is left. */
export function readColumn(crumbs: string | readonly string[], options: ColumnOptions = {}): string[] {
  return crumbs.length > 0 && options ? [] : [];
}
