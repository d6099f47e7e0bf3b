import { passageWords } from '../own-words.ts';
import type { ExportHighlight, ExportRecord } from '../record.ts';
import { type Digests, digestsOf } from './digests.ts';

type Passages = readonly ExportHighlight[];
type Cell = string | number | null | undefined;

/** Between the values of a cell that has several. */
const join = (values: readonly string[], between = '; '): string => values.join(between);

/** Units of UTF-16 that Excel takes in a cell; more of them it cuts without a word. */
const MOST = 32_767;

/** As many of the values as a cell holds, and how many more there are. */
function cut(values: readonly string[]): string {
  const whole = join(values);
  if (whole.length <= MOST) return whole;
  let kept = 0;
  for (let size = 0; kept < values.length; kept += 1) {
    size += (values[kept]?.length ?? 0) + 2;
    if (size > MOST - 20) break;
  }
  return `${join(values.slice(0, kept))}; … +${values.length - kept}`;
}

/** The columns of the manifest. Text and clean HTML are in JSONL and TEI: a spreadsheet holds no more than 32,767 characters a cell. */
const columns: Readonly<Record<string, (record: ExportRecord, digests: Digests, passages: Passages) => Cell>> = {
  id: ({ id }) => id,
  kind: ({ essay }) => essay.kind,
  title: ({ essay }) => essay.title,
  authors: ({ essay }) => join(essay.authors),
  published_on: ({ essay }) => essay.publishedOn,
  unit: ({ essay }) => essay.unit,
  source: ({ essay }) => essay.source,
  issue_title: ({ essay }) => essay.issue?.title,
  issue_year: ({ essay }) => essay.issue?.year,
  issue_number: ({ essay }) => essay.issue?.issue,
  issue_date: ({ essay }) => essay.issue?.date,
  issue_page: ({ essay }) => essay.issue?.page,
  institution: ({ essay }) => essay.institution,
  column: ({ essay }) => join(essay.column, ' > '),
  editor: ({ essay }) => essay.editor,
  keywords: ({ essay }) => join(essay.keywords),
  abstract: ({ essay }) => essay.abstract,
  hits: ({ essay }) => essay.hits,
  original_url: ({ essay }) => essay.originalUrl,
  archive: ({ essay }) => essay.archivedCopy?.archive,
  archived_url: ({ essay }) => essay.archivedCopy?.url,
  archived_at: ({ essay }) => essay.archivedCopy?.capturedAt,
  page_url: ({ capture }) => capture?.pageUrl,
  taken_at: ({ capture }) => capture?.takenAt,
  kept_at: ({ keptAt }) => keptAt,
  charset: ({ capture }) => capture?.charset,
  original_form: ({ capture }) => capture?.originalForm,
  original_bytes: ({ capture }) => capture?.byteLength,
  original_sha256: (_record, { original }) => original,
  text_characters: ({ essay }) => essay.text.length,
  text_sha256: (_record, { text }) => text,
  rules_version: ({ capture }) => capture?.rulesVersion,
  extractor: ({ essay }) => essay.provenance.extractor,
  recognition_score: ({ essay }) => essay.provenance.recognition.score,
  cms_family: ({ essay }) => essay.provenance.recognition.family,
  /** Which part of the page each field was read from. */
  read_from: ({ essay }) =>
    join(Object.entries(essay.provenance.fields).map(([name, found]) => `${name}=${found.place}`)),
  missing_pages: ({ essay }) => join(essay.provenance.missingPages),
  tags: ({ tags }) => join([...tags].sort()),
  note: ({ note }) => note,
  highlights: (_record, _digests, passages) => cut(passages.map(passageWords)),
};

/**
 * A spreadsheet takes what begins so for a formula, and runs it (OWASP: CSV Injection), blanks before it aside; and where the
 * reader's list separator is `;`, what follows one begins a cell of its own, as what follows a tab does.
 */
const formula = /(?<=^|[;\t])(?=[\s\u3000\u200b]{0,40}[=+\-@＝＋－＠])/g;

/** One line of a table, its cells by RFC 4180, with its end. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  // An apostrophe before it makes it text.
  const text = value.replace(formula, `'`).replace(/^(?=[\t\r])/, `'`);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The names of the columns; the byte order mark tells Excel that the file is UTF-8. */
export const csvStart = `\ufeff${Object.keys(columns).join(',')}\r\n`;

/** An essay's line of the manifest. */
export async function csvLine(record: ExportRecord): Promise<string> {
  const [digests, passages] = await Promise.all([digestsOf(record), record.highlights()]);
  return csvRow(Object.values(columns).map((column) => column(record, digests, passages)));
}
