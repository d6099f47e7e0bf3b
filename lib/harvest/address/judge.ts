import { readPageNumbers } from '../../listing/page-number.ts';
import { families } from '../../portals/cms/families.ts';
import { dateOfUrl } from '../../text/date-of-url.ts';
import {
  document,
  essayFileName,
  essayParameter,
  listFolder,
  listName,
  listParameter,
  newsFolder,
  noPage,
  toolFolder,
  toolName,
} from './name-patterns.ts';
import { mayBePage } from './page-type.ts';
import { kindBySchool } from './school-patterns.ts';
import { shapeOf } from './shape.ts';

/** What stands behind an address, as far as it tells itself: an essay, most likely; a list of articles; neither. */
export type AddressKind = 'essay' | 'list' | 'other';

/**
 * What an address is judged by: `family` a CMS's own pattern, `school` a known school's, `listed` a list page that names it, `shape`
 * others of its shape that lists name, `size` its records beside those of its shape, `name` the words in it, `date` the day in its path,
 * `type` what the index says that it is.
 */
export type JudgedBy = 'family' | 'school' | 'listed' | 'shape' | 'size' | 'name' | 'date' | 'type';

/** A judgement of an address. */
export interface AddressJudgement {
  readonly kind: AddressKind;
  readonly by: JudgedBy;
  /** The page of the essay or list that it is, from 1. */
  readonly page: number;
  /** Year of the essay as the address tells it; null where it does not. */
  readonly year: number | null;
}

/** What lists have told of a site: shapes of addresses that they name as articles. */
export interface KnownShapes {
  readonly essays: ReadonlySet<string>;
}

/** Static pages of any maker end so: such a pattern says nothing. */
const telling = families.filter(({ id }) => id !== 'frontpage');
const nothingKnown: KnownShapes = { essays: new Set() };
const earliestYear = 1994;

/**
 * Judges a folded address before anything is fetched. `mimetype` as the index has it, '' where it tells none. Families' and
 * schools' own patterns go before the words in it; what lists have told before both.
 */
export function judgeAddress(folded: string, mimetype = '', known: KnownShapes = nothingKnown): AddressJudgement {
  const parts = partsOf(folded);
  const page = pageOf(folded, parts);
  const judged = (kind: AddressKind, by: JudgedBy): AddressJudgement => ({ kind, by, page, year: yearOf(folded) });
  if (isOtherType(mimetype, parts)) return judged('other', 'type');
  if (isTool(parts)) return judged('other', 'name');
  if (known.essays.has(shapeOf(folded))) return judged('essay', 'shape');
  const bySchool = kindBySchool(folded);
  if (bySchool !== null) return judged(bySchool, 'school');
  if (isListByName(parts)) return judged('list', 'name');
  if (isNewsByFolder(parts)) return judged('other', 'name');
  if (telling.some(({ address }) => address.test(folded))) return judged('essay', 'family');
  const kind = kindByName(parts);
  if (kind !== 'other') return judged(kind, 'name');
  return judged(yearOf(folded) !== null && isPageName(parts) && /\d/.test(parts.stem) ? 'essay' : 'other', 'date');
}

interface Parts {
  readonly folders: readonly string[];
  /** The file's name without its ending; '' for a folder's own page. */
  readonly stem: string;
  /** The file's ending with its point; '' where it has none. */
  readonly ending: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

function partsOf(folded: string): Parts {
  const [, path = '', query = ''] = /^http:\/\/[^/]*\/?([^?]*)\??(.*)$/s.exec(folded) ?? [];
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const [, stem = file, ending = ''] = /^(.*?)(\.[a-z]\w{0,5})?$/s.exec(file) ?? [];
  const parameters = query
    .split('&')
    .filter((part) => part !== '')
    .map((part): readonly [string, string] => {
      const [name = '', value = ''] = part.split(/=(.*)/s);
      return [name, value];
    });
  return { folders, stem, ending, parameters };
}

function isOtherType(mimetype: string, { stem, ending, parameters }: Parts): boolean {
  const isFile = noPage.test(stem + ending) || document.test(stem + ending);
  if (isFile && parameters.length === 0) return true;
  return !mayBePage(mimetype);
}

/** Words of a name stand between signs that part them, or before the number that ends it: `print_697.html`, `about3.asp`. */
const isTool = ({ folders, stem, parameters }: Parts): boolean =>
  folders.some((folder) => toolFolder.test(folder)) ||
  toolName.test(stem) ||
  toolName.test(stem.replace(/[-_]?\d+$/, '')) ||
  parameters.some(([name, value]) => /^(?:action|act|do|op|job)$/.test(name) && toolName.test(value));

/** The folder next to the file that has a name: others above it may be a section of the site, days and numbers stand between. */
const isNewsByFolder = ({ folders }: Parts): boolean =>
  newsFolder.test(folders.findLast((folder) => /^[a-z][a-z_-]+\d?$/.test(folder) && folder !== 'content') ?? '');

const numberFor = ({ parameters }: Parts, wanted: RegExp): string | undefined =>
  parameters.find(([name, value]) => wanted.test(name) && /^[\da-f-]*\d[\da-f-]*$/.test(value))?.[1];

const hasListParameter = ({ parameters }: Parts): boolean =>
  parameters.some(([name, value]) => value !== '' && (listParameter.test(name) || pageParameter.test(name)));

/** PHPCMS shows all by one file: `a=show` is an article, `a=lists` a column. Boda names both column and article. */
function isListByName(parts: Parts): boolean {
  const { folders, stem, ending, parameters } = parts;
  const action = parameters.find(([name]) => name === 'a')?.[1] ?? '';
  if (action !== '') return /^(?:lists?|category|index)$/.test(action);
  if (/[?&]urltype=(?:news\.newscontenturl)/i.test(`?${parameters.map((one) => one.join('=')).join('&')}`))
    return false;
  if (stem === '')
    return parameters.length === 0 || (numberFor(parts, essayParameter) === undefined && hasListParameter(parts));
  // Folding takes the stroke off a folder's address.
  if (ending === '' && parameters.length === 0 && !/\d{2,}/.test(stem)) return true;
  if (folders.some((folder) => listFolder.test(folder)) && /^(?:index|list|default|\d+|col\d+)/.test(stem)) return true;
  // `list_12_2.html`, `index_3.shtml`, `newslist.asp?id=4`; `index.asp?id=5` may show anything.
  const isList = listName.test(stem) || listName.test(stem.replace(/(?:[-_]\d+)+$/, ''));
  const isFolderPage = /^(?:index|default|main|home)/.test(stem);
  if (isList) return !(isFolderPage && isDynamic(ending) && numberFor(parts, essayParameter) !== undefined);
  return isDynamic(ending) && numberFor(parts, essayParameter) === undefined && hasListParameter(parts);
}

const isDynamic = (ending: string): boolean =>
  /^(?:\.(?:asp|aspx|php\d?|jsp|jspx|do|cgi|action|cfm|dll|pl|ashx))?$/.test(ending);
const isPageName = ({ ending }: Parts): boolean =>
  /^(?:\.(?:s?html?|asp|aspx|php\d?|jsp|psp|xhtml|mht))?$/.test(ending);

/** By the words of its name and its numbers alone. */
function kindByName(parts: Parts): AddressKind {
  const { folders, stem, ending } = parts;
  if (!isPageName(parts) && !isDynamic(ending)) return 'other';
  const id = numberFor(parts, essayParameter);
  if (id !== undefined && isDynamic(ending)) return 'essay';
  // `/Article/Detail/65173`, `/news/697.html`: a number below a word for articles.
  const numbered = /^(?:[a-z]+[-_]?)?\d{2,}(?:[-_]\d+)*$/.test(stem) || /^[a-z]+(?:[-_]\d+)+$/.test(stem);
  if (numbered && folders.some((folder) => essayFileName.test(folder) || /^\d{4,8}$/.test(folder))) return 'essay';
  if (numbered && /^\.s?html?$/.test(ending) && folders.some((folder) => folder !== '')) return 'essay';
  return /^\d{3,}$/.test(stem) && /^\.s?html?$/.test(ending) ? 'essay' : 'other';
}

const pageParameter = /^(?:page(?:_?(?:no|num|index|id))?|p|pn|pg|(?:i|the|current|to|cur)page)$/;

/** The page that an address names: of an essay by its suffix or parameter, of a list by its parameter. */
function pageOf(folded: string, { parameters }: Parts): number {
  const named = parameters.find(([name, value]) => pageParameter.test(name) && /^\d{1,4}$/.test(value))?.[1];
  if (named !== undefined) return Math.max(1, Number(named));
  const suffix = readPageNumbers(folded).find(({ written }) => written);
  // `12_2.html` may be essay 2 of column 12: a small number behind a long one is a page.
  const [, id = '', number = ''] = /(\d+)[-_](\d{1,2})\.\w+$/.exec(folded) ?? [];
  return suffix !== undefined && id.length > 2 && Number(number) >= 2 ? Number(number) : 1;
}

function yearOf(folded: string): number | null {
  const year = Number(dateOfUrl(folded)?.value.slice(0, 4) ?? Number.NaN);
  return year >= earliestYear ? year : null;
}
