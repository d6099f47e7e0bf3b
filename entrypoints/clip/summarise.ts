import { lengthOf } from '../../lib/essay/length.ts';
import type { PageSummary } from '../../lib/messages/protocol.ts';
import type { PageAtHand } from './page-at-hand.ts';

/** The essay of a page as the popup shows it; null when there is nothing to read. */
export function summarise({ reading }: PageAtHand): PageSummary | null {
  const read = reading();
  if (!read.ok) return null;
  const { html: _html, text, provenance, archivedCopy, ...facts } = read.value.essay;
  const archive = archivedCopy && { name: archivedCopy.archive, capturedAt: archivedCopy.capturedAt };
  const doubts = provenance.removals.filter(({ doubted }) => doubted).length;
  return { ...facts, archive, claim: provenance.claim?.originalUrl ?? null, length: lengthOf(text), doubts };
}
