import { sha256Hex } from '../../essay/fixity.ts';
import type { ExportRecord } from '../record.ts';

/** SHA-256 of the UTF-8 of a text, lower-case hex. */
export const textDigest = (text: string): Promise<string> => sha256Hex(new TextEncoder().encode(text));

/** One line of JSON with all that is known of an essay. Keys stand in one order, so that the same essay gives the same bytes. */
export async function jsonLine({ id, essay, capture, keptAt, tags, note }: ExportRecord): Promise<string> {
  const { originalUrl, archivedCopy, text, html, provenance } = essay;
  const record = {
    id,
    kind: essay.kind,
    title: essay.title,
    authors: essay.authors,
    publishedOn: essay.publishedOn,
    unit: essay.unit,
    source: essay.source,
    issue: essay.issue,
    column: essay.column,
    institution: essay.institution,
    hits: essay.hits,
    editor: essay.editor,
    keywords: essay.keywords,
    abstract: essay.abstract,
    originalUrl,
    archivedCopy,
    capture,
    keptAt,
    tags: [...tags].sort(),
    note,
    text,
    textSha256: await textDigest(text),
    html,
    provenance,
  };
  return `${JSON.stringify(record)}\n`;
}
