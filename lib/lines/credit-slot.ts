import { attributeOf, parentElementOf, tagOf, textOf } from '../dom/tree.ts';
import type { Line } from './line.ts';

/** What webmasters call the element of a credit or a tool: `story_author`, `mail_source`, `artInfo`, `pubtime`. */
const slot =
  /(?:^|[\s_-]|[a-z](?=[A-Z]))(?:authors?|bylines?|sources?|origin|info|metas?|dates?|pub_?time|time|editors?|writers?|laiyuan|ly|zuozhe|zz|riqi|shijian|property|fonts?|print|share|tools?(?:bar)?|counter|hits)(?:[\s_-]|\d|$)/i;
/** Such an element holds a short line; one that holds more text is named for something else. In characters. */
const longest = 40;

/** The site's own address, alone on its line below the title. */
const address = /^(?:https?:\/\/|www\.)[\w.:/-]+$/i;

/** True for a short line that is all there is in an element named for a credit or a tool, or an item of such a list, whatever its words; or the site's address. */
export function isCreditSlot(line: Line): boolean {
  if (address.test(line.text)) return true;
  if (line.size > longest || /[，。；！？]/.test(line.text)) return false;
  const own = isNamed(line.block);
  const list = /^(?:LI|DD|DT|SPAN)$/i.test(tagOf(line.block)) ? parentElementOf(line.block) : null;
  return own || (list !== null && isNamed(list));
}

const isNamed = (element: Element): boolean =>
  slot.test(`${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`) &&
  (textOf(element) ?? '').length <= longest * 3;
