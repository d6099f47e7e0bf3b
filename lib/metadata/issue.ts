import type { PublicationIssue } from '../essay/essay.ts';
import { spaces } from '../text/characters.ts';
import { findDates } from '../text/dates.ts';
import { numberOfHan } from '../text/han-numerals.ts';

const gap = `[${spaces}]{0,4}`;
/** Words before a publication's title that only say that the essay stood in it. */
const lead = new RegExp(
  `^[${spaces}（(【［[“"*※]*(?:(?:本文)?(?:原载|转载|摘编|摘|选|录|转|刊|登|载|发表|刊登|刊载|原刊|源)?(?:自|于|在|载)?|来源|出处)${gap}[:：]?${gap}(?=《)|^(?:原载于?|转载自|摘编自|摘自|选自|录自|转自|刊于|刊登于|刊载于|登于|载于|发表于|来源于|来源|出处)${gap}[:：]?${gap}`,
);
const titled = /《([^《》]{2,40})》/;
/**
 * A title without 《》 stands at the start, before year, date or number. Behind two characters 月刊 belongs to it, as in 学习月刊 and
 * 党建月刊; behind more it tells how often the journal comes.
 */
const untitled = new RegExp(
  `^([\\u3400-\\u9fffA-Za-z·（）]{2,20}?)(?:杂志|(?<=.{3})月刊)?${gap}[（(，,：:]?${gap}(?=(?:19|20)\\d\\d|第|总第)`,
);
const number = '(?:(\\d{1,4}(?:[-—–~、，,/]\\d{1,4})?)|([一二三四五六七八九十廿卅]{1,4}))';
const numbered = new RegExp(`第?${gap}${number}${gap}(?:期|辑|号)(?:${gap}[（(]?([上下])(?:半月刊?|旬刊?|册)?[)）]?)?`);
const total = new RegExp(`总${gap}第?${gap}(\\d{1,5})${gap}期`);
/** `2002.3`, `2002（3）`, `2004/5`, `2002年3期`: year and number of a journal. */
const short = /((?:19|20)\d\d)\s?(?:[.．/]\s?|[（(]\s?)(\d{1,2})(?!\d|\s?[.．/月-])\s?[)）]?/;
const year = /((?:19|20)\d\d)\s?年?/;
const supplement = /增刊(?:\s?(\d))?/;
const page = new RegExp(
  `第${gap}(?:([A-Za-z]?\\d{1,4}(?:[-—–~]\\d{1,4})?)|([一二三四五六七八九十]{1,3}))${gap}[版页]|(?:^|[^\\dA-Za-z])([A-Z]?\\d{1,3}(?:[-—–~]\\d{1,3})?)${gap}[版页]|[Pp]{1,2}\\.?\\s?(\\d{1,4}(?:[-—–~]\\d{1,4})?)`,
);

const plain = (digits: string | undefined, han: string | undefined): string | null => {
  if (digits !== undefined) return digits.replace(/[—–~]/, '-').replace(/^([A-Za-z]?)0+(?=\d)/, '$1');
  if (han === undefined) return null;
  const value = numberOfHan(han);
  return Number.isNaN(value) ? null : String(value);
};

function readPage(text: string): string | null {
  const match = page.exec(text);
  return match ? plain(match[1] ?? match[3] ?? match[4], match[2]) : null;
}

/** The number within the year (第12期, 增刊, 2002.3), or else the number since the first (总第215期). */
function readNumber(text: string): string | null {
  const within = numbered.exec(text.replace(total, ''));
  if (within) {
    const own = plain(within[1], within[2]);
    return own === null ? null : own + (within[3] ?? '');
  }
  const extra = supplement.exec(text);
  if (extra) return `增刊${extra[1] ?? ''}`;
  return short.exec(text)?.[2]?.replace(/^0(?=\d)/, '') ?? total.exec(text)?.[1] ?? null;
}

/** The publication's title in a source or issue text and what follows it; null without one. */
function splitTitle(text: string, title: string | undefined): { readonly title: string; readonly rest: string } | null {
  const own = titled.exec(text);
  if (own?.[1] !== undefined) return { title: own[1].trim(), rest: text.slice(own.index + own[0].length) };
  if (title !== undefined) return { title, rest: text };
  const bare = text.replace(lead, '').trim();
  const match = untitled.exec(bare);
  return match?.[1] === undefined ? null : { title: match[1], rest: bare.slice(match[0].length) };
}

/**
 * Reads the issue of a newspaper or journal: `《学习时报》2005年第12期`, `学习时报 2005-07-11 第3版`, `《求是》2004年第5期第12页`,
 * `学习时报第271期`, `《理论探讨》（2002.3）`. `title` names the publication when the text doesn't.
 * Null without a title, or without any of year, number, date and page. The date is the newspaper's, never the page's.
 */
export function readIssue(text: string, title?: string): PublicationIssue | null {
  if (text.length > 200) return null;
  const parts = splitTitle(text, title);
  if (parts === null) return null;
  const { rest } = parts;
  const issue = readNumber(rest);
  const date = findDates(rest, { notBefore: '1900' })[0]?.value ?? null;
  const found = date?.slice(0, 4) ?? year.exec(rest)?.[1];
  const read = { year: found === undefined ? null : Number(found), issue, date, page: readPage(rest) };
  if (read.year === null && issue === null && read.page === null) return null;
  return { title: parts.title, ...read };
}
