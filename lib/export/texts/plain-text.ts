import { passageWords } from '../own-words.ts';
import type { ExportRecord } from '../record.ts';
import { type Fact, footFacts, headFacts } from './facts.ts';

const lines = (facts: readonly Fact[]): string => facts.map(([label, value]) => `${label}：${value}`).join('\n');

/** The essay as plain text: title, what is known of it, the paragraphs with a blank line between them, the reader's note and marked passages, and where it is from. */
export async function plainText(record: ExportRecord): Promise<string> {
  const { essay, note } = record;
  const passages = await record.highlights();
  const parts = [
    essay.title,
    lines(headFacts(record)),
    essay.text.split('\n').join('\n\n'),
    note.trim() === '' ? '' : `附注：${note.trim()}`,
    passages.length === 0 ? '' : `标记：\n${passages.map(passageWords).join('\n')}`,
    lines(footFacts(record)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
