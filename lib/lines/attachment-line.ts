import { attributeOf, closest, parentElementOf } from '../dom/tree.ts';
import type { Line } from './line.ts';

/** `附件1：…`, `附：…表`, `相关附件：`, `附件下载`; not a sentence that begins so. */
const opening =
  /^[\s【［[（(·•*]*(?:相关|本文)?附\s*(?:件|表|图|录)(?:下载|列表)?\s*[】\])）]?\s*[\d一二三四五六七八九十]{0,3}\s*(?:[:：.、．\-—]|《|$|(?=\S{0,60}\.\w{2,4}$))/;
/** Files that notices hand out: documents, sheets, archives. */
const file = /\.(?:docx?|xlsx?|pptx?|pdf|caj|wps|et|rar|zip|7z|rtf|txt|ceb)(?:\s*[(（][^)）]{1,20}[)）])?\s*$/i;
const fileAddress = /\.(?:docx?|xlsx?|pptx?|pdf|caj|wps|et|rar|zip|7z|rtf|ceb)(?:$|[?#])/i;

/** True for a line that names an attachment of the essay, linked or not: it is text, unlike a link to another page. */
export function isAttachmentLine(line: Line): boolean {
  if (line.size > 120) return false;
  if (opening.test(line.text)) return true;
  return line.linkSize > 0 && (file.test(line.text) || line.nodes.some((node) => fileAddress.test(hrefOf(node))));
}

const hrefOf = (node: Text): string => attributeOf(closest(parentElementOf(node), 'a[href]'), 'href') ?? '';
