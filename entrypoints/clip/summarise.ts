import type { Page } from '../../lib/archive/unwrapped.ts';
import { lengthOf } from '../../lib/essay/length.ts';
import type { PageSummary } from '../../lib/messages/protocol.ts';
import { readEssay } from '../../lib/pipeline/read-page.ts';

/** The essay of a page as the popup shows it; null when there is nothing to read. */
export function summarise(page: Page): PageSummary | null {
  const read = readEssay(page, { any: true, secondReader: true });
  if (!read.ok) return null;
  const { html: _html, text, provenance, archivedCopy, ...facts } = read.value;
  const archive = archivedCopy && { name: archivedCopy.archive, capturedAt: archivedCopy.capturedAt };
  return { ...facts, archive, claim: provenance.claim?.originalUrl ?? null, length: lengthOf(text) };
}
