import type { PublicationIssue } from '../../essay/essay.ts';
import type { EssayRow } from '../rows.ts';

/** The fields beside the body whose words are in the search index, in the order in which they stand there. */
export const searchedFields = ['title', 'author', 'unit', 'source', 'issue', 'keyword', 'abstract', 'note'] as const;
export type SearchedField = (typeof searchedFields)[number];

/** A text, '' for what is none: of a damaged row what can be read is found. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const texts = (values: unknown): string => (Array.isArray(values) ? values.map(text).join('\n') : '');

/** An issue as readers write it: `学习时报 2005 第12期 第3版`. */
function issueText(issue: PublicationIssue | null | undefined): string {
  if (typeof issue !== 'object' || issue === null) return '';
  const { title, year, issue: number, date, page } = issue;
  return [text(title), date ?? year ?? '', number ? `第${number}期` : '', page ? `第${page}版` : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** The words of a field of an essay that search reads; a list has a line for each value. */
export function searchedText(row: EssayRow, field: SearchedField): string {
  switch (field) {
    case 'author':
      return texts(row.authors);
    case 'keyword':
      return texts(row.keywords);
    case 'issue':
      return issueText(row.issue);
    default:
      return text(row[field]);
  }
}

/** All of them, a field or value a line: a document with another text has another number. */
export const searchedTexts = (row: EssayRow): string =>
  searchedFields.map((field) => searchedText(row, field)).join('\n');
