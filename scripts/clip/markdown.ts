import { escapeMarkdown } from '../../lib/export/texts/markdown-escape.ts';
import { markdownWriter } from '../../lib/export/texts/markdown-writer.ts';
import { xhtmlAddress } from '../../lib/export/texts/xhtml.ts';
import type { EssayRecord } from './record.ts';

/** Fields of the head of an essay in Markdown, in the order that the portals print them. */
const head = (essay: EssayRecord): readonly (readonly [string, string | number | null])[] => [
  ['作者', essay.authors.join('、')],
  ['发布日期', essay.publishedOn],
  ['提供单位', essay.unit],
  ['来源', essay.source],
  ['栏目', essay.column.join(' > ')],
  ['学校', essay.institution],
  ['原址', essay.originalUrl],
  ['存档时间', essay.capturedAt],
];

/** The essay as Markdown: title, the fields that it has, and the body. */
export function essayMarkdown(essay: EssayRecord): string {
  const fields = head(essay).flatMap(([name, value]) => (value ? [`- ${name}：${escapeMarkdown(String(value))}`] : []));
  const body = markdownWriter(xhtmlAddress).turndown(essay.html);
  return `# ${escapeMarkdown(essay.title)}\n\n${fields.join('\n')}\n\n${body}\n`;
}
