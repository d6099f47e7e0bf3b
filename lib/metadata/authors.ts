import { closeUpNames, hasNameForm, isPersonName } from '../essay/names.ts';
import { spaces, withoutSpaces } from './characters.ts';

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

/** Values that content systems set for an empty author, and words for no one. */
const noOne =
  /^(?:佚名|未知|不详|无名氏?|匿名|无|作者不详|作者|admin(?:istrator)?\d?|system|root|guest|管理员|超级管理员|系统管理员|网站管理员|网管|本站|本站原创|本网|本网站|网络|网上|互联网|转载|网络转载|原创|本站编辑|[-—*?？./\\]+|null|undefined|none|n\/a)$/i;
const roleBefore =
  /^(?:(?:本[报刊社网台]|新华社|人民日报|特约|特邀|实习|首席|见习|驻站)*(?:记者|通讯员|评论员|撰稿人|撰稿|研究员|作者)|课题组组长|课题组成员|课题负责人|课题主持人|执笔人?|主讲人?|主编|译者|编译|整理|撰文|文|图)(?:[：:/／]|(?=[\\s\\u3000])|(?=[\\u3400-\\u9fff]{2,4}$))/u;
const roleAfter =
  /(?:[（(]?(?:副?教授|副?研究员|讲师|博士后?|博士生|硕士|硕士生|研究生|先生|女士|同志|编译|整理|执笔|摄影|摄|译|著|编著|编|文|校长|等)[)）]?)$/u;
const organisation =
  /(?:[室处部科办院系馆所会局厅委校组社]|中心|办公室|评论员|编辑部|集团|公司|党支部|总支|支队|大队|基地|智库|讲师团|理论网|观察员)$/u;
const department = /(?:[室处部科办院系馆]|中心)$/u;
/** Bodies that write: they sign an essay, and no department that posted it. */
const signing = /(?:组|编辑部|评论员|观察员)$/u;

/** True for the name of a department that posts pages (教研室, 组织处): on the author's slot it is the unit, not the author. */
export function isDepartment(text: string): boolean {
  return department.test(text) && !signing.test(text);
}

/** Cuts the affiliations in brackets out of a value; a nation before a name (`[美]约翰`) stays. */
function cutAffiliations(value: string): { readonly rest: string; readonly affiliations: readonly string[] } {
  const affiliations: string[] = [];
  const rest = value.replace(/(^|.)[（(]([^（）()]{1,60})[)）]/gsu, (all, before: string, inside: string) => {
    if (/^[\u3400-\u9fff]{1,2}$/u.test(inside.trim()) && (before === '' || /[\s、,，;；]/.test(before))) return all;
    affiliations.push(inside.trim());
    return `${before} `;
  });
  return { rest, affiliations };
}

const listSign = /[、，,；;/／&＆|｜]+|\s(?:and|和|与|及)\s/u;

/** `张三和李四` is two persons, 李和平 is one. */
function splitPair(part: string): string[] {
  const pair = /^([\u3400-\u9fff]{2,4})[和与及]([\u3400-\u9fff]{2,4})$/u.exec(part);
  if (!pair || isPersonName(part)) return [part];
  const both = [pair[1] ?? '', pair[2] ?? ''];
  return both.every(isPersonName) ? both : [part];
}

interface Stripped {
  readonly name: string;
  readonly roles: readonly string[];
}

function stripRoles(part: string): Stripped {
  const roles: string[] = [];
  let name = part.trim();
  for (let match = roleBefore.exec(name); match && name.length > match[0].length; match = roleBefore.exec(name)) {
    roles.push(match[0].replace(/[：:/／]$/, ''));
    name = name.slice(match[0].length).trim();
  }
  for (let match = roleAfter.exec(name); match; match = roleAfter.exec(name)) {
    const rest = name.slice(0, match.index).trim();
    const plain = withoutSpaces(rest);
    // 张编 and 李文 are whole names: a suffix leaves two characters at least.
    if (
      plain.length < 2 ||
      (match[0].length === 1 && match[0] !== '等' && plain.length < 3 && !/\s$/.test(name.slice(0, match.index)))
    )
      break;
    if (!['同志', '等', '先生', '女士'].includes(match[0])) roles.push(match[0].replace(/[（()）]/g, ''));
    name = rest;
  }
  return { name, roles };
}

/** Reads an author label's value. 佚名, admin, 本站 and their like give no one. */
export function readAuthors(value: string): Authors {
  const { rest, affiliations } = cutAffiliations(value.slice(0, 400));
  const persons: string[] = [];
  const organisations: string[] = [];
  const roles: string[] = [];
  let truncated = false;
  const take = (text: string): void => {
    const cut = /(?:…+|\.{2,})$/.exec(text);
    const name = text.replace(/(?:…+|\.{2,})$/, '').replace(/^[:：\s]+|[:：\s。.]+$/g, '');
    if (name === '' || noOne.test(name)) return;
    if (cut) truncated = true;
    if (!cut && !isPersonName(name) && organisation.test(name) && name.length > 2) organisations.push(name);
    else persons.push(cut ? `${name}…` : name);
  };
  for (const part of rest.split(listSign).flatMap((item) => splitPair(item.trim()))) {
    const { name, roles: own } = stripRoles(part);
    roles.push(...own);
    for (const item of namesOf(name)) take(item);
  }
  return {
    persons: [...new Set(persons)],
    organisations: [...new Set(organisations)],
    roles: [...new Set(roles)],
    affiliations,
    truncated,
    raw: value,
  };
}

/** A part between list signs: Chinese names stand side by side, a Latin name or a body keeps its spaces. */
function namesOf(part: string): readonly string[] {
  if (part === '') return [];
  if (/^[\p{Script=Latin}.'’\s-]+$/u.test(part)) return [part.replace(/\s+/g, ' ')];
  return closeUpNames(part).flatMap((name) => {
    const { name: bare } = stripRoles(name);
    return [bare];
  });
}

/** Names on a bare line: at most so many, by what portals show. */
const mostNames = 4;
const headings =
  /^(?:前言|引言|导言|导论|绪论|绪言|序言?|结语|结束语|后记|余论|摘要|提要|正文|目录|附录|注释|小结|总结|结论)$/u;

/**
 * True for a line that holds one to four names and nothing else, as stands between title and body on hand-written portals.
 * Each has to have a known surname, for short headings stand there too.
 */
export function isBareByline(line: string): boolean {
  const text = line.replace(new RegExp(`^[${spaces}（(]+|[${spaces}）)]+$`, 'g'), '');
  const han = withoutSpaces(text);
  if (han.length < 2 || han.length > 16 || text.length > 40 || headings.test(han)) return false;
  if (!/^[\u3400-\u9fff\s、，,；;·•・/\u00a0\u3000]+$/u.test(text)) return false;
  const names = text.split(/[、，,；;/]/).flatMap((part) => closeUpNames(part));
  return names.length > 0 && names.length <= mostNames && names.every(isPersonName);
}

/** True for a value that a label already says is a name: the form of a name, rare surnames and pen names too. */
export function mayBeAuthor(text: string): boolean {
  return hasNameForm(withoutSpaces(text));
}
