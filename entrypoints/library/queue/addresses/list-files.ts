import { decodeHtml } from '../../../../lib/dom/decode.ts';

/** What was found in files of addresses: their texts, and by name the files that gave none. */
export interface ListFiles {
  readonly texts: readonly string[];
  /** Files that cannot be read: moved, deleted, or closed to the reader. */
  readonly unreadable: readonly string[];
  /** Files of another kind, such as a workbook of a spreadsheet. */
  readonly notText: readonly string[];
}

/** Reads files that are to be lists, in whatever encoding: Chinese spreadsheets save lists in GBK, and as "Unicode text" in UTF-16. A file that cannot be read spoils no other. */
export async function readListFiles(files: readonly File[]): Promise<ListFiles> {
  const texts: string[] = [];
  const unreadable: string[] = [];
  const notText: string[] = [];
  for (const file of files) {
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) {
      unreadable.push(file.name);
      continue;
    }
    const { text } = decodeHtml(new Uint8Array(bytes));
    // No text has a zero, in whatever encoding it was saved, and each workbook, archive and document of an office has.
    if (text.includes('\0')) notText.push(file.name);
    else texts.push(text);
  }
  return { texts, unreadable, notText };
}
