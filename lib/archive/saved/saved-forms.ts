import type { Finding } from '../finding.ts';
import type { Traces } from '../traces.ts';
import type { Page } from '../unwrapped.ts';
import { readHttrack, readMonolith, readSavePageWe } from './mirrors.ts';
import { readSavedFrom } from './saved-from.ts';
import { readSingleFile } from './singlefile.ts';
import { readWebScrapBook } from './webscrapbook.ts';

/** How a program that saves pages tells address and moment in what it saves. Anyone can write the same: see `markClaim`. */
type SavedForm = (page: Page, traces: Traces) => Finding | null;

/** The saving programs, those first whose marks no other leaves. */
const savedForms: readonly SavedForm[] = [
  ({ document }, traces) => readSingleFile(document, traces),
  ({ document }) => readWebScrapBook(document),
  ({ document }) => readSavePageWe(document),
  (_, traces) => readHttrack(traces),
  (_, traces) => readMonolith(traces),
  ({ url }, traces) => readSavedFrom(traces, url),
];

/** Where a page was saved from, as the program that saved it wrote; null where none did. */
export function readSavedForm(page: Page, traces: Traces): Finding | null {
  for (const read of savedForms) {
    const finding = read(page, traces);
    if (finding !== null) return finding;
  }
  return null;
}
