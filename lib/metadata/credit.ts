import type { PublicationIssue } from '../essay/essay.ts';
import type { PartialDate } from '../essay/partial-date.ts';
import { readAuthors } from '../lines/bylines/authors.ts';
import { isDepartment, isSigningBody, isUnit } from '../lines/bylines/bodies.ts';
import { filed, readNamesAlone } from '../lines/bylines/byline-line.ts';
import { isPlaceholder, readNameWords } from '../lines/bylines/name-words.ts';
import { readColumn } from '../lines/column.ts';
import type { LabelKind } from '../lines/vocabulary.ts';
import { type DateOptions, readDate } from '../text/dates.ts';
import { closeUpNames, hasNameForm, isPersonName } from '../text/person-names.ts';
import { simplifyWords } from '../text/traditional.ts';
import { type Field, splitFields } from './fields.ts';
import { readIssue } from './issue.ts';
import type { ReadValue } from './read-value.ts';
import { readSource } from './source.ts';
import { fieldsOfSlot, writersOfPaper } from './two-in-a-slot.ts';

/** What a credit line tells. A null is a field that the line doesn't name or leaves empty. */
export interface Credit {
  readonly publishedOn: ReadValue<PartialDate> | null;
  /** 更新时间 and its like: the caller takes it for the date (qualifier `updated`) when no line tells a better one. */
  readonly updatedOn: ReadValue<PartialDate> | null;
  /** Persons, and bodies that sign as authors (课题组). Qualifier `truncated` when the page cut the list short. */
  readonly authors: ReadValue<readonly string[]> | null;
  readonly unit: ReadValue<string> | null;
  readonly source: ReadValue<string> | null;
  readonly issue: ReadValue<PublicationIssue> | null;
  readonly editor: ReadValue<string> | null;
  readonly hits: ReadValue<number> | null;
  readonly keywords: ReadValue<readonly string[]> | null;
  readonly abstract: ReadValue<string> | null;
  readonly column: ReadValue<readonly string[]> | null;
}

/** What is known before a credit line is read. */
export interface CreditOptions {
  /** The capture's date or moment: a later date is no date of the page. */
  readonly notAfter?: string;
  /** The essay's title, which ends many a path. */
  readonly title?: string;
}

type Read<T> = (field: Field) => T | null;

/** The first of the fields that `read` makes something of, with its words. */
function firstOf<T>(fields: readonly Field[], read: Read<T>): ReadValue<T> | null {
  for (const field of fields) {
    const value = read(field);
    if (value !== null) return { value, raw: field.raw };
  }
  return null;
}

function ofKind(fields: readonly Field[], kind: LabelKind | null): readonly Field[] {
  const found: Field[] = [];
  for (const field of fields) if (field.kind === kind && field.value !== '') found.push(field);
  return found;
}

const dateReader =
  (options: DateOptions): Read<PartialDate> =>
  ({ value }) =>
    readDate(value, options)?.value ?? null;

/** Names of sites and papers on positional lines (Kesion: date, source, author). */
const publication = /^《[^《》]+》$|(?:[报网社刊台]|杂志|在线|论坛|学报|文摘|通讯|求是)$/u;
/** `06/03/05` as the whole of a token: a date without a label as well. */
const twoDigits = /^\d\d([-/.])\d{1,2}\1\d{1,2}$/;
/** The date of a token, where it is one. */
const dateOfToken = (value: string, options: DateOptions = {}) =>
  readDate(value, { ...options, labelled: twoDigits.test(value) });
/** What a paper calls itself. */
const ownPaper = /^本[报報刊社]$/;
/** A newspaper's page (第03版：理论): no source. */
const edition = /^第?\s*[\d一二三四五六七八九十]+\s*版/;
const website = /(?:网|网站|在线|\.com|\.cn)$/i;

/** A labelled unit, unless a person stands there (供稿：张三). */
const unitOf: Read<string> = ({ value }) => (isPersonName(value) || isPlaceholder(value) ? null : value);

/** Persons and signing bodies of an author's slot; a department there is the unit. */
function authorsOf(slots: readonly Field[]): ReadValue<readonly string[]> | null {
  const [slot] = slots;
  // `汉斯·穆勒 著　　李文 译`: what each did is told by all of them together.
  const isOne = slot && slots.length > 1 && slots.every(({ kind }) => kind === null);
  const joined = (key: 'value' | 'raw'): string => slots.map((field) => field[key]).join(' ');
  const fields = isOne ? [{ ...slot, value: joined('value'), raw: joined('raw') }] : slots;
  const read = fields.map((field) => ({ field, authors: readAuthors(field.value) }));
  const names = read.flatMap(({ authors }) => [...authors.persons, ...authors.organisations.filter(isSigningBody)]);
  const [first] = read.filter(({ authors }) => authors.persons.length + authors.organisations.length > 0);
  if (names.length === 0 || first === undefined) return null;
  const truncated = read.some(({ authors }) => authors.truncated);
  const raw = read.map(({ field }) => field.raw).join(' ');
  return { value: [...new Set(names)], raw, ...(truncated ? { qualifier: 'truncated' } : {}) };
}

/** `作者：林有禾　　王芳`: names that wide spaces part from those of the slot are of it, as far as nothing else stands between. */
function withNamesBehind(fields: readonly Field[], authors: readonly Field[]): readonly Field[] {
  const last = authors.at(-1);
  if (last === undefined || readAuthors(last.value).persons.length === 0) return authors;
  const behind = fields.slice(fields.indexOf(last) + 1);
  const isName = ({ kind, value }: Field): boolean => kind === null && closeUpNames(value).every(isPersonName);
  const end = behind.findIndex((field) => !isName(field));
  return [...authors, ...behind.slice(0, end < 0 ? behind.length : end)];
}

/** A body in the author's slot. */
const unitOfAuthors: Read<string> = ({ value }) => {
  const { persons, organisations } = readAuthors(value);
  const [body] = organisations;
  return persons.length === 0 && body !== undefined && isUnit(body) ? value : null;
};

const departmentOf: Read<string> = (field) => (isDepartment(field.value) ? unitOfAuthors(field) : null);

/** Groups and commentators that sign what they wrote, told without a label. */
const group = /(?:评论员|观察员|课题组|调研组|写作组|编写组)$/;

/** `林州日报　林有禾`, `王嘉源／綜合報導`: one space parts a paper from a name, and a dash a name from where it was filed. */
function partsOf(field: Field): readonly Field[] {
  const signed = writersOfPaper(field);
  if (signed !== null) {
    const [paper, names] = signed;
    return publication.test(simplifyWords(paper.value)) && !ownPaper.test(paper.value) ? signed : [names];
  }
  const value = field.value.replace(filed, '');
  const parts = value.split(/[\s\u3000]+/);
  const isPaper = (part: string): boolean => publication.test(simplifyWords(part));
  const isRow = parts.some(isPaper) && parts.every((part) => isPaper(part) || isPersonName(part));
  return (isRow ? parts : [value]).map((part) => ({
    ...field,
    value: part,
    raw: isRow && parts.length > 1 ? part : field.raw,
  }));
}

/** The unlabelled tokens of a line by what they are; only a date or a label beside them makes them credit. */
function readTokens(fields: readonly Field[], own: readonly Field[], inBrackets: boolean) {
  const tokens = own.flatMap(partsOf);
  const persons = tokens.filter(
    ({ value }) =>
      closeUpNames(value).every(isPersonName) ||
      (group.test(value) && isSigningBody(value)) ||
      (/[\s\u3000]/.test(value) && readNamesAlone(value)?.every(isPersonName)),
  );
  const named = tokens.filter(({ value }) => publication.test(simplifyWords(value)) && !edition.test(value));
  // Date, source, author: what stands before a person is the source, known or not.
  const [person] = persons;
  const before = person && named.length === 0 ? tokens[tokens.indexOf(person) - 1] : undefined;
  const sources = before && !isDepartment(before.value) && !edition.test(before.value) ? [before] : named;
  const [second, third, ...more] = tokens;
  // Date, source, author: behind a known source a name needs no known surname, and before a name a source none of a paper's marks.
  const isNamed =
    second !== undefined && third && more.length === 0 && persons.length === 0 && hasNameForm(third.value);
  const isPair = isNamed && (second === sources[0] || isPositional(fields, second, third));
  const authors = isPair ? [third] : persons;
  if (isPair) return { authors, sources: [second], departments: [] };
  const [only] = tokens;
  // A lone token beside labels that has a name's form is the author, whatever the surname; in brackets a place (`（2006年5月11日　临川）`).
  const lone =
    !inBrackets &&
    tokens.length === 1 &&
    only &&
    persons.length === 0 &&
    named.length === 0 &&
    /^[\u3400-\u9fff]{2,3}$/.test(only.value) &&
    hasNameForm(only.value) &&
    readAuthors(only.value).persons.length > 0 &&
    !/^(?:发表|发布|刊登|上传|[昨前今]天|正文$)/.test(only.value);
  if (lone) return { authors: [only], sources: [], departments: tokens };
  return { authors, sources, departments: tokens };
}

/** `2012年06月15日　理论与实践　老耕`: a date, what may be a source and what may be a name, and no label but the page's tools. */
function isPositional(fields: readonly Field[], source: Field, name: Field): boolean {
  const [first] = fields;
  const [word, ...more] = readNameWords(name.value);
  return (
    first?.kind === null &&
    readDate(first.value) !== null &&
    fields.every(({ kind }) => kind === null || kind === 'comments' || kind === 'other' || kind === 'hits') &&
    /^[\u3400-\u9fff]{2,3}$/.test(name.value) &&
    word?.kind === 'name' &&
    more.length === 0 &&
    /^[《\u3400-\u9fff·》]{4,16}$/.test(source.value) &&
    !isDepartment(source.value) &&
    !edition.test(source.value)
  );
}

/** What parts these keywords. A stroke may stand within one (`上/下`), so that it parts them only where no other sign does. */
function keywordSign(value: string): RegExp {
  if (/[；;，,、|｜]/.test(value)) return /[；;，,、|｜]+|[\u00a0\u3000]{2,}/;
  return /[/／]/.test(value) ? /[/／]+/ : /\s+/;
}

const keywordsOf: Read<readonly string[]> = ({ value }) => {
  const words = value.split(keywordSign(value)).map((word) => word.trim());
  return words.some((word) => word !== '') ? words.filter((word) => word !== '') : null;
};

const hitsOf: Read<number> = ({ value }) => {
  const digits = value.replace(/[,，]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
};

const editorOf: Read<string> = ({ value }) => {
  const { persons, organisations } = readAuthors(value);
  return [...persons, ...organisations].join('、') || null;
};

const noCredit: Credit = {
  publishedOn: null,
  updatedOn: null,
  authors: null,
  unit: null,
  source: null,
  issue: null,
  editor: null,
  hits: null,
  keywords: null,
  abstract: null,
  column: null,
};

/** Reads a credit line, labelled or positional (Kesion: date, source, author; Boda: date, author). */
export function readCredit(line: string | readonly Field[], options: CreditOptions = {}): Credit {
  const fields = (typeof line === 'string' ? splitFields(line) : line).flatMap(fieldsOfSlot);
  const own = ofKind(fields, null).filter(({ value }) => dateOfToken(value) === null && value.length <= 30);
  // Neither a label nor a date: most lines around an essay.
  if (fields.length === own.length) return noCredit;
  const labelled = (kind: LabelKind): readonly Field[] => ofKind(fields, kind);
  const tokens = readTokens(fields, own, typeof line === 'string' && /^\s*[（(].*[）)]\s*$/.test(line));
  const sourced = [...labelled('source'), ...tokens.sources];
  const date = dateReader({ ...options, labelled: true });
  // An unlabelled date in Han numerals is a document's signature, not the day of posting.
  const tokenDate: Read<PartialDate> = ({ value }) => {
    const read = dateOfToken(value, options);
    return read?.form === 'han' ? null : (read?.value ?? null);
  };
  const posted = sourced.filter(
    ({ value }) => !readSource(value)?.issue || website.test(readSource(value)?.issue?.title ?? ''),
  );
  const publishedOn =
    firstOf(labelled('date'), date) ?? firstOf(ofKind(fields, null), tokenDate) ?? firstOf(posted, dateReader(options));
  // 发表于 2005-7-14: a source's label before a date.
  const source = firstOf(sourced, ({ value }) =>
    /^[\d\s:：./年月日-]+$/.test(value) ? null : (readSource(value)?.source ?? null),
  );
  const issue =
    firstOf(
      sourced.filter((field) => !posted.includes(field)),
      ({ value }) => readSource(value)?.issue ?? null,
    ) ?? firstOf(labelled('issue'), ({ value }) => readIssue(value, source?.value));
  const authorFields = withNamesBehind(fields, labelled('author'));
  const supplied = labelled('unit').filter(({ value }) => isPersonName(value));
  const authors =
    authorsOf(authorFields) ?? authorsOf(supplied) ?? (authorFields.length > 0 ? null : authorsOf(tokens.authors));
  return {
    publishedOn,
    updatedOn: firstOf(labelled('updated'), date),
    authors,
    unit:
      firstOf(labelled('unit'), unitOf) ??
      firstOf(authorFields, unitOfAuthors) ??
      firstOf(tokens.departments, departmentOf),
    source,
    issue,
    editor: firstOf(labelled('editor'), editorOf),
    hits: firstOf(labelled('hits'), hitsOf),
    keywords: firstOf(labelled('keywords'), keywordsOf),
    abstract: firstOf(labelled('abstract'), ({ value }) => value),
    column: firstOf(labelled('column'), ({ value }) => {
      const path = readColumn(value, options);
      return path.length > 0 ? path : null;
    }),
  };
}
