import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { digestsOf } from '../../lib/export/corpus/digests.ts';
import type { ExportRecord } from '../../lib/export/record.ts';

/** Rows that are held and written at a time: some 20 MB of text and HTML. */
const A_GROUP = 2000;

interface Column {
  readonly type: 'STRING' | 'INT32';
  readonly of: (record: ExportRecord, digests: Awaited<ReturnType<typeof digestsOf>>) => string | number | null;
}

const text = (of: Column['of']): Column => ({ type: 'STRING', of });
const number = (of: Column['of']): Column => ({ type: 'INT32', of });
/** Lists stand as JSON: engines read their parts without a schema of their own. */
const list = (of: (record: ExportRecord) => readonly string[]): Column => text((record) => JSON.stringify(of(record)));

const columns: Readonly<Record<string, Column>> = {
  id: text(({ id }) => id),
  kind: text(({ essay }) => essay.kind),
  title: text(({ essay }) => essay.title),
  authors: list(({ essay }) => essay.authors),
  published_on: text(({ essay }) => essay.publishedOn),
  unit: text(({ essay }) => essay.unit),
  source: text(({ essay }) => essay.source),
  issue_title: text(({ essay }) => essay.issue?.title ?? null),
  issue_year: number(({ essay }) => essay.issue?.year ?? null),
  issue_number: text(({ essay }) => essay.issue?.issue ?? null),
  issue_date: text(({ essay }) => essay.issue?.date ?? null),
  issue_page: text(({ essay }) => essay.issue?.page ?? null),
  institution: text(({ essay }) => essay.institution),
  column: list(({ essay }) => essay.column),
  editor: text(({ essay }) => essay.editor),
  keywords: list(({ essay }) => essay.keywords),
  abstract: text(({ essay }) => essay.abstract),
  hits: number(({ essay }) => essay.hits),
  original_url: text(({ essay }) => essay.originalUrl),
  archived_url: text(({ essay }) => essay.archivedCopy?.url ?? null),
  archived_at: text(({ essay }) => essay.archivedCopy?.capturedAt ?? null),
  missing_pages: list(({ essay }) => essay.provenance.missingPages),
  recognition_score: number(({ essay }) => Math.round(essay.provenance.recognition.score)),
  cms_family: text(({ essay }) => essay.provenance.recognition.family),
  text: text(({ essay }) => essay.text),
  text_sha256: text((_record, digests) => digests.text),
  original_sha256: text((_record, digests) => digests.original),
  html: text(({ essay }) => essay.html),
};

const names = Object.keys(columns);
const schema = [
  { name: 'root', num_children: names.length },
  ...Object.entries(columns).map(([name, { type }]) => ({
    name,
    repetition_type: 'OPTIONAL' as const,
    ...(type === 'INT32' ? { type } : { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const }),
  })),
];

/**
 * Writes essays into `essays.parquet` of the folder, which appears when it is whole: a row an essay, packed by Snappy, two thousand rows a group. Memory
 * holds one group. The same essays give the same bytes. Rejects when the folder cannot be written.
 */
export async function writeParquet(
  records: AsyncIterable<ExportRecord>,
  folder: string,
  rowsAGroup: number = A_GROUP,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'essays.parquet');
  const unfinished = `${file}.part`;
  const writer = new ParquetWriter({ writer: fileWriter(unfinished), schema, createdBy: 'wencun' });
  const seen = { rows: 0 };
  let held: (readonly (string | number | null)[])[] = [];
  const flush = async (): Promise<void> => {
    const columnData = names.map((name, at) => ({ name, data: held.map((row) => row[at] ?? null) }));
    if (held.length > 0) await writer.write({ columnData, rowGroupSize: held.length });
    held = [];
  };
  try {
    for await (const record of records) {
      const digests = await digestsOf(record);
      held.push(Object.values(columns).map(({ of }) => of(record, digests)));
      seen.rows += 1;
      if (held.length === rowsAGroup) await flush();
    }
    await flush();
    await writer.finish();
    await rename(unfinished, file);
    return seen.rows;
  } finally {
    await rm(unfinished, { force: true });
  }
}
