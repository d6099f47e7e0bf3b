import { spaces, withoutSpaces } from '../../text/characters.ts';
import { closeUpNames, hasNameForm, isPersonName } from '../../text/person-names.ts';
import { stripRoles } from './author-roles.ts';

/** Who signs an essay. */
export interface Authors {
  readonly persons: readonly string[];
  /** Bodies in the author's slot: 课题组, 教研室, 编辑部 … */
  readonly organisations: readonly string[];
  /** 本报记者, 特约评论员, 编译 … as written. */
  readonly roles: readonly string[];
  /** What stood in brackets behind names: 宁波市委党校. */
  readonly affiliations: readonly string[];
  /** True when the page cut the value short (`张晓…`); the cut name keeps its `…`. */
  readonly truncated: boolean;
  readonly raw: string;
}

/** Longer values are sentences, not lists of names. In characters. */
const longestValue = 400;
/** Values that content systems set for an empty author, and words for no one. */
const noOne =
  /^(?:佚名|未知|不详|无名氏?|匿名|无|暂无|作者不详|admin(?:istrator)?\d?|system|root|guest|webmaster|管理员|超级管理员|系统管理员|网站管理员|网管|本站|本站原创|本站编辑|本网站?|网络|网上|互联网|转载|网络转载|原创|[-—*?？./\\]+|null|undefined|none|n\/a)$/i;
const organisation =
  /(?:[室处部科办院系馆会局厅委校组社]|中心|研究所|办公室|评论员|观察员|编辑部|集团|公司|支部|总支|支队|大队|基地|智库|讲师团)$/u;
const department = /(?:[室处部科办院系馆]|中心|研究所)$/u;
/** Bodies that write: they sign an essay, and are no department that posted it. */
const signing = /(?:组|编辑部|评论员|观察员)$/u;
const listSign = /[、，,；;/／&＆|｜]+|\s(?:and|和|与|及)\s/u;
const photographer = /(?:^|[\s\u3000、，,；;])(?:图|摄影)[：:／/]\s*[^\s\u3000、，,；;]+/gu;
const ellipsis = /(?:…+|\.{2,})$/;

/** True for the name of a department that posts pages (教研室, 组织处): in the author's slot it is the unit, not the author. */
export function isDepartment(text: string): boolean {
  return department.test(text) && !/[顶底全上下内外]部$/.test(text) && !signing.test(text) && !isPersonName(text);
}

/** Cuts the affiliations in brackets out of a value; a nation before a name (`（美）约翰`) stays. */
function cutAffiliations(value: string): { readonly rest: string; readonly affiliations: readonly string[] } {
  const affiliations: string[] = [];
  const rest = value.replace(/(^|.)[（(]([^（）()]{1,60})[)）]/gsu, (all, before: string, inside: string) => {
    if (/^[\u3400-\u9fff]{1,3}$/u.test(inside.trim()) && /^[\s\u3000、,，;；]?$/u.test(before)) return all;
    affiliations.push(inside.trim());
    return `${before} `;
  });
  return { rest, affiliations };
}

/** `张三和李四` is two persons, 李和平 is one. */
function splitPair(part: string): readonly string[] {
  const [, first = '', second = ''] = /^([\u3400-\u9fff]{2,4})[和与及]([\u3400-\u9fff]{2,4})$/u.exec(part) ?? [];
  return !isPersonName(part) && isPersonName(first) && isPersonName(second) ? [first, second] : [part];
}

/** The names of a part between list signs: Chinese ones stand side by side, a Latin one keeps its spaces. */
function namesOf(part: string): readonly string[] {
  const latin = /^[\p{Script=Latin}.'’\s-]+$/u.test(part);
  return latin ? [part.replace(/\s+/g, ' ')] : closeUpNames(part);
}

/** Reads an author label's value. 佚名, admin, 本站 and their like give no one. */
export function readAuthors(value: string): Authors {
  const { rest, affiliations } = cutAffiliations(value.slice(0, longestValue));
  const slashes = rest.replace(photographer, ' ').replace(/(^|[\s\u3000])(文|图文|撰文|编译)[／/]/gu, '$1$2：');
  const signatures = slashes
    .split(listSign)
    .flatMap((part) => splitPair(part.trim()))
    .flatMap((part) => {
      const whole = stripRoles(part);
      return [{ name: '', roles: whole.roles }, ...namesOf(whole.name).map(stripRoles)];
    });
  const roles = signatures.flatMap((signature) => signature.roles);
  const names = signatures
    .map(({ name }) => name.replace(/^[:：\s]+|[:：\s。]+$/g, ''))
    .filter((name) => name !== '' && !noOne.test(name.replace(ellipsis, '') || '-'));
  const isBody = (name: string): boolean =>
    !ellipsis.test(name) && name.length > 2 && organisation.test(name) && !isPersonName(name);
  const persons = names.filter((name) => !isBody(name)).map((name) => name.replace(ellipsis, '…'));
  const signed = persons.length > 0 ? [] : roles.filter((role) => signing.test(role));
  const organisations = [...names.filter(isBody), ...(names.length > 0 ? [] : signed)];
  return {
    persons: [...new Set(persons)],
    organisations: [...new Set(organisations)],
    roles: [...new Set(roles)],
    affiliations,
    truncated: names.some((name) => ellipsis.test(name)),
    raw: value,
  };
}

/** Names on a bare line: at most so many, by what portals show, and none in more characters. */
const most = { names: 4, characters: 16, withSpaces: 40 } as const;
const edges = new RegExp(`^[${spaces}（(]+|[${spaces}）)]+$`, 'g');
const namesOnly = new RegExp(`^[\\u3400-\\u9fff${spaces}、，,；;·•・/]+$`, 'u');

/**
 * True for a line that holds one to four names and nothing else, as stands between title and body on hand-written portals.
 * Each has to have a known surname, for short headings stand there too.
 */
export function isBareByline(line: string): boolean {
  if (line.length > most.withSpaces * 2) return false;
  const text = line.replace(edges, '');
  const size = withoutSpaces(text).length;
  if (size < 2 || size > most.characters || text.length > most.withSpaces || !namesOnly.test(text)) return false;
  const names = text.split(/[、，,；;/]/).flatMap(closeUpNames);
  return names.length > 0 && names.length <= most.names && (names.every(isPersonName) || isNameList(names));
}

/** Several names of which one has an uncommon surname: `赵延东、风笑天`. */
const isNameList = (names: readonly string[]): boolean =>
  names.length > 1 && names.some(isPersonName) && names.every((name) => hasNameForm(name) && name.length <= 3);
