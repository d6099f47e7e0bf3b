import { closest, dataOf, parentElementOf } from '../dom/tree.ts';
import type { FoundField } from '../essay/found.ts';
import { readAuthors } from '../lines/bylines/authors.ts';
import { isSigningBody } from '../lines/bylines/bodies.ts';
import { isOfRow, readBylineLine, readNamesAlone, readSignedDate } from '../lines/bylines/byline-line.ts';
import type { Line } from '../lines/line.ts';
import { isPersonName } from '../text/person-names.ts';
import { simplifyWords } from '../text/traditional.ts';

type Names = FoundField<readonly string[]>;
type Place = Names['place'];

const posted =
  /^(?:(?:本[贴帖文])?由\s*)?(?!发表|发布|本文)([^\s，。：:]{1,16}?)\s*(?:发表于|发布于|于\s*(?=(?:19|20)\d\d))/;
const closing =
  /[（(]\s*(?:(?:本报|本刊)?(?:记者|通讯员|撰稿|执笔|文)[\s:：/]*)?([\u4e00-\u9fff·\s、，]{2,24})\s*[）)]$/;
/** `（作者系第十二期青干班学员　程勇）` */
const note = /^[（(]作者(?:系|为|是|[:：]).{2,40}[\s\u3000]([\u4e00-\u9fff]{2,3})\s*[）)]$/;
/** `（作者林有禾系…）`, `作者简介：林有禾，男，…` */
const noteOfName =
  /^[（(【［[*※＊\s]*(?:本文)?作者(?:简介|介绍)?\s*[:：]?\s*([\u4e00-\u9fff·]{2,8}?)\s*(?:[，,、（(系]|[为是](?=.{4}))/;
/** `林有禾，男，1965年生，…`: whom a note below the text is about. */
const noteOfPerson =
  /^[（(【［[*※＊\s]*([\u4e00-\u9fff·]{2,8}?)\s*(?:[（(][^（）()]{4,14}[）)]\s*)?[，,]\s*[男女]\s*[，,（(]/;
/** `（张三 上海报道）`: where the report was filed is no name. */
const dateline = /\s+[\u4e00-\u9fff]{2,4}(?:报道|报导|电)\s*$/;
/** A line of credits in brackets that stands among the paragraphs, before an appendix: `（撰稿：张三）`. */
const bracketedCredit =
  /^[（(【［[]\s*(?:撰\s*稿|供\s*稿|执\s*笔|撰\s*文|采\s*写|文|图文|作\s*者|记\s*者|通讯员|口述|整理)[人者]?\s*[:：/／].{2,40}[）)】］\]]$/;

/** `主讲人：林有禾　　时间：2010-05-21　　地点：学术报告厅`: when and where a talk was given. */
const occasion = /[\s\u3000]+(?:时\s*间|日\s*期|地\s*点)\s*[:：].*$/;

/** Where unlabelled names may stand on a page. */
interface Signed {
  readonly head: readonly Line[];
  readonly body: readonly Line[];
  readonly tail: readonly Line[];
}

/**
 * Authors that no label of a credit line announces: a line of names under the title, names in brackets that close the essay or
 * on a line below it, or who posted the page. The surest place comes first.
 */
export function readByline(head: readonly Line[], body: readonly Line[], tail: readonly Line[]): Names | null {
  const signed = { head, body, tail };
  for (const read of [underTitle, bracketedInHead, reporterAbove, amongParagraphs, inClosing, inNote, below, poster]) {
    const found = read(signed);
    if (found) return found;
  }
  return null;
}

/** A line of its own between title and body, or several on end: each author with what he is, reporters below trainees. */
function underTitle({ head, body }: Signed): Names | null {
  const read = head.map((line, n) => readBylineLine(line, head[n + 1] ?? body[0]));
  const from = read.findIndex((value) => value !== null);
  if (from < 0) return null;
  const end = head.findIndex(
    (line, n) => n > from && (read[n] === null || line.index !== (head[n - 1]?.index ?? 0) + 1),
  );
  const lines = head.slice(from, end < 0 ? head.length : end);
  const value = [...new Set(read.slice(from, from + lines.length).flatMap((one) => one ?? []))];
  return { value, raw: lines.map(({ text }) => text).join('　'), place: 'byline' };
}

/** `[张三]`, `【中廣新聞／陳奕華】` within a line of the head. */
function bracketedInHead({ head }: Signed): Names | null {
  for (const line of head) {
    const match = /[[［【]\s*(?:[\u4e00-\u9fff]{2,8}[／/])?([\u4e00-\u9fff·]{2,4})\s*[\]］】]/.exec(line.text);
    if (match?.[1] && isPersonName(simplifyWords(match[1])) && !isLinked(line, match[1]))
      return { value: [match[1]], raw: match[0], place: 'credit-line' };
  }
  return null;
}

const isLinked = ({ nodes }: Line, name: string): boolean =>
  nodes.some((node) => dataOf(node)?.includes(name) && closest(parentElementOf(node), 'a') !== null);

/** A line of names with their roles among the first paragraphs, or that tells of a talk. */
function reporterAbove({ head, body }: Signed): Names | null {
  for (const { text } of [...head, ...body.slice(0, 3)]) {
    if (!/记者|通讯员|撰稿|主讲|报告人/.test(text)) continue;
    const signed = readNamesAlone(text.replace(occasion, '')) ?? readSignedDate(text);
    if (signed) return names(signed, text, 'byline');
  }
  return null;
}

function amongParagraphs({ body }: Signed): Names | null {
  for (const line of body) {
    if (line.size > 50 || line.linkSize > 0 || !bracketedCredit.test(line.text)) continue;
    const { persons, organisations } = readAuthors(line.text.slice(1, -1));
    const found = names(persons.length > 0 ? persons : organisations.filter(isSigningBody), line.text, 'signature');
    if (found) return found;
  }
  return null;
}

/** Names in brackets that close one of the last paragraphs. */
function inClosing({ body }: Signed): Names | null {
  for (const line of body.slice(-3).toReversed()) {
    const match = closing.exec(line.text);
    const value = match?.[1] === undefined ? null : readNamesAlone(match[1].replace(dateline, ''));
    if (match && value) return names(value, match[0], 'signature');
  }
  return null;
}

function inNote({ body }: Signed): Names | null {
  for (const line of body.slice(-3)) {
    const match = note.exec(line.text) ?? noteOfName.exec(line.text) ?? noteOfPerson.exec(line.text);
    if (match?.[1] && isPersonName(match[1])) return names([match[1]], match[0], 'signature');
  }
  return null;
}

/** The essay's last line, or one right below it. */
function below({ body, tail }: Signed): Names | null {
  for (const line of [...body.slice(-1), ...tail.slice(0, 2)]) {
    const signed =
      line.linkSize === 0 && !isOfRow(line) ? (readNamesAlone(line.text) ?? readSignedDate(line.text)) : null;
    if (signed) return names(signed, line.text, 'signature');
  }
  return null;
}

/** `张三 发表于 2005-7-14` */
function poster({ head, body, tail }: Signed): Names | null {
  for (const line of [...head, ...body.slice(-20), ...tail]) {
    const match = line.size < 60 ? posted.exec(line.text) : null;
    if (match?.[1]) return names(readAuthors(match[1]).persons, line.text, 'credit-line');
  }
  return null;
}

const names = (value: readonly string[] | null, raw: string, place: Place): Names | null =>
  value && value.length > 0 ? { value, raw, place } : null;
