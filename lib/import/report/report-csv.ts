import { csvRow } from '../../export/corpus/csv.ts';
import type { ImportItem, ImportReason } from '../import-item.ts';
import type { ImportReport } from './import-report.ts';

/** How results and reasons are called in the reader's language. */
export interface ReportWords {
  readonly heads: readonly [name: string, result: string, reason: string, title: string, id: string, missing: string];
  readonly result: (result: ImportItem['result']) => string;
  readonly reason: (reason: ImportReason) => string;
}

/** A report as a table for spreadsheets: a line for each page, file and entry. UTF-8 with the mark that Excel asks for. */
export const reportCsv = ({ items }: Pick<ImportReport, 'items'>, { heads, result, reason }: ReportWords): string =>
  `\ufeff${csvRow(heads)}${items
    .map((item) =>
      csvRow([
        item.name,
        result(item.result),
        item.reason === null ? '' : reason(item.reason),
        item.title,
        item.id,
        item.missing,
      ]),
    )
    .join('')}`;
