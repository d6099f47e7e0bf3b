import type { FoundField } from '../essay/found.ts';
import { affiliatedNames } from '../lines/bylines/affiliated-byline.ts';
import { isBareByline, readAuthors } from '../lines/bylines/authors.ts';
import { isBylineLine } from '../lines/bylines/byline-line.ts';
import { eachAffiliated, speech } from '../lines/bylines/head-names.ts';
import { isReporterLine, reporters } from '../lines/bylines/reporter-line.ts';
import type { Line } from '../lines/line.ts';
import { readPublicationLine } from '../lines/publication-line.ts';
import { isPersonName } from '../text/person-names.ts';

type Names = FoundField<readonly string[]>;

const posted = /^(?:本[贴帖文]由\s*)?(?!发表|发布|本文)([^\s，。：:]{1,16})\s*(?:发表于|发布于|于\s*(?=(?:19|20)\d\d))/;
const closing =
  /[（(]\s*(?:(?:本报|本刊)?(?:记者|通讯员|撰稿|执笔|文)[\s:：/]*)?([\u4e00-\u9fff·\s、，]{2,24})\s*[）)]$/;
/** `（作者系第十二期青干班学员　程勇）` */
const note = /^[（(]作者(?:系|为|是|[:：]).{2,40}[\s\u3000]([\u4e00-\u9fff]{2,3})\s*[）)]$/;
/** `[英]史蒂芬·格林 著　孟庆云 译`: the author, not the translator. */
const translation =
  /^(?:[[［(（〔][\u4e00-\u9fff]{1,4}[\]］)）〕])?\s*([\u4e00-\u9fff·.A-Za-z\s]{2,24}?)\s*著[\s\u3000，,；;]*[\u4e00-\u9fff·\s、]{2,16}译$/;
/** `（张三 上海报道）`: where the report was filed is no name. */
const dateline = /\s+[\u4e00-\u9fff]{2,4}(?:报道|报导|电)\s*$/;

/**
 * Authors that no label announces: a line of names under the title, a line of reporters there, names in brackets that close the
 * essay or on a line below it, or who posted the page.
 */
export function readByline(head: readonly Line[], body: readonly Line[], tail: readonly Line[]): Names | null {
  const bare =
    head.find((line) => isBareByline(line.text)) ?? head.find((line, n) => isBylineLine(line, head[n + 1] ?? body[0]));
  if (bare) return names(bare.text.replace(/[\d①-⑨*＊※]+(?=[，,、\s]|$)/g, ''), bare.text, 'byline');
  const bracketedAll = head.map((line) => eachAffiliated.exec(line.text)).find((match) => match !== null);
  if (bracketedAll)
    return names(bracketedAll[0].replace(/[）)]\s*(?=[\u4e00-\u9fff])/g, '）、'), bracketedAll[0], 'byline');
  const speaker = head.map((line) => speech.exec(line.text)).find((match) => match !== null);
  if (speaker?.[1]) return names(speaker[1], speaker[0], 'byline');
  const affiliated = head.find((line) => affiliatedNames(line.text) !== null);
  if (affiliated) return names(affiliatedNames(affiliated.text) ?? '', affiliated.text, 'byline');
  const top = [...head, ...body.slice(0, 3)];
  const published = head.map((line) => readPublicationLine(line.text)?.names).find((found) => found);
  if (published && isBareByline(published)) return names(published, published, 'byline');
  const translated = head.map((line) => translation.exec(line.text)).find((match) => match !== null);
  if (translated?.[1]) return names(translated[1], translated[0], 'byline');
  const report = top.find((line) => isReporterLine(line.text));
  if (report) return names(reporters.exec(report.text)?.[1] ?? '', report.text, 'byline');
  const bracketed = head
    .map((line) => /[[［【]\s*([\u4e00-\u9fff·]{2,4})\s*[\]］】]/.exec(line.text))
    .find((match) => match && isPersonName(match[1] ?? ''));
  if (bracketed) return names(bracketed[1] ?? '', bracketed[0], 'credit-line');
  const end = body
    .slice(-3)
    .toReversed()
    .map((line) => closing.exec(line.text))
    .find((match) => match && isSigned(match[1] ?? ''));
  if (end) return names((end[1] ?? '').replace(dateline, ''), end[0], 'signature');
  const noted = body
    .slice(-3)
    .map((line) => note.exec(line.text))
    .find((match) => match && isPersonName(match[1] ?? ''));
  if (noted) return names(noted[1] ?? '', noted[0], 'signature');
  const under = [...body.slice(-1), ...tail.slice(0, 2)].find(
    (line) => isBareByline(line.text) || affiliatedNames(line.text) !== null,
  );
  if (under) return names(affiliatedNames(under.text) ?? under.text, under.text, 'signature');
  const poster = [...head, ...body.slice(-20)]
    .filter((line) => line.size < 60)
    .map((line) => posted.exec(line.text))
    .find((match) => match !== null);
  return poster?.[1] ? { value: [poster[1]], raw: poster.input, place: 'credit-line' } : null;
}

const isSigned = (text: string): boolean =>
  text
    .replace(dateline, '')
    .trim()
    .split(/[\s、，]+/)
    .every(isPersonName);

function names(text: string, raw: string, place: string): Names | null {
  const { persons, organisations } = readAuthors(text);
  const value = persons.length > 0 ? persons : organisations;
  return value.length > 0 ? { value, raw, place } : null;
}
