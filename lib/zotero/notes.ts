import { escapeHtml } from '../essay/escape-html.ts';
import type { ExportHighlight, ExportRecord } from '../export/record.ts';

/** A note of Zotero as HTML, and what it is. */
export interface ZoteroNote {
  readonly is: 'note' | 'marks';
  readonly html: string;
}

/** Colours of Zotero's own notes (zotero/note-editor), half let through as it has them. */
const colours = { yellow: '#ffd40080', green: '#5fb23680', blue: '#2ea8e580', pink: '#e56eee80' } as const;

const paragraphs = (text: string): string =>
  text
    .trim()
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');

const marked = ({ colour, words, note }: ExportHighlight): string =>
  `<blockquote><p><span style="background-color: ${colours[colour]}">${escapeHtml(words.trim().replace(/\s+/g, ' '))}</span></p></blockquote>${paragraphs(note)}`;

/** The reader's note on an essay, and what is marked in it with the notes on that: a note of Zotero each, where there is any. */
export async function notesOf(record: ExportRecord): Promise<readonly ZoteroNote[]> {
  const passages = await record.highlights();
  const note = paragraphs(record.note);
  return [
    ...(note === '' ? [] : [{ is: 'note' as const, html: `<h1>附注</h1>${note}` }]),
    ...(passages.length === 0 ? [] : [{ is: 'marks' as const, html: `<h1>标记</h1>${passages.map(marked).join('')}` }]),
  ];
}
