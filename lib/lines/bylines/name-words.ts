import { isOffice, isPlainOffice, officeBefore } from '../../text/offices.ts';
import { closeUpNames, isPersonName, isSpacedName } from '../../text/person-names.ts';
import { simplifyWords } from '../../text/traditional.ts';
import { isToolLine } from '../boilerplate.ts';
import { missingLetter } from '../images/letter-images.ts';
import { kindOfLabel } from '../labels.ts';
import { isBody } from './bodies.ts';
import { isRole, roleBefore, roleBehind } from './name-roles.ts';

/** A word of an author's slot, and what it is. */
export interface NameWord {
  /** `office`: what a person is, told before or behind the name. `nobody`: accounts, placeholders, words of the page. */
  readonly kind: 'name' | 'role' | 'office' | 'body' | 'nobody';
  readonly text: string;
  /** True for a name with a known surname, or of parts that sound like one. */
  readonly certain: boolean;
}

/** Values that content systems set for an empty author, and words for no one. */
const noOne =
  /^(?:佚名|(?:作者)?(?:未知|不详)|无名氏?|匿名|暂?无|未填写|admin(?:istrator)?\d?|system|root|guest|webmaster|master|editor|test|user|(?:超级|系统|网站)?管理员|网管|本(?:站|网站?|校)(?:原创|编辑)?|网上|互联网|网友|(?:网络)?转载|网络|原创|[-—*?？./\\…]+|null|undefined|none|n\/a)$/i;
/** What columns and documents are called; long names of nobody end so. */
const matters =
  /(?:工作|报道|新闻|要闻|动态|通知|公告|公示|简讯|快讯|简报|信息|文件|专题|专栏|栏目|园地|天地|论坛|之窗|学习|一学|一课|一讲|研究|建设|教育|活动|会议|精神|培训|管理|服务|宣传|调研|科研|教学|理论|实践)$/u;
/** Latin letters, digits and signs. */
const ascii = /^[\x21-\x7e]+(?:\s+[\x21-\x7e]+)*$/;
/** A Latin name: two capitalised words or more, or one that is capitalised and no abbreviation. Accounts are written otherwise. */
const latinName =
  /^\p{Lu}[\p{Script=Latin}.'’-]*(?:\s+(?:\p{Lu}|de\s|van\s|von\s)[\p{Script=Latin}.'’-]*)+$|^\p{Lu}\p{Ll}{2,}$/u;
/** `[英]霍布斯鲍姆`: who is told to be of another nation needs no surname. */
const ofNation =
  /^[［[（(〔【][美英法德日俄苏韩意印加澳奥荷瑞波匈捷古][\u3400-\u9fff]{0,3}[］\])）〕】][\u3400-\u9fff·]{2,12}$/;
const figures = /[\d①-⑨*＊※†‡]+$/;
const ellipsis = /(?:…+|\.{2,})$/;

const word = (kind: NameWord['kind'], text: string, certain = false): NameWord => ({ kind, text, certain });

/** True for an account or a placeholder: 佚名, admin, jwc2. */
export const isPlaceholder = (text: string): boolean =>
  noOne.test(text) || !/\p{L}/u.test(text) || (ascii.test(text) && !latinName.test(text));

/** True for what stands in an author's slot and is no person: a placeholder, a label, a word of the menu. */
function isNobody(text: string): boolean {
  if (isPlaceholder(text) || text.length < 2 || kindOfLabel(text) !== null) return true;
  return isToolLine(text) || (matters.test(text) && !isPersonName(text));
}

/** What one word without spaces and list signs says: mostly one thing; `武汉大学历史学院郭伦` is a body and a name. */
export function readNameWord(given: string): readonly NameWord[] {
  const text = given.replace(/^[:：\s。○□■◎●◆◇★☆△▲▼▽※]+|[:：\s。]+$/g, '');
  if (text === '') return [];
  if (ellipsis.test(text)) return /^[^…\d]*\p{L}/u.test(text) ? [word('name', text.replace(ellipsis, '…'))] : [];
  const bare = /\p{Script=Han}/u.test(text) ? text.replace(figures, '') : text;
  // A letter that is set as a picture counts as some Han character.
  const plain = simplifyWords(bare).replaceAll(missingLetter, '\u9fff');
  const parts = partsOf(plain);
  // Mirrors write names and roles in traditional characters: what is read from the plain form is given as it stands.
  return parts.map((part) => ({
    ...part,
    text: part.kind === 'name' || part.kind === 'body' ? asWritten(part.text, plain, bare) : part.text,
  }));
}

const asWritten = (part: string, plain: string, bare: string): string => {
  const at = plain.indexOf(part);
  return at < 0 ? part : bare.slice(at, at + part.length);
};

function partsOf(text: string): readonly NameWord[] {
  if (isRole(text)) return [word('role', text)];
  const titled = readTitled(text);
  if (titled) return titled;
  if (isOffice(text)) return [word('office', text)];
  if (isPersonName(text) && !/[等摄]$|·.*[著译]$/.test(text)) return [word('name', text, true)];
  const opened = roleBefore(text);
  const rest = opened === '' ? [] : partsOf(text.slice(opened.length));
  if (rest[0]?.kind === 'name' && rest[0].certain) return [word('role', opened), ...rest];
  const closed = roleBehind(text);
  if (closed !== '') return [...partsOf(text.slice(0, -closed.length)), word('role', closed)];
  if (ofNation.test(text)) return [word('name', text, true)];
  return readCompound(text) ?? [plainWord(text)];
}

/** A body, nobody, or a name of no known surname. */
function plainWord(text: string): NameWord {
  if (isBody(text)) return word('body', text);
  return isNobody(text) ? word('nobody', text) : word('name', text, latinName.test(text) && /\s/.test(text));
}

/** `王芳副教授` */
function readTitled(text: string): readonly NameWord[] | null {
  const size = [2, 3].find((length) => isPersonName(text.slice(0, length)) && isPlainOffice(text.slice(length)));
  return size === undefined ? null : [word('name', text.slice(0, size), true), word('office', text.slice(size))];
}

/** A name glued behind what its bearer is: `县长夏福卿`, `临江师范大学历史学院郭伯年`. */
function readCompound(text: string): readonly NameWord[] | null {
  const office = officeBefore(text);
  if (office && isPersonName(office.rest)) return [word('office', office.office), word('name', office.rest, true)];
  for (const size of [4, 3, 2]) {
    const [body, name] = [text.slice(0, -size), text.slice(-size)];
    if (body.length >= 3 && isPersonName(name) && isBody(body)) return [word('body', body), word('name', name, true)];
  }
  return null;
}

/** The words of a stretch without list signs: Chinese names stand side by side, spaced or not, a Latin one keeps its spaces. */
export function readNameWords(stretch: string): readonly NameWord[] {
  if (/^[\p{Script=Latin}.'’\s-]+$/u.test(stretch)) return readNameWord(stretch.replace(/\s+/g, ' ').trim());
  return closeUpNames(stretch).flatMap((part) =>
    isSpacedName(part) && !stretch.includes(part) ? [word('name', part, true)] : splitPair(part).flatMap(readNameWord),
  );
}

/** `张三和李四` is two persons, 李和平 is one. */
function splitPair(part: string): readonly string[] {
  const [, first = '', second = ''] = /^([\u3400-\u9fff]{2,4})[和与及]([\u3400-\u9fff]{2,4})$/u.exec(part) ?? [];
  return !isPersonName(part) && isPersonName(first) && isPersonName(second) ? [first, second] : [part];
}
