import { checkRow, readableRows } from '../checked/check-row.ts';
import type { NewFinding } from '../integrity/findings.ts';
import { keyOfRow, keyText } from '../integrity/judge-rows.ts';
import { findingOf } from '../integrity/put-aside.ts';
import { rightRow } from '../integrity/right-row.ts';
import type { EssayRow } from '../rows.ts';
import type { Row } from './row-text.ts';
import type { Rows } from './rows-to-keep.ts';
import type { TableName } from './tables.ts';

/** Rows as a backup takes them: whole ones, and mended ones in their place; and what was damaged, as it was. */
export interface KeepableRows {
  readonly rows: Rows;
  readonly damaged: readonly NewFinding[];
}

/** Looks at the rows of some essays, or of shared tables, that are to go into a backup. None is left out without being named. */
export function keepableRows(found: Rows): KeepableRows {
  const damaged: NewFinding[] = [];
  const rows = new Map<TableName, readonly Row[]>();
  for (const [table, raws] of found) {
    const kept = raws.flatMap((raw): Row[] => {
      const checked = checkRow(table, raw);
      if (checked.is === 'whole') return [raw];
      damaged.push(findingOf(table, keyText(keyOfRow(table, raw)), raw, checked.lost, checked.is));
      if (checked.is === 'unreadable') return [];
      const row = checked.row as unknown as Row;
      return [table === 'essays' ? mendedEssay(row, found) : row];
    });
    rows.set(table, kept);
  }
  return { rows, damaged };
}

/** What is lost of an essay's row stands in its body too. */
function mendedEssay(row: Row, found: Rows): Row {
  const of = <T extends { readonly essayId: string }>(all: readonly T[]): T[] =>
    all.filter(({ essayId }) => essayId === row['id']);
  const versions = {
    captures: of(readableRows('captures', found.get('captures') ?? [])),
    bodies: of(readableRows('bodies', found.get('bodies') ?? [])),
  };
  const { doc: _doc, ...mended } = rightRow(row as unknown as EssayRow, versions) ?? (row as unknown as EssayRow);
  return mended as unknown as Row;
}
