import { type FormatOptions, readerOf, type WrittenText } from '../format.ts';
import type { ExportRecord } from '../record.ts';
import { imagesOf, type NamedImage } from './images.ts';
import { escapeMarkdown } from './markdown-escape.ts';
import { markdownWriter } from './markdown-writer.ts';
import { xhtmlAddress } from './xhtml.ts';

/** A scalar of YAML: the strings of JSON are its double-quoted ones, but for the line ends that only YAML knows. */
const scalar = (value: string | number): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Obsidian takes no white space in a tag. */
const tagOf = (name: string): string => name.trim().replace(/[\s#]+/g, '-');

type Value = string | number | null | readonly string[];

function frontMatter({ id, essay, capture, keptAt, tags, textEdits = [] }: ExportRecord): string {
  const fields: readonly (readonly [string, Value])[] = [
    ['title', essay.title],
    ['authors', essay.authors],
    ['published', essay.publishedOn],
    ['source', essay.source],
    ['unit', essay.unit],
    ['institution', essay.institution],
    ['column', essay.column],
    ['issue', essay.issue?.title ?? null],
    ['issue_year', essay.issue?.year ?? null],
    ['issue_number', essay.issue?.issue ?? null],
    ['issue_date', essay.issue?.date ?? null],
    ['issue_page', essay.issue?.page ?? null],
    ['editor', essay.editor],
    ['keywords', essay.keywords],
    ['abstract', essay.abstract],
    ['url', essay.originalUrl],
    ['archived_url', essay.archivedCopy?.url ?? null],
    ['archived_at', essay.archivedCopy?.capturedAt ?? null],
    ['taken_at', capture?.takenAt ?? null],
    ['original_sha256', capture?.sha256 ?? null],
    ['kept_at', keptAt],
    ['missing_pages', essay.provenance.missingPages],
    ['text_edits', textEdits.map(({ kind, madeAt }) => `${madeAt} ${kind}`)],
    ['tags', tags.map(tagOf)],
    ['id', id],
  ];
  return fields
    .flatMap(([name, value]) => {
      if (value === null || value === '') return [];
      if (typeof value === 'string' || typeof value === 'number') return [`${name}: ${scalar(value)}\n`];
      return value.length === 0 ? [] : [`${name}:\n${value.map((item) => `  - ${scalar(item)}\n`).join('')}`];
    })
    .join('');
}

/** Where images lie, as Obsidian has it. */
const folder = 'attachments';

/** How an essay's Markdown differs from that of an export. */
export interface MarkdownForm {
  /** Where an image of this name lies, as the text names it; null where it is linked where it was. */
  readonly imageAt: (name: string) => string | null;
  /** Lines of YAML for the front matter, each with its line end, '' for none. */
  readonly lines?: string;
}

/** The essay as Markdown, and the images that it shows. */
export async function markdownOf(
  record: ExportRecord,
  options: FormatOptions,
  { imageAt, lines = '' }: MarkdownForm,
): Promise<{ readonly text: string; readonly images: readonly NamedImage[] }> {
  const { essay, note } = record;
  const body = readerOf(options)(essay.html);
  const images = await imagesOf(record, body);
  const turndown = markdownWriter((address) => {
    const image = images.get(address);
    if (image === undefined) return xhtmlAddress(address);
    return imageAt(image.name) ?? xhtmlAddress(address) ?? address;
  });
  const title = escapeMarkdown(essay.title).replace(/\s+/g, ' ');
  const passages = (await record.highlights()).map(({ words, note }) => {
    const quoted = `> ${escapeMarkdown(words).replaceAll('\n', '\n> ')}`;
    return note === '' ? quoted : `${quoted}\n\n${escapeMarkdown(note)}`;
  });
  const own = [escapeMarkdown(note.trim()), ...passages].filter((text) => text !== '');
  const ownWords = own.length === 0 ? '' : `\n\n---\n\n${own.join('\n\n')}`;
  const text = `---\n${frontMatter(record)}${lines}---\n\n# ${title}\n\n${turndown.turndown(body)}${ownWords}\n`;
  return { text, images: [...images.values()] };
}

/**
 * The essay as Markdown with YAML front matter; fields that it lacks are left out. Its images are beside it under
 * `attachments/`; those that were not kept, and all of one that stands alone, are linked where they were. The reader's note and marked
 * passages follow the text.
 */
export async function essayMarkdown(
  record: ExportRecord,
  options: FormatOptions,
  alone: boolean,
): Promise<WrittenText> {
  const { text, images } = await markdownOf(record, options, {
    imageAt: (name) => (alone ? null : `${folder}/${name}`),
  });
  return { text, files: images.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes, stored: true })) };
}
