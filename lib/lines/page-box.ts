import { attributeOf, closest, parentElementOf, query, textOf } from '../dom/tree.ts';
import type { Line } from './line.ts';

/** What webmasters call boxes that open over the text or serve it: dialogs, share bars, codes to scan. */
const box =
  /(?:^|[\s_-])(?:modal|dialog|popup|popwin|pop|lightbox|toast|mask|qr_?code|erweima|ewm|bdshare\w*|share\w*|jiathis\w*|fenxiang|weixin|wechat|praise|zan)(?:[\s_-]|\d|$)/i;
/** How far up the box is looked for, and how much text it may hold. In elements, and characters. */
const reach = 4;
const most = 200;

/** A form that readers fill in: for comments, a search, a login. ASP.NET wraps whole pages into one. */
function isInForm({ block }: Line): boolean {
  const form = closest(block, 'form');
  return (
    form !== null &&
    (textOf(form) ?? '').trim().length <= most &&
    query(
      form,
      'textarea:not([readonly], [disabled]), input:not([type]), input[type="text" i], input[type="password" i], input[type="radio" i]',
    ) !== null
  );
}

/** True for a line in a box of the page that says so itself, and holds little else. */
export function isInPageBox(line: Line): boolean {
  if (isInForm(line)) return true;
  let element: Element | null = line.block;
  for (let step = 0; element !== null && step < reach; step += 1, element = parentElementOf(element)) {
    const name = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`;
    if ((box.test(name) || attributeOf(element, 'role') === 'dialog') && (textOf(element) ?? '').trim().length <= most)
      return true;
  }
  return false;
}
