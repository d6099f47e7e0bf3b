import type { ExportRecord } from '../record.ts';
import { type Fact, footFacts, headFacts } from './facts.ts';

const lines = (facts: readonly Fact[]): string => facts.map(([label, value]) => `${label}：${value}`).join('\n');

/** The essay as plain text: title, what is known of it, the paragraphs with a blank line between them, and the reader's note. */
export function plainText(record: ExportRecord): string {
  const { essay, note } = record;
  const parts = [
    essay.title,
    lines(headFacts(record)),
    essay.text.split('\n').join('\n\n'),
    note.trim() === '' ? '' : `附注：${note.trim()}`,
    lines(footFacts(record)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
