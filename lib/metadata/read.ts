import { closest, dataOf, parentElementOf, titleOf } from '../dom/tree.ts';
import type { FieldName } from '../essay/essay.ts';
import type { FoundField } from '../essay/found.ts';
import type { FieldPlace } from '../essay/record-words.ts';
import { cleanTitle, creditBehindTitle, titleParts } from '../extract/clean-title.ts';
import { isColumnName } from '../extract/title-words.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { readAuthors } from '../lines/bylines/authors.ts';
import { readSignedDate } from '../lines/bylines/byline-line.ts';
import { creditScore, isLabelledCredit } from '../lines/credit-score.ts';
import { findBreadcrumb } from '../lines/find-breadcrumb.ts';
import type { Line } from '../lines/line.ts';
import { readPublicationLine } from '../lines/publication-line.ts';
import { dateOfUrl } from '../text/date-of-url.ts';
import { type DateOptions, readDate } from '../text/dates.ts';
import { onceAText } from '../text/once-a-text.ts';
import { isPersonName } from '../text/person-names.ts';
import { findInstitution } from '../text/school-names.ts';
import { readBreadcrumb } from './breadcrumb.ts';
import { readByline } from './byline.ts';
import { readCommentFields } from './comment-fields.ts';
import { type Credit, readCredit } from './credit.ts';
import { creditRows, creditText } from './credit-rows.ts';
import type { FoundFields } from './found-fields.ts';
import { fullAuthor } from './full-authors.ts';
import { readKeywords, readMetas } from './metas.ts';
import { mayHaveOpeningLabel } from './opening-labels.ts';
import { readRelativeDate } from './relative-date.ts';
import { readSource } from './source.ts';

/** Where the fields of an essay stand on its page. */
export interface FieldSources {
  readonly document: Document;
  readonly originalUrl: string;
  /** Elements that an archive added. */
  readonly archiveElements: ReadonlySet<Element>;
  /** When the archive captured the page, if it was archived: no date of the page is later. */
  readonly capturedAt: string | null;
  readonly lines: readonly Line[];
  readonly title: Line | null;
  /** Credits, byline and tools between title and body, and around them. */
  readonly head: readonly Line[];
  /** The abstract where the CMS sets it apart. */
  readonly abstract: FoundField<string> | null;
  /** True when the CMS writes each article's own key words into its metas. */
  readonly ownKeywords: boolean;
  /** Lines of the body. */
  readonly body: readonly Line[];
  /** Lines after the body that may credit: source, hits, editor. */
  readonly tail: readonly Line[];
  readonly institution: FoundField<string> | null;
}

/** All fields of an essay, each from the surest place that tells it: comments of the CMS, credit lines, byline, metas, address. */
export function readFields(sources: FieldSources): FoundFields {
  const { document, originalUrl, capturedAt, head, tail, institution } = sources;
  const title = readTitle(sources);
  const options = {
    ...(capturedAt === null ? {} : { notAfter: capturedAt }),
    ...(title && { title: title.value }),
  };
  const fields: FoundFields = {};
  const menu = new Set<string>();
  const merge = ({ authors, ...found }: FoundFields): void => {
    for (const name of Object.keys(found) as FieldName[]) fields[name as never] ??= found[name as never];
    const persons = authors && withoutMenuWords(authors, menu);
    if (persons) fields.authors ??= persons;
  };
  if (title) fields.title = title;
  const crumbs = findBreadcrumb(sources.lines, sources.title?.index ?? sources.body[0]?.index ?? 0);
  const column = readBreadcrumb(crumbs, {
    ...(title && { title: title.value }),
    siteNames: siteNames(document, institution, crumbs),
  });
  if (column) merge({ column });
  for (const word of menuWords(document, crumbs, column?.value ?? [])) menu.add(word);
  const comments = readCommentFields(document);
  merge(comments);
  const metas = readMetas(document, sources.archiveElements, capturedAt ?? undefined);
  const { publishedOn: metaDate, ...otherMetas } = metas;
  const links = linkTexts([...head, ...tail]);
  // Lines and rows of the head and the tail are looked at up to three times.
  const creditOf = onceAText((row) => readCredit(row, options));
  const texts = new Map<Line, string>();
  const textOf = (line: Line): string => {
    const text = texts.get(line) ?? creditText(line);
    texts.set(line, text);
    return text;
  };
  const rowsOf = (lines: readonly Line[]): readonly string[] => creditRows(lines.filter(isCreditable), textOf);
  const readRows = (lines: readonly Line[], place: FieldPlace): void => {
    for (const row of rowsOf(lines)) merge(withoutLinkNames(fieldsOfCredit(creditOf(row), place), links));
  };
  readRows(head, 'credit-line');
  const [behind] = creditBehindTitle.exec(sources.title?.text ?? '') ?? [];
  if (behind) merge(fieldsOfCredit(creditOf(behind), 'title-line'));
  const updated = rowsOf([...head, ...tail])
    .map((row) => creditOf(row).updatedOn)
    .find((date) => date !== null);
  const updatedOn: FoundFields = updated
    ? { publishedOn: { value: updated.value, raw: updated.raw, place: 'credit-line', qualifier: 'updated' } }
    : {};
  // A date alone on its line is when a speech was given; what the page's software labels is when it put the page up.
  if (isDateAlone(fields.publishedOn, head)) {
    const posted = rowsOf(tail)
      .filter(isLabelledCredit)
      .map((row) => creditOf(row).publishedOn)
      .find((date) => date !== null);
    Object.assign(fields, posted ? { publishedOn: { ...posted, place: 'tail' } } : updatedOn);
  }
  const byline = readByline(head, sources.body, tail);
  if (byline?.place === 'byline') merge({ authors: byline });
  readRows(tail, 'tail');
  if (byline && !(byline.place === 'signature' && isOfPictures(column?.value))) merge({ authors: byline });
  merge(readReprint([...head, ...sources.body.slice(-2), ...tail.slice(0, 8)]));
  for (const row of rowsOf(sources.body.slice(0, labelledLines)))
    if (mayHaveOpeningLabel(row)) merge(labelledFields(creditOf(row)));
  const whole = fields.authors?.qualifier === 'truncated' ? fullAuthor(head) : null;
  if (whole !== null) fields.authors = { value: readAuthors(whole).persons, raw: whole, place: 'author-link' };
  if (sources.abstract) merge({ abstract: sources.abstract });
  if (metaDate) merge({ publishedOn: metaDate });
  merge(readRelativeDate([...head, ...tail], capturedAt));
  merge(otherMetas);
  const text = [title?.value ?? '', ...sources.body.map((line) => line.text)].join('\n');
  const words = readKeywords(document, text, sources.ownKeywords);
  if (words) merge({ keywords: words });
  if (institution) fields.institution = institution;
  merge(updatedOn);
  merge(readSignedDay(head, options));
  const filed = dateOfUrl(originalUrl, options);
  if (filed) merge({ publishedOn: { value: filed.value, raw: filed.raw, place: 'url', qualifier: 'filed' } });
  return fields;
}

/** The day beside the names below a title, in Han numerals too (`王建国　二〇〇六年五月八日`), where nothing else tells one. */
function readSignedDay(head: readonly Line[], options: DateOptions): FoundFields {
  const line = head.find(({ text }) => readSignedDate(text) !== null);
  const day = line && readDate(line.text, { ...options, labelled: true });
  return line && day ? { publishedOn: { value: day.value, raw: line.text, place: 'byline' } } : {};
}

/** A column of pictures: names that close a caption there are of who took them. */
const isOfPictures = (column: readonly string[] = []): boolean => /图[库片集说]|摄影|影[像集]/.test(column.join());

/** True for a date without a label that makes up the whole of a line, brackets apart. */
const isDateAlone = (found: FoundFields['publishedOn'], head: readonly Line[]): boolean =>
  found !== undefined &&
  !isLabelledCredit(found.raw) &&
  head.some(({ text }) => squeeze(text).replace(/[（()）]/g, '') === squeeze(found.raw).replace(/[（()）]/g, ''));

/** What the page calls itself and its columns, in its crumbs and its `<title>`. */
const menuWords = (document: Document, crumbs: readonly Line[], column: readonly string[]): readonly string[] =>
  [
    ...crumbs.flatMap(({ text }) => text.split(/[>»›→:：/|\s]+/)),
    ...column,
    ...titleParts(titleOf(document)).filter((part) => !isPersonName(part)),
  ].map(squeeze);

/** What links of these lines say. */
const linkTexts = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(
    lines
      .filter(({ linkSize }) => linkSize > 0)
      .flatMap(({ nodes }) => nodes.filter((node) => closest(parentElementOf(node), 'a') !== null))
      .map((node) => squeeze(dataOf(node) ?? '')),
  );

/** A person or a unit that no label announces is never a link: those of menus stand in the same row of a table. */
function withoutLinkNames(found: FoundFields, links: ReadonlySet<string>): FoundFields {
  const { authors, unit, ...others } = found;
  const isLink = (raw: string): boolean =>
    raw.split(/[\s\u3000]+/).every((word) => links.has(word)) || links.has(squeeze(raw));
  return {
    ...others,
    ...(authors && !isLink(authors.raw) ? { authors } : {}),
    ...(unit && !isLink(unit.raw) ? { unit } : {}),
  };
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** The authors without words of the page's own menu, which a template may put where a name belongs; null when none is left. */
function withoutMenuWords<Found extends FoundField<readonly string[]>>(
  authors: Found,
  menu: ReadonlySet<string>,
): Found | null {
  const value = authors.value.filter((name) => !menu.has(squeeze(name)));
  if (value.length === authors.value.length) return authors;
  return value.length > 0 ? { ...authors, value } : null;
}

/** The line that names the issue of a reprint, under the title or at the essay's end (where it stays in the essay). */
function readReprint(lines: readonly Line[]): FoundFields {
  const line = lines.find(({ text }) => readPublicationLine(text) !== null);
  const read = line && readSource(readPublicationLine(line.text)?.publication ?? '');
  if (!line || !read) return {};
  const { source, issue } = read;
  const found = { raw: line.text, place: 'signature' } as const;
  return { source: { value: source, ...found }, ...(issue ? { issue: { value: issue, ...found } } : {}) };
}

/** Abstract and key words that open the essay are told by their labels, and stay in it. In lines. */
const labelledLines = 5;

function labelledFields({ abstract, keywords }: Credit): FoundFields {
  return {
    ...(abstract ? { abstract: { ...abstract, place: 'body' } } : {}),
    ...(keywords ? { keywords: { ...keywords, place: 'body' } } : {}),
  };
}

/** A credit line or a labelled abstract is shorter; a longer line is text. In characters. */
const longestCredit = 2000;

/** Lines of a footer that tell how the school is reached. */
const contact =
  /电话|传真|邮编|邮政编码|地\s*址|e-?mail|技术支持|(?:中心|图书馆|办公室|组)\s*(?:制作|维护)|制作\s*[:：]|维护\s*[:：]/i;

/** Toolbars and footers end in words that look like units and sources; a counter alone in its block (`人气：245`) is no toolbar. */
function isCreditable(line: Line): boolean {
  if (line.size > longestCredit || contact.test(line.text)) return false;
  const kind = boilerplateKind(line.text);
  return kind === null || kind === 'editor' || (kind === 'tools' && creditScore(line.raw) > 0);
}

function readTitle({ document, title, lines }: FieldSources): FoundField<string> | null {
  if (title) return { value: withoutMarks(cleanTitle(title.text)), raw: title.text, place: 'title-line' };
  const all = titleParts(titleOf(document));
  const own = all.filter((one) => one.length >= 4 && findInstitution(one)?.name !== one);
  // A column is linked from the page's menu, and the portal's own name is a school's; behind that a path leads to the title.
  const links = linkTexts(lines);
  const isMenu = (part: string): boolean => /党校$|^欢迎/.test(part) || links.has(squeeze(part));
  const parts = /党校$/.test(all[0] ?? '') && all.length > 2 ? own.toReversed() : own;
  const part = parts.find((one) => !isMenu(one)) ?? parts[0];
  return part === undefined
    ? null
    : { value: withoutMarks(cleanTitle(part)), raw: titleOf(document), place: 'title-element' };
}

/** `[理论研究] 浅谈影响力`, `浅谈影响力[推荐]`, `浅谈影响力 打印 关闭`, `【浅谈影响力】`, `浅谈影响力.doc`: a title without what marks it. */
const withoutMarks = (title: string): string =>
  title
    .replace(/^[*＊※◆●■\s]+/, '')
    .replace(/^[[［【]([\u4e00-\u9fff]{4,8})[\]］】]\s*(?=\S)/, (mark, words) => (isColumnName(words) ? '' : mark))
    .replace(/(?:\s*[[［【(（](?:图文|组图|推荐|置顶|原创|转载|热|荐)[\]］】)）]|\s+(?:打印|关闭|收藏|返回))+$/, '')
    .replace(/^【(?:标\s*题】[:：]?|([^【】]{4,})】$)/, '$1')
    .replace(/\.(?:docx?|wps|txt)$/i, '');

/** The portal's own names, which open many breadcrumbs; one that opens with the front page holds none. */
function siteNames(document: Document, institution: FoundField<string> | null, crumbs: readonly Line[]): string[] {
  const parts = crumbs.some((line) => /首\s*页|主页/.test(line.text)) ? [] : titleParts(titleOf(document)).slice(-1);
  return institution ? [institution.value, ...parts] : parts;
}

function fieldsOfCredit(credit: Credit, place: FieldPlace): FoundFields {
  const fields: FoundFields = {};
  const names = [
    'publishedOn',
    'authors',
    'unit',
    'source',
    'issue',
    'editor',
    'hits',
    'keywords',
    'abstract',
    'column',
  ] as const;
  for (const name of names) {
    const reading = credit[name];
    if (reading) fields[name] = { ...reading, place } as never;
  }
  return fields;
}
