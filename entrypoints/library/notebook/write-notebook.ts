import { i18n } from '#i18n';
import type { NotebookEntry } from '../../../lib/collection/actions/list-notebook.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { HighlightColour } from '../../../lib/collection/rows.ts';
import { type CslItem, cslItem } from '../../../lib/export/cite/csl.ts';
import type { NotebookLine, NotebookWords } from '../../../lib/export/notebook/notebook-line.ts';
import { notebookCsv, notebookHtml, notebookMarkdown } from '../../../lib/export/notebook/texts.ts';
import { passageAddress } from '../../../lib/export/quote/passage-address.ts';
import { citationOf } from '../../../lib/export/quote/quote.ts';
import { recordsOf } from '../../../lib/export/records.ts';
import { loadRomanise } from '../../../lib/features/cite/romanise.ts';
import { readSettings } from '../../../lib/settings/settings.ts';
import { uiLanguage } from '../../../lib/ui/format.ts';
import { newFile } from '../../../lib/ui/save-file.ts';

/** The forms that the notebook leaves in. */
export const notebookFormats = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown',
  html: 'text/html',
  csv: 'text/csv',
} as const;
export type NotebookFormat = keyof typeof notebookFormats;

/** Names of the colours, as the reader sees them. */
export const colourNames = {
  yellow: 'reader.markYellow',
  green: 'reader.markGreen',
  blue: 'reader.markBlue',
  pink: 'reader.markPink',
} as const satisfies Record<HighlightColour, string>;

/** Saves entries as a file, each with its citation. False when the reader chose no place. To be called from a press. */
export async function saveNotebook(
  collection: Collection,
  entries: readonly NotebookEntry[],
  format: NotebookFormat,
  tagNames: ReadonlyMap<string, string>,
): Promise<boolean> {
  const file = await newFile(`wencun-notebook.${format}`, notebookFormats[format]);
  if (file === null) return false;
  try {
    await file.sink(await bytesOf(await linesOf(collection, entries, tagNames), format));
    await file.finish();
    return true;
  } catch (error) {
    await file.cancel().catch(() => {});
    throw error;
  }
}

async function bytesOf(lines: readonly NotebookLine[], format: NotebookFormat): Promise<Uint8Array<ArrayBuffer>> {
  const words: NotebookWords = {
    title: i18n.t('notebook.title'),
    columns: {
      title: i18n.t('field.title'),
      words: i18n.t('notebook.words'),
      note: i18n.t('library.note'),
      colour: i18n.t('reader.markColour'),
      tags: i18n.t('library.tags'),
      citation: i18n.t('notebook.citation'),
      address: i18n.t('notebook.address'),
    },
  };
  if (format === 'docx') return (await import('../../../lib/export/notebook/docx.ts')).notebookDocx(lines, words);
  const text = {
    md: () => notebookMarkdown(lines, words),
    html: () => notebookHtml(lines, words, uiLanguage()),
    csv: () => notebookCsv(lines, words),
  }[format];
  return new TextEncoder().encode(text());
}

async function linesOf(
  collection: Collection,
  entries: readonly NotebookEntry[],
  tagNames: ReadonlyMap<string, string>,
): Promise<readonly NotebookLine[]> {
  const { quoteForm } = await readSettings();
  const form = quoteForm === 'markdown' ? 'plain' : quoteForm;
  const romanise = form === 'chicago' ? await loadRomanise() : () => '';
  const works = new Map<string, CslItem>();
  const ids = new Set(entries.map(({ essay }) => essay.id));
  for await (const record of recordsOf(collection, ids)) works.set(record.id, cslItem(record));
  return entries.map(({ essay, words, note, colour }) => {
    const work = works.get(essay.id);
    return {
      title: essay.title || i18n.t('common.untitled'),
      words,
      note,
      colour: colour === null ? '' : i18n.t(colourNames[colour]),
      tags: essay.tags.flatMap((id) => tagNames.get(id) ?? []),
      citation: work === undefined ? '' : citationOf(work, form, romanise),
      address: work === undefined ? null : (passageAddress(work, words) ?? null),
    };
  });
}
