import { sha256Hex } from '../essay/fixity.ts';
import type { FormatOptions } from '../export/format.ts';
import type { ExportRecord } from '../export/record.ts';
import { markdownOf } from '../export/texts/markdown.ts';
import { sealed } from './sealed-file.ts';
import { linesOf, type Template } from './template.ts';

/** What is ours of an essay's file, and the files beside it, by their paths within the folder. */
export interface ComposedFile {
  readonly text: string;
  readonly beside: readonly { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

/** The folder of an essay's images and original pages. */
export const filesFolder = (id: string): string => `附件/${id}`;

/** Writes an essay for the folder: Markdown whose images lie in the folder too, relative to the file. */
export async function composeEssay(
  record: ExportRecord,
  path: string,
  {
    template,
    originals,
    html = {},
  }: { readonly template: Template; readonly originals: boolean; readonly html?: FormatOptions },
): Promise<ComposedFile> {
  const folder = filesFolder(record.id);
  const up = '../'.repeat(path.split('/').length - 1);
  const lines = linesOf(record, template);
  const { text, images } = await markdownOf(record, html, { imageAt: (name) => `${up}${folder}/${name}`, lines });
  const beside = images.map(({ name, bytes }) => ({ path: `${folder}/${name}`, bytes }));
  const ours = await sealed(`${text}\n`);
  if (!originals) return { text: ours, beside };
  const pages: { path: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  for await (const original of record.originals())
    for (const { bytes } of [original, ...original.otherPages])
      pages.push({ path: `${folder}/${(await sha256Hex(bytes)).slice(0, 24)}.html`, bytes });
  return { text: ours, beside: [...beside, ...pages] };
}
