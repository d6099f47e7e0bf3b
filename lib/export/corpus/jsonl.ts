import type { ExportRecord } from '../record.ts';
import { digestsOf } from './digests.ts';

/** One line of JSON with all that is known of an essay. Keys stand in one order, so that the same essay gives the same bytes. */
export async function jsonLine(given: ExportRecord): Promise<string> {
  const { id, essay, capture, keptAt, tags, note, textEdits = [] } = given;
  const digests = await digestsOf(given);
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
    highlights: await given.highlights(),
    // Only where there are any, so that the lines of all other essays stay as they were.
    ...(textEdits.length > 0 && { textEdits }),
    text,
    textSha256: digests.text,
    originalSha256: digests.original,
    html,
    provenance,
  };
  return `${JSON.stringify(record)}\n`;
}
