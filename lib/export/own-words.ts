import type { ExportHighlight, ExportRecord } from './record.ts';

/** A marked passage on one line, with the reader's note on it in brackets: 「县域的转型」（可引）. */
export const passageWords = ({ words, note }: ExportHighlight): string =>
  `「${onOneLine(words)}」${note.trim() === '' ? '' : `（${onOneLine(note)}）`}`;

const onOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

/**
 * What the reader wrote and marked in an essay, for programs that have one field for it: `附注：…；标记：「…」（…）「…」`. Empty where
 * there is nothing.
 */
export function ownWords({ note }: Pick<ExportRecord, 'note'>, passages: readonly ExportHighlight[]): string {
  const parts = [
    note.trim() === '' ? '' : `附注：${note.trim()}`,
    passages.length === 0 ? '' : `标记：${passages.map(passageWords).join('')}`,
  ];
  return parts.filter((part) => part !== '').join('；');
}
