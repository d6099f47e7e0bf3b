/*
 * What the parts of a table say of themselves. Virtua puts elements of its own between a table and its rows, which HTML's table
 * elements do not allow, so that attributes say what the parts are (ARIA, the pattern "grid"; the focus stands in the controls of
 * cells).
 */

/** The table as a whole: rows without that of its heads. */
export const tablePart = (name: string, rows: number, columns: number) =>
  ({
    role: 'grid',
    'aria-label': name,
    'aria-rowcount': rows + 1,
    'aria-colcount': columns,
    'aria-multiselectable': true,
  }) as const;

/** Its heads, or its rows. */
export const groupPart = { role: 'rowgroup' } as const;

/** The row of its heads. */
export const headsPart = { role: 'row', 'aria-rowindex': 1 } as const;

/** The row at a place, 0 for the first; it has no name and is not chosen while its essay has not come. */
export const rowPart = (place: number, name?: string, chosen?: boolean) =>
  ({ role: 'row', 'aria-rowindex': place + 2, 'aria-label': name, 'aria-selected': chosen }) as const;

/** A head, and which way it sorts; undefined for one that sorts nothing. */
export const headPart = (direction?: 'ascending' | 'descending' | 'none') =>
  ({ role: 'columnheader', 'aria-sort': direction }) as const;

/** The cell that names its row. */
export const namePart = { role: 'rowheader' } as const;

/** Any other cell. */
export const cellPart = { role: 'gridcell' } as const;
