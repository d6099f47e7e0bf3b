import type { Essay, Recognition } from '../../lib/essay/essay.ts';
import { copyInMhtml } from '../../lib/import/mhtml.ts';
import { readEssay, recognisePage } from '../../lib/pipeline/read-page.ts';
import type { Expected, ExpectedEssay, TestPage } from '../../tests/corpus/pages/test-page.ts';
import { openFile } from '../open/open-file.ts';
import { openPage, type PageOpener } from '../open/open-page.ts';

/** What the pipeline makes of a test page. */
export interface ReadBack {
  readonly recognition: Recognition;
  readonly essay: Essay | null;
}

/** Reads a page's bytes as a file from disk is read, MHTML included; `open` tells how its document is made. */
export function readBack(bytes: Uint8Array, address: string, open: PageOpener = openPage): ReadBack {
  const { document, url, mhtml, close } = openFile(bytes, address, null, open);
  const page = { document, url, fromDisk: true };
  const recognition = recognisePage(page);
  const read = readEssay(page);
  close();
  if (!read.ok) return { recognition, essay: null };
  return { recognition, essay: { ...read.value, archivedCopy: copyInMhtml(read.value.archivedCopy, mhtml) } };
}

/** The read essay in the words of the record. */
function recordOf(essay: Essay): ExpectedEssay {
  const { title, authors, publishedOn, unit, source, issue, column, institution, hits, editor, keywords, abstract } =
    essay;
  return {
    title,
    authors,
    publishedOn,
    unit,
    source,
    issue,
    column,
    institution,
    hits,
    editor,
    keywords,
    abstract,
    originalUrl: essay.originalUrl,
    capturedAt: essay.archivedCopy?.capturedAt ?? null,
    archive: essay.archivedCopy?.archive ?? null,
    text: essay.text,
  };
}

/** A field that came out otherwise than composed. */
export interface Difference {
  readonly field: string;
  readonly expected: unknown;
  readonly found: unknown;
}

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

function essayDifferences(expected: ExpectedEssay, found: Essay, html: string): readonly Difference[] {
  const record = recordOf(found);
  const keys = Object.keys(expected) as (keyof ExpectedEssay)[];
  const fields = keys.map((field): Difference => ({ field, expected: expected[field], found: record[field] }));
  return [...fields, { field: 'html', expected: html, found: found.html }].filter((field) =>
    differs(field.expected, field.found),
  );
}

/** Everything in which a reading differs from what was composed; empty for an exact one. */
export function differences(
  { expected, html }: { readonly expected: Expected; readonly html: string },
  { recognition, essay }: ReadBack,
): readonly Difference[] {
  const { portal, kind, against = [] } = expected;
  const found: Difference[] = [
    { field: 'portal', expected: portal, found: recognition.portal },
    { field: 'kind', expected: kind, found: recognition.kind },
    ...against.map((id) => ({
      field: `against:${id}`,
      expected: true,
      found: recognition.evidence.some((piece) => piece.id === id && piece.weight < 0),
    })),
  ].filter((field) => differs(field.expected, field.found));
  if (expected.essay === null || essay === null) {
    return expected.essay === null ? found : [...found, { field: 'essay', expected: 'read', found: 'not read' }];
  }
  return [...found, ...essayDifferences(expected.essay, essay, html)];
}

/** Reads a composed page and compares. */
export const check = (page: TestPage, open?: PageOpener): readonly Difference[] =>
  differences(page, readBack(page.bytes, page.origin.url, open));
