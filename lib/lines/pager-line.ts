import type { Line } from './line.ts';

/** True for a line of page numbers and page words, some of them linked, or one that counts pages. */
export function isPagerLine(line: Line): boolean {
  if (line.size > 80) return false;
  const rest = line.text.replace(
    /上一?页|下一?页|首页|尾页|末页|第一页|最后一页|阅读全文|余下全文|共\s*\d+\s*页|第\s*\d+\s*页|\d+\s*\/\s*\d+\s*页|当前|本文|分页|页码|页次|转到|跳转|page|prev|next/gi,
    '',
  );
  const bare = rest.replace(/[\s\d[\]［］()（）<>«»‹›|｜:：,，/…·.-]+/g, '');
  if (bare !== '') return false;
  // A page word alone, such as 首页 or 第3页, is for other rules to judge; a count of pages is a pager by itself.
  if (rest === '') return /共\s*\d+\s*页/.test(line.text);
  return line.linkSize > 0 || /共\s*\d+\s*页|第\s*\d+\s*页/.test(line.text);
}
