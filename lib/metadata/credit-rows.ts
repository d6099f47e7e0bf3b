import { closest, parentElementOf, tagOf } from '../dom/tree.ts';
import { isLabelOnly, kindOfLabel } from '../lines/labels.ts';
import type { Line } from '../lines/line.ts';

/** Two no-break spaces part fields, as portals themselves part them. */
const apart = '\u00a0\u00a0';

/**
 * Lines as credits are read from them: a label in a cell or element of its own is joined with the value that follows it in the
 * same table row or block, and labels that an element of their own sets off are parted from the value before them.
 */
export function creditRows(lines: readonly Line[], textOf: (line: Line) => string = creditText): string[] {
  // `last` is what the last line gave to a row.
  const rows: { raw: string; line: Line; last: string }[] = [];
  for (const line of lines) {
    const raw = textOf(line);
    const before = rows.at(-1);
    const isNext = before && line.index === before.line.index + 1 && shareRow(before.line, line);
    if (isNext && isLabelOnly(before.last)) {
      const above = before.raw.slice(0, before.raw.length - before.last.length);
      rows[rows.length - 1] = { raw: `${above}${withColon(before.last.trim())}${raw}`, line, last: raw };
    } else if (isNext && before.line.block !== line.block)
      rows[rows.length - 1] = { raw: `${before.raw}${apart}${raw}`, line, last: raw };
    else rows.push({ raw, line, last: raw });
  }
  // `浏览：【176】`: elsewhere a bracket opens the next label.
  return rows.map(({ raw }) =>
    raw
      .replace(/【\s*(\d+)\s*】/g, '$1')
      // Alone, the word is a verb of many sentences; before a date it is the label.
      .replace(/(^|[|｜\s\u3000])(发布|发表|添加|上传)\s*[:：]\s*(?=(?:19|20)?\d\d[-/.年])/g, '$1$2时间：')
      .replace(/(^|[|｜])\s*(作者|来源|点击|日期|时间|单位|浏览|阅读|发布)\s+(?=[^\s:：∶︰﹕])/g, '$1 $2：')
      // `作者/林有禾　来源/清河日报`
      .replace(/(^|[\s\u3000])(来源|时间|日期)\s?[/／]\s?(?=\S)/g, '$1$2：')
      .replace(/^\s*(\d\d-\d{1,2}-\d{1,2})(?=\s*[|｜])/, '日期：$1'),
  );
}

/** The text of a line with a gap before each label that begins an element (`<small>作者:</small>张三`), and a colon after a bare one. */
export function creditText(line: Line): string {
  if (line.nodes.length < 2) return line.raw;
  const wordsOf = (node: Text): string => line.rows?.get(node)?.words ?? node.data;
  const words = line.nodes
    .map((node, n) => {
      const text = (line.letters?.get(node) ?? '') + wordsOf(node).replace(/[ \t\r\n\f]+/g, ' ');
      const label = /^[\s【［[〔(（]*([\u4e00-\u9fff][\u4e00-\u9fff\s]{0,7}?)\s*([:：∶︰]|$)/.exec(text);
      if (n === 0 && label?.[2] !== '') return text;
      if (!label?.[1] || kindOfLabel(label[1]) === null || parentElementOf(node) === parentElementOf(line.nodes[n - 1]))
        return text;
      const next = line.nodes[n + 1];
      const bare = label[2] === '' && !/^\s*[:：∶︰]/.test(next ? wordsOf(next) : '：');
      return `${n === 0 ? '' : apart}${bare ? withColon(text.trimEnd()) : text}`;
    })
    .join('');
  return words + (line.letters?.get(null) ?? '');
}

const withColon = (label: string): string => (/[:：∶︰]$/.test(label) ? label : `${label}：`);

/** Cells of one table row, or neighbours of a list. Blocks within one cell are lines of their own. */
function shareRow(one: Line, other: Line): boolean {
  if (/^(?:DT|DD|LI)$/i.test(tagOf(one.block)) && parentElementOf(one.block) === parentElementOf(other.block))
    return true;
  const row = closest(one.block, 'tr');
  return (
    row !== null &&
    row === closest(other.block, 'tr') &&
    closest(one.block, 'td, th') !== closest(other.block, 'td, th')
  );
}
