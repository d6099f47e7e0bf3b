import { JSDOM } from 'jsdom';
import { formOf } from '../../../lib/export/format.ts';
import { formats } from '../../../lib/export/formats.ts';
import type { ExportRecord } from '../../../lib/export/record.ts';

const { document } = new JSDOM('').window;

/** The file that a format makes of these essays. */
export async function written(
  id: string,
  records: readonly ExportRecord[] | AsyncIterable<ExportRecord>,
  options: { readonly title?: string; readonly count?: number } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const format = formats.find((one) => one.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of formOf(format, options.count ?? 2).write(records, { document, ...options }))
    pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** The same as text. */
export const writtenText = async (...given: Parameters<typeof written>): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await written(...given));

/** A document of XML; throws where it is not well-formed. */
export const parseXml = (text: string): Document => new JSDOM(text, { contentType: 'application/xml' }).window.document;
