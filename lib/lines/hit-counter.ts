import { spaces } from '../text/characters.ts';

const gap = `[${spaces}]{0,6}`;
const verb = '(?:浏览|瀏覽|阅读|閱讀|点击|點擊|查看|访问|阅览)';
const lead = '(?:本[条篇则页文]?(?:信息|文章|新闻|页面|文)?)?(?:已经?|总?共|累计){0,2}[被有]{0,2}';
const number = `(?<number>\\d[\\d,，]{0,11})`;
const unit = `(?:人次|次|人)?`;

/** `本信息共浏览：697次`, `浏览(155)`, `本条信息已被查看了155次`; the number may be missing behind the colon, where a script writes it. */
const counted = `${lead}${verb}(?:次数|人数|[量数率次])?[过了]?${gap}(?:[(（[]?${gap}${number}|[：:∶]${gap}[(（[]?${gap}(?:${number.replace('number', 'late')})?)${gap}${unit}${gap}[)）\\]]?`;
/** `已有697人阅读`, `共 12 人次浏览`. */
const readers = `(?:(?:此|本)?(?:信息|文)?(?:已经?|共))?有?${gap}${number.replace('number', 'heads')}${gap}(?:人次|[人位次])${gap}(?:已?${verb}|看)[过了]?`;

/** A hit counter at the place of `lastIndex`: its number is in group `number`, `late` or `heads`. */
export const hitCounterAt = (): RegExp => new RegExp(`${counted}|${readers}`, 'y');

/** A hit counter anywhere in a line, with a number or a colon. */
export const hitCounter = new RegExp(
  `${lead}${verb}(?:次数|人数|[量数率次])?[过了]?${gap}[(（：:∶\\d]|(?:(?:此|本)?(?:信息|文)?(?:已经?|共))?有?${gap}\\d{1,9}${gap}(?:人次|[人位])${gap}${verb}`,
);

/** A counter's number as it stands behind a label: `697次`, ` (1,204) `; group `number` lacks for an empty slot. */
export const hitNumberAt = (): RegExp => new RegExp(`${gap}[(（[]?${gap}${number}?${gap}${unit}${gap}[)）\\]]?`, 'y');
