import {
  attributeOf,
  childrenOf,
  closest,
  contains,
  parentElementOf,
  previousElementOf,
  query,
  tagOf,
  textOf,
} from '../../dom/tree.ts';
import { withoutSpaces } from '../../text/characters.ts';
import { onceAText } from '../../text/once-a-text.ts';
import { closeUpNames, hasNameForm, isPersonName } from '../../text/person-names.ts';
import { opensTail } from '../boilerplate.ts';
import { type Line, onceALine } from '../line.ts';
import { readPublicationLine } from '../publication-line.ts';
import { type Authors, readAuthors } from './authors.ts';
import { isSigningBody } from './bodies.ts';
import { isReporting } from './name-roles.ts';
import { readNameWords } from './name-words.ts';

/** A byline names at most so many persons; with their bodies and roles it is no longer than this. In characters without spaces. */
const most = { names: 5, characters: 50 } as const;
/** What stands alone between title and body and is no name, though a centred line may look like one; common words, labels and tools apart, which are known. */
const headings =
  /^(?:前言|引言|引子|序言?|导言|绪论|结语|结论|目录|题记|按语|正文|概述|背景|现状|对策|建议|后记|附记|附录|注释|说明|前因|后果|[上下中]篇|主页)$/;
/** Marks and dashes that hand-written pages set before a name. */
const marks = /^[\s\u3000○□■◎●◆◇★☆△▲▼▽※＊*·•◯〇–—―─-]+/;
/** `By 林有禾` */
const by = /^by[\s:：]+/i;
/** `——访省委党校教授袁明`, `——怀念周立同志`: a subtitle, which names whom the essay is about. */
const subtitle = /^[\s\u3000]*[—–―─-]+\s*(?:[专采]?访|[追悼记评读致忆]|怀念|纪念|缅怀|献给|写给|回忆)/;
/** Marks, and a student's number (`学号：23`). */
const marksBehind = /(?:\s*学\s*号\s*[:：]?\s*\d+|[\s\u3000○□■◎●◆◇★☆△▲▼▽※·•]+)$/;
/** `林有禾 LIN Youhe` */
const pinyin = /(?<=[\u3400-\u9fff])\s+[（(]?[A-Z][A-Za-z]+(?:[\s-][A-Z][a-z]+){0,2}[）)]?$/;
/** `◎林有禾　◎王芳` */
const marksBetween = /[\s\u3000]+[○□■◎●◆◇★☆△▲▼▽※]/g;
const figures = /[\d①-⑨*＊※]+(?=[，,、；;）)\s]|$)/g;
const outer = /^[（(【［[〔]([^（(）)]*)[）)】］\]〕]$/u;
/** `中廣新聞／陳奕華`: for whom. */
const paper = /^[\u3400-\u9fff]{2,6}(?:新[闻聞]|[报報社网網台])\s*[/／╱]/u;
/** `記者王芳／台北報導`: where the report was filed. */
export const filed = /[\s/／╱]+[\u3400-\u9fff]{2,6}(?:报道|報導|電|电)$/u;
const nation = /^[[［(（〔【][\u3400-\u9fff]{1,4}[\]］)）〕】]\s*/;
/** Signs of names, roles and bodies; a sentence has others. */
const plain = /^[\u3400-\u9fff〓\d\p{Script=Latin}.'’·•・、，,；;：:／/|｜&＆\s\u3000（()）［[\]］〔〕【】《》“”]+$/u;

/** Without figures that lead to notes, marks in front, and brackets around it all. */
function bareOf(text: string): string {
  const unmarked = text
    .replace(marks, '')
    .replace(by, '')
    .replace(marksBehind, '')
    .replace(pinyin, '')
    .replace(marksBetween, '　')
    .replace(figures, '')
    .trim();
  return (outer.exec(unmarked)?.[1] ?? unmarked).trim().replace(filed, '').replace(paper, '');
}

const namesOf = ({ persons, organisations }: Authors): readonly string[] => {
  const signed = persons.length > 0 ? persons : organisations.filter(isSigningBody);
  return signed.map((name) => name.replace(nation, ''));
};

/**
 * The names of a text that is names and nothing else, with what tells of them: roles, offices, bodies. `市委党校　王建国`,
 * `（林有禾 王芳）`, `○ 林有禾`, `本报记者 林有禾`, `刘向东（洛阳市委党校）`. Each word has to be known, a person by the surname;
 * beside a reporter's role, or another name, one without a known surname will do. Null for any other text.
 */
export const readNamesAlone = onceAText((text): readonly string[] | null => {
  const bare = bareOf(text);
  const size = withoutSpaces(bare).length;
  if (size < 2 || size > most.characters || !plain.test(bare) || !/\p{Script=Han}/u.test(bare)) return null;
  if (opensTail(text) || subtitle.test(text) || !isRoleBeforeColon(bare)) return null;
  const authors = readAuthors(bare);
  const names = namesOf(authors);
  if (names.length === 0 || names.length > most.names) return null;
  const own =
    authors.persons.length > 0
      ? authors.organisations.length === 0
      : authors.roles.every((role) => names.includes(role));
  if (!own) return null;
  if (authors.certain) return names;
  const known = authors.roles.some(isReporting) || (names.length > 1 && names.some(isPersonName));
  return known && isAllNames(bare, authors) ? names : null;
});

/** A day as people write it beside a name: in figures, with two digits of the year too, or in Han numerals; `2006年5月11日于清河` tells a place. */
const day =
  /(?<!\d)(?:(?:19|20)\d\d年\d{1,2}月|(?:19|20)?\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?|[一二三四五六七八九〇○零]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)(?![^\s）)])/;
/** Names and a day are no longer. In characters. */
const longestSigned = 40;

/**
 * The names of a line that signs an essay with its day and says nothing else: `王建国　二〇〇六年五月八日`, `王芳 06-05-08`,
 * `市委党校办公室　郭小敏　2011-01-17`. Null for any other text.
 */
export const readSignedDate = (text: string): readonly string[] | null =>
  text.length <= longestSigned && day.test(text) ? readNamesAlone(text.replace(day, '').trim()) : null;

/** `人物：季克良`: what a colon announces has to be a role, or a body. Of one in brackets (`王芳（单位：市委党校）`) nothing hangs. */
const isRoleBeforeColon = (bare: string): boolean =>
  !/^[^（(]*[:：]/.test(bare) || readAuthors(bare.replace(/[:：].*/su, '')).persons.length === 0;

/** True when uncertain words have a name's form and nothing was left out as nobody's. */
function isAllNames(bare: string, { persons, roles, affiliations }: Authors): boolean {
  const said = [...persons, ...roles, ...affiliations].join('').length;
  const left = bare.replace(/[^\p{L}·•・]/gu, '').length - said;
  return left <= 0 && persons.every((name) => name.length <= 3 && hasNameForm(name));
}

/**
 * The names of a line between title and body that gives authors and nothing else; null for another line. A centred line may do
 * without a known surname. A link, a cell of several and the head of a table name nobody. `next` is the line below.
 */
export function readBylineLine(line: Line, next?: Line): readonly string[] | null {
  if (line.linkSize > 0 || line.size > most.characters || isOfRow(line)) return null;
  const names = readNamesAlone(line.text) ?? namesOfPublication(line.text);
  if (names) return names;
  const bare = bareOf(line.text);
  // `（节选）`: a name that nothing announces stands in no brackets.
  if (outer.test(line.text.trim())) return null;
  if ((!isCentred(line.block) && !isCentredAlone(line, next)) || isCaption(line)) return null;
  const parts = bare.split(/[、，,；;]+/).flatMap(closeUpNames);
  return parts.length <= most.names && parts.every(isPenName) ? parts : null;
}

/** The words below a picture, though they may sound like a name: 教学楼. */
const isCaption = ({ block }: Line): boolean =>
  query(block, 'img') !== null || query(previousElementOf(block), 'img') !== null;

/** True for a line that gives authors and nothing else. */
export const isBylineLine = (line: Line, next?: Line): boolean =>
  next === undefined ? isBylineAlone(line) : readBylineLine(line, next) !== null;

const isBylineAlone = onceALine((line) => readBylineLine(line) !== null);

function isPenName(text: string): boolean {
  const [word, ...more] = readNameWords(text);
  return (
    more.length === 0 &&
    word?.kind === 'name' &&
    /^[\u3400-\u9fff]{2,3}$/.test(text) &&
    hasNameForm(text) &&
    !headings.test(text)
  );
}

/** `《学习时报》2004年第3期　郝卫` */
function namesOfPublication(text: string): readonly string[] | null {
  const names = readPublicationLine(text)?.names;
  return names ? readNamesAlone(names) : null;
}

/** The head of a table, or one of several cells or items side by side: a menu's word, not a byline. */
export function isOfRow({ block }: Line): boolean {
  if (tagOf(block) === 'TH') return true;
  const row = /^(?:TD|LI)$/.test(tagOf(block)) ? parentElementOf(block) : null;
  return row !== null && [...childrenOf(row)].some((other) => other !== block && (textOf(other) ?? '').trim() !== '');
}

/** Centred by an element around it that does not hold the text below: a whole poem may be centred. */
function isCentredAlone({ block }: Line, next: Line | undefined): boolean {
  const around = closest(
    block,
    'center, [align="center" i], [style*="text-align:center"], [style*="text-align: center"]',
  );
  return around !== null && next !== undefined && !contains(around, next.block);
}

function isCentred(block: Element): boolean {
  if (tagOf(block) === 'CENTER') return true;
  const style = attributeOf(block, 'style') ?? '';
  return attributeOf(block, 'align')?.toLowerCase() === 'center' || /text-align\s*:\s*center/i.test(style);
}
