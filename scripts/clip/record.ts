import type { ArchivedCopy, Essay, EssayKind, Evidence, Recognition } from '../../lib/essay/essay.ts';
import { essayId } from '../../lib/essay/identity.ts';
import { rulesVersion } from '../../lib/pipeline/rules-version.ts';
import type { ClippedJob } from './clip-all.ts';

/** The essay as one JSON line tells it; a field that the page does not have is null, or an empty list. */
export interface EssayRecord {
  readonly kind: EssayKind;
  readonly title: string;
  readonly authors: readonly string[];
  readonly publishedOn: string | null;
  readonly unit: string | null;
  readonly source: string | null;
  readonly hits: number | null;
  readonly column: readonly string[];
  readonly institution: string | null;
  readonly originalUrl: string;
  readonly capturedAt: string | null;
  /** Paragraphs, one a line. */
  readonly text: string;
  readonly html: string;
  /** Addresses of the pages of a paginated essay that were not at hand. */
  readonly missingPages: readonly string[];
  /** Where the second reader was asked: how far it agrees, 0 to 1, and the passages that it would have kept. */
  readonly secondReader?: { readonly agreement: number | null; readonly doubted: readonly string[] };
}

/** One JSON line of the command line. */
export interface PageRecord {
  readonly id: string | null;
  readonly portal: boolean;
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly essay: EssayRecord | null;
  readonly error?: string;
  /** The id that the library gives the essay: one for a page and all its replays; null for none. */
  readonly essayId: string | null;
  /** Where the essay's archived copy is, and when it was captured. */
  readonly archivedCopy: ArchivedCopy | null;
  /** Version of the rules that read it. */
  readonly rulesVersion: number;
}

/** The essay as the command line tells it. */
export function essayRecord(essay: Essay): EssayRecord {
  const { kind, title, authors, publishedOn, unit, source, hits, column, institution, originalUrl, text, html } = essay;
  const capturedAt = essay.archivedCopy?.capturedAt ?? null;
  return {
    kind,
    title,
    authors,
    publishedOn,
    unit,
    source,
    hits,
    column,
    institution,
    originalUrl,
    capturedAt,
    text,
    html,
    missingPages: essay.provenance.missingPages,
    ...secondReaderOf(essay),
  };
}

function secondReaderOf({ provenance }: Essay): Pick<EssayRecord, 'secondReader'> {
  const { secondReader, removals } = provenance;
  if (secondReader === undefined) return {};
  const doubted = removals.filter((removal) => removal.doubted).map(({ text }) => text);
  return { secondReader: { agreement: secondReader.agreement, doubted } };
}

/** The line for a page that was read; `essay` is null for a page that is none. */
export async function pageRecord(
  id: string | null,
  recognition: Recognition,
  essay: Essay | null,
): Promise<PageRecord> {
  const { portal, score, evidence } = recognition;
  return {
    id,
    portal,
    score,
    evidence,
    essay: essay && essayRecord(essay),
    essayId: essay && (await essayId(essay.originalUrl)),
    archivedCopy: essay?.archivedCopy ?? null,
    rulesVersion,
  };
}

/** The line for a page that could not be read. */
export const errorRecord = (id: string | null, error: string): PageRecord => ({
  id,
  portal: false,
  score: 0,
  evidence: [],
  essay: null,
  error,
  essayId: null,
  archivedCopy: null,
  rulesVersion,
});

/** What came of a page as its JSON line, with its line feed. */
export async function lineOf({ job, clipped }: ClippedJob): Promise<string> {
  const record = clipped.ok
    ? await pageRecord(job.id, clipped.value.recognition, clipped.value.essay)
    : errorRecord(job.id, clipped.problem.detail ?? clipped.problem.code);
  return `${JSON.stringify(record)}\n`;
}
