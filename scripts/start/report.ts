import { essayMarkdown } from '../clip/markdown.ts';
import { essayRecord } from '../clip/record.ts';
import { textTable } from './table.ts';
import { shownEssay, type Tour } from './tour.ts';

const head = ['title', 'author', 'date', 'unit', 'source', 'institution', 'chars', 'ms'] as const;

/** The table of what was kept, one essay as Markdown, where the pictures are, and what went wrong. */
export function tourReport({ stops, stored, screenshots }: Tour): string {
  const timeOf = (pageUrl: string | undefined) => stops.find(({ url }) => url === pageUrl)?.milliseconds;
  const pageOf = (captureId: string) => stored.captures.find(({ id }) => id === captureId)?.pageUrl;
  const inOrder = stored.essays.toSorted((a, b) => a.keptAt.localeCompare(b.keptAt));
  const rows = inOrder.map((essay) => [
    essay.title,
    essay.authors.join('、'),
    essay.publishedOn ?? '',
    essay.unit ?? '',
    essay.source ?? '',
    essay.institution ?? '',
    String(essay.length),
    String(timeOf(pageOf(essay.captureId)) ?? ''),
  ]);
  const shown = shownEssay(stored);
  const body = stored.bodies.find(({ captureId }) => captureId === shown?.captureId);
  const failures = stops.filter(({ problem }) => problem !== null);
  return [
    textTable(head, rows),
    body ? essayMarkdown(essayRecord(body)).trim() : '',
    `Screenshots:\n${screenshots.map((file) => `  ${file}`).join('\n')}`,
    ...failures.map(({ url, problem }) => `NOT KEPT: ${url}\n${problem}`),
    `${stored.essays.length} essays kept, ${failures.length} pages failed.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}
