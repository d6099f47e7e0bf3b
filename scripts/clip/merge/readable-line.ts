import type { PageRecord } from '../record.ts';

/** A line that has an essay. */
export type EssayLine = PageRecord & { readonly essayId: string; readonly essay: NonNullable<PageRecord['essay']> };

/** What a line of a run's output is: an essay's, one without (`none`), or nothing that the command line wrote (`broken`). */
export function readLine(line: string): EssayLine | 'none' | 'broken' {
  let told: unknown;
  try {
    told = JSON.parse(line);
  } catch {
    return 'broken';
  }
  if (!isObject(told)) return 'broken';
  const { essayId, essay, archivedCopy } = told;
  if (essayId === null && essay === null) return 'none';
  if (typeof essayId !== 'string' || essayId === '' || !isObject(essay)) return 'broken';
  if (typeof essay['text'] !== 'string' || typeof essay['originalUrl'] !== 'string') return 'broken';
  if (!Array.isArray(essay['missingPages']) || !(archivedCopy === null || isObject(archivedCopy))) return 'broken';
  return told as unknown as EssayLine;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
