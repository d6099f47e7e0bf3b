import { type FormatOptions, readerOf } from '../format.ts';
import type { ExportRecord } from '../record.ts';
import { essayTitle } from '../texts/facts.ts';
import { xmlElement as element, escapeXml } from '../xml.ts';
import { digestsOf } from './digests.ts';
import { teiBody } from './tei-body.ts';

/** A date, or a moment as precise as its source: `when` takes no clock without seconds (teidata.temporal.w3c). */
const dated = (date: string | null | undefined, type: string): string =>
  date ? `<date type="${type}" when="${escapeXml(date.replace(/T\d\d:\d\dZ$/, ''))}">${escapeXml(date)}</date>` : '';

/** Before and after the essays of a corpus. */
export const teiStart = `<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>文存</title></titleStmt><publicationStmt><p>Made by Wencun from a reader's own collection.</p></publicationStmt><sourceDesc><p>Web pages, each described in its own header.</p></sourceDesc></fileDesc></teiHeader>
`;
export const teiEnd = '</teiCorpus>\n';

/** The newspaper or journal that the essay was reprinted from, with its own date. */
function reprint({ essay: { issue, source } }: ExportRecord): string {
  if (issue === null) return source === null ? '' : `<bibl type="source">${element('title', source)}</bibl>`;
  const number = element('biblScope', issue.issue, ' unit="issue"') + element('biblScope', issue.page, ' unit="page"');
  const date = dated(issue.date ?? issue.year?.toString(), 'published');
  return `<bibl type="source">${element('title', issue.title)}${number}${date}</bibl>`;
}

/** What the reader changed in the text by hand, the newest first, with the words as they were found. */
function revisions({ textEdits = [] }: ExportRecord): string {
  const changes = textEdits
    .toReversed()
    .map(({ kind, madeAt, found }) => element('change', found, ` type="${kind}" when="${escapeXml(madeAt)}"`));
  return changes.length === 0 ? '' : `<revisionDesc>${changes.join('')}</revisionDesc>`;
}

/** The reader's note and the passages marked, as back matter: what the essay's author did not write stands apart from the text. */
async function backMatter({ note, highlights }: ExportRecord): Promise<string> {
  const lines = note.trim() === '' ? [] : note.trim().split('\n');
  const own = lines.map((line) => element('p', line)).join('');
  const cited = (await highlights()).map(
    ({ colour, words, note }) =>
      `<cit rend="${colour}">${element('quote', words)}${note.trim() === '' ? '' : element('note', note.trim())}</cit>\n`,
  );
  const divisions = [
    own === '' ? '' : `<div type="note">${own}</div>\n`,
    cited.length === 0 ? '' : `<div type="highlights">\n${cited.join('')}</div>\n`,
  ].join('');
  return divisions === '' ? '' : `<back>\n${divisions}</back>`;
}

/** One essay as a TEI P5 document: header with source, dates and digests, and its text with headings, lists and tables. */
export async function teiDocument(record: ExportRecord, options: FormatOptions): Promise<string> {
  const { id, essay, capture, tags } = record;
  const digests = await digestsOf(record);
  const authors = essay.authors.map((author) => element('author', author)).join('');
  const page = [
    element('title', essay.title),
    authors,
    element('publisher', essay.institution),
    dated(essay.publishedOn, 'published'),
    element('idno', essay.originalUrl, ' type="URL"'),
    element('idno', essay.archivedCopy?.url, ' type="archived"'),
    dated(essay.archivedCopy?.capturedAt, 'archived'),
    dated(capture?.takenAt, 'taken'),
    element('idno', digests.original, ' type="original-SHA-256"'),
  ].join('');
  const terms = [...essay.keywords, ...[...tags].sort()].map((word) => element('term', word)).join('');
  const profile = terms === '' ? '' : `<textClass><keywords>${terms}</keywords></textClass>`;
  const body = teiBody(readerOf(options)(essay.html)) || '<p/>\n';
  return `<TEI xml:id="wencun-${id}">
<teiHeader><fileDesc><titleStmt>${element('title', essayTitle(essay))}${authors}</titleStmt><publicationStmt><publisher>文存 Wencun</publisher><idno type="wencun">${id}</idno><idno type="text-SHA-256">${digests.text}</idno></publicationStmt><sourceDesc><bibl type="page">${page}</bibl>${reprint(record)}</sourceDesc></fileDesc><profileDesc><langUsage><language ident="zh">中文</language></langUsage>${profile}</profileDesc>${revisions(record)}</teiHeader>
<text><body>
${body}</body>${await backMatter(record)}</text>
</TEI>
`;
}
