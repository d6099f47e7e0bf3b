import { isRole } from '../lines/bylines/name-roles.ts';
import { hitCounterAt } from '../lines/hit-counter.ts';
import { colons, kindOfLabel, type Label, labelAfter, labelBefore } from '../lines/labels.ts';
import type { LabelKind } from '../lines/vocabulary.ts';
import { isSpace, spaces } from '../text/characters.ts';
import { matchesOf } from '../text/matches-of.ts';

/** A label in a line with its brackets and colon; its value follows, unless `value` tells where it stands. */
export interface LabelInLine {
  readonly kind: LabelKind;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly value?: { readonly start: number; readonly end: number };
}

const colon = new RegExp(`[${colons}]`, 'g');
/** Places where a label may start without a colon telling it: the line's start, and behind white space, signs and brackets. */
const boundary = new RegExp(`^|(?<=[${spaces}|｜¦•·・,，;；。)）\\]］】(（[［【])(?![${spaces}])`, 'g');
const hardBoundary = new RegExp(`(?:^|[|｜¦•·・\\]］】(（\\t\\n]|[${spaces}]{2})[${spaces}]*$`);
const openBracket = /[【[［〔“"「(（]/;
const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character);
const wordEnd = new RegExp(`[${spaces}|｜¦•·・()（）【】[\\]［］,，;；、]`);
/** Labels of two characters that are told from a value they are glued to (`来源：新华网作者：张三`); longer ones always are. */
const firm = new Set('作者 来源 编辑 责编 点击 浏览 阅读'.split(' '));
/** Words too common to be labels when no colon follows. */
const needColon = new Set(
  '单位 部门 供稿 编辑 上传 录入 位置 栏目 记者 通讯员 文 转载 撰文 撰写 更新 标签 导语'.split(' '),
);

const withBracket = (text: string, start: number): number => {
  let at = start;
  while (at > 0 && isSpace(text[at - 1])) at -= 1;
  return at > 0 && openBracket.test(text.charAt(at - 1)) ? at - 1 : start;
};

/** Where the unbroken run of letters that ends at `end` starts; looks back 14 characters. */
function runStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < 14 && isLetter(text[at - 1])) at -= 1;
  return at;
}

/** The label before the colon at `at`: of the vocabulary, or an unknown one (体裁：) that only ends the value before it. */
function markBefore(text: string, at: number, previous: LabelInLine | undefined): LabelInLine | null {
  const label = labelBefore(text, at);
  const end = at + 1;
  if (label === null) {
    const start = runStart(text, at);
    const run = text.slice(start, at);
    // `作者：课题组组长：林有禾　成员：王芳`: a role within the author's slot announces names of the same slot.
    if (previous?.kind === 'author' && isRole(run)) return null;
    return /^[\u3400-\u9fff]{2,6}$/.test(run) && !isLetter(text[start - 1])
      ? { kind: 'other', label: run, start, end }
      : null;
  }
  const known: LabelInLine = { kind: label.kind, label: label.word, start: withBracket(text, label.start), end };
  if (!isLetter(text[label.start - 1])) return known;
  const run = runStart(text, label.start);
  const behindLabel = previous !== undefined && text.slice(previous.end, run).trim() === '';
  const dated = (label.kind === 'date' || label.kind === 'updated') && /^\s*\d/.test(text.slice(end, end + 8));
  if (label.word.length >= 4 || (behindLabel && (firm.has(label.word) || label.word.length === 3 || dated)))
    return known;
  return { kind: 'other', label: text.slice(run, label.end), start: run, end };
}

function colonMarks(text: string): LabelInLine[] {
  const found: LabelInLine[] = [];
  for (const { index } of matchesOf(text, colon)) {
    if (text.startsWith('//', index + 1) || /\d/.test(text.charAt(index - 1))) continue;
    const mark = markBefore(text, index, found.at(-1));
    if (mark !== null) found.push(mark);
  }
  return found;
}

const bracketed = /[【[［〔]([^【[［〔】\]］〕：:]{1,14})[】\]］〕]/g;

/** `【作者】张三`, `［关键词］…`: a label in brackets needs no colon. Tools (`【打印】`) take no value. */
function bracketMarks(text: string): LabelInLine[] {
  const found: LabelInLine[] = [];
  for (const match of matchesOf(text, bracketed)) {
    const kind = kindOfLabel(match[1] ?? '');
    if (kind === null) continue;
    const start = match.index;
    const end = start + match[0].length;
    const label = (match[1] ?? '').replace(/[\s\u3000]+/g, '');
    found.push(
      withoutValue(kind) ? { kind, label, start, end, value: { start: end, end } } : { kind, label, start, end },
    );
  }
  return found;
}

const withoutValue = (kind: LabelKind): boolean => kind === 'other' || kind === 'phone';

/** A row of labels without colons is no longer. In characters. */
const longestRow = 150;

/** True for a line that begins with a label and its value and goes on so, without any colon: `时间 2008-5-6 来源 市委党校 作者 王芳`. */
function isRowOfBareLabels(text: string): boolean {
  if (text.length > longestRow || /[：:。]/.test(text.replace(/\d:\d/g, ''))) return false;
  const words = text.trim().split(/[\s\u3000]+/);
  const isLabel = (word: string | undefined): boolean => {
    const kind = kindOfLabel(word ?? '');
    return kind !== null && !withoutValue(kind) && !/[【[［〔]/.test(word ?? '');
  };
  return isLabel(words[0]) && words.slice(2).some((word, at) => isLabel(word) && !isLabel(words[at + 1]));
}

/** A label without a colon at `start`, when what stands around it leaves no doubt; in a row of such labels, spaces do. */
function bareMark(text: string, { kind, word, start, end }: Label, inRow: boolean): LabelInLine | null {
  const mark = { kind, label: word, start, end };
  const next = text
    .slice(end, end + 8)
    .trimStart()
    .charAt(0);
  const followed = isSpace(text[end]);
  if (next !== '' && colons.includes(next)) return null;
  if (word === '今天是' || word === '现在是') return mark;
  const slash = /^\s{0,2}[/／](?=\s{0,2}[\u3400-\u9fff])/.exec(text.slice(end, end + 6));
  const hard = hardBoundary.test(text.slice(Math.max(0, start - 4), start)) || start === 0;
  if (slash && hard && kind !== 'column') return { ...mark, end: end + slash[0].length };
  if (kind === 'date' || kind === 'updated') return /[\d０-９[]/.test(next) ? mark : null;
  if (withoutValue(kind) || kind === 'comments') {
    const whole = end === text.length || wordEnd.test(text.charAt(end));
    if (!whole || word.length === 1) return null;
    return kind === 'comments' ? mark : { ...mark, value: { start: end, end } };
  }
  if (kind === 'hits' || (needColon.has(word) && !inRow)) return null;
  return (hard || (inRow && isSpace(text[start - 1]))) && followed && /[\p{L}《“"]/u.test(next) ? mark : null;
}

function boundaryMarks(text: string): LabelInLine[] {
  const found: LabelInLine[] = [];
  const counter = hitCounterAt();
  const inRow = isRowOfBareLabels(text);
  for (const { index } of matchesOf(text, boundary)) {
    counter.lastIndex = index;
    const hits = counter.exec(text);
    const number = hits?.groups?.['number'] ?? hits?.groups?.['late'] ?? hits?.groups?.['heads'];
    if (hits) {
      const end = index + hits[0].trimEnd().length;
      const at = number === undefined ? end : index + hits[0].lastIndexOf(number);
      const value = { start: at, end: at + (number?.length ?? 0) };
      found.push({
        kind: 'hits',
        label: hits[0].replace(/[\s\d].*|[：:（(].*/s, '') || hits[0],
        start: index,
        end,
        value,
      });
      continue;
    }
    const label = labelAfter(text, index);
    const mark = label && bareMark(text, label, inRow);
    if (mark) found.push(mark);
  }
  return found;
}

const trailing = /[(（]([^()（）：:]{2,30})(供稿|撰稿|投稿)[)）]/g;

/** `（组织处 供稿）`: the label stands behind its value. */
function trailingMarks(text: string): LabelInLine[] {
  return matchesOf(text, trailing).map(({ 0: all, 1: value = '', 2: label = '', index }) => ({
    kind: label === '供稿' ? 'unit' : 'author',
    label,
    start: index,
    end: index + all.length,
    value: { start: index + 1, end: index + 1 + value.length },
  }));
}

/** Kinds whose value may be sentences: only a known label ends them that begins a segment, or stands in square brackets. */
const longKinds: ReadonlySet<LabelKind> = new Set(['keywords', 'abstract', 'column']);
const segmentStart = new RegExp(`[${spaces}|｜。；;)）\\]］】]$`);
const squareBracket = /[【[［〔]/;

const interrupts = (text: string, mark: LabelInLine, open: LabelInLine): boolean =>
  !longKinds.has(open.kind) ||
  (kindOfLabel(mark.label) !== null &&
    (mark.start === open.end ||
      segmentStart.test(text.charAt(mark.start - 1)) ||
      squareBracket.test(text.charAt(mark.start))));

/** All labels of a line, in order, without overlap. */
export function findLabels(text: string): readonly LabelInLine[] {
  const found = [...trailingMarks(text), ...boundaryMarks(text), ...colonMarks(text), ...bracketMarks(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const apart: LabelInLine[] = [];
  for (const mark of found) {
    const open = apart.at(-1);
    if (open === undefined || (mark.start >= open.end && interrupts(text, mark, open))) apart.push(mark);
  }
  return apart;
}
