import type { FormatOptions } from '../export/format.ts';
import type { ExportOriginal, ExportRecord } from '../export/record.ts';
import { fileName } from '../export/texts/file-name.ts';
import { essayHtml } from '../export/texts/html.ts';

/** A file that goes along with an item. */
export interface ZoteroFile {
  /** `snapshot`, or `original` and the number of the page. */
  readonly is: string;
  readonly title: string;
  /** With extension, as every system takes it. */
  readonly name: string;
  readonly url: string;
  readonly charset: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The files of an essay: the clean text with its images in it, as one page that stands by itself, and the page's own bytes, as they
 * were taken. The clean text is without the reader's own words, which are notes of their own, so that it is the same until the text is another.
 */
export async function filesOf(record: ExportRecord, options: FormatOptions = {}): Promise<readonly ZoteroFile[]> {
  const { essay } = record;
  const name = fileName(essay.title);
  const url = /^https?:/i.test(essay.originalUrl) ? essay.originalUrl : '';
  const bare: ExportRecord = { ...record, note: '', tags: [], highlights: async () => [] };
  const snapshot: ZoteroFile = {
    is: 'snapshot',
    title: '正文（文存）',
    name: `${name}.html`,
    url,
    charset: 'utf-8',
    bytes: new TextEncoder().encode(await essayHtml(bare, options)),
  };
  const original = await originalOf(record);
  if (original === null) return [snapshot];
  const pages = [
    { address: url, charset: original.capture.charset, bytes: original.bytes },
    ...original.otherPages.map(({ address, charset, bytes }) => ({ address, charset, bytes })),
  ];
  const originals = pages.map(
    ({ address, charset, bytes }, n): ZoteroFile => ({
      is: `original ${n + 1}`,
      title: pages.length === 1 ? '原始网页' : `原始网页（${n + 1}/${pages.length}）`,
      name: pages.length === 1 ? `${name} 原始网页.html` : `${name} 原始网页 ${n + 1}.html`,
      url: /^https?:/i.test(address) ? address : url,
      charset,
      bytes,
    }),
  );
  return [snapshot, ...originals];
}

/** The bytes that the text shown was read from, else the newest. */
async function originalOf({ originals, capture }: ExportRecord): Promise<ExportOriginal | null> {
  let newest: ExportOriginal | null = null;
  for await (const original of originals()) {
    newest = original;
    if (original.capture.sha256 === capture?.sha256) break;
  }
  return newest;
}
