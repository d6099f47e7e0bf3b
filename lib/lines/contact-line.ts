const label =
  /(?:(?:联系|通讯|通信|单位|学校|办公|详细)?地\s*址|校\s*址|电\s*话|传\s*真|邮\s*编|邮政编码|邮\s*箱|e-?mail|网\s*址)[^:：\p{L}]{0,3}[:：]/giu;
/** A page's footer has no more. In characters. */
const longest = 160;

/**
 * True for a line that tells where a school is and how it is reached: an address, or two kinds of contact. Notices end in such lines
 * too, so it ends no essay; but it is none by itself. Whom to ask (联系人) only notices tell.
 */
export function isContactLine(text: string): boolean {
  if (text.length > longest || !/[:：]/.test(text) || /联系人|[。；！？]/.test(text)) return false;
  const labels = text.match(label) ?? [];
  return labels.length >= 2 || /^[\s·]*(?:(?:联系|通讯|学校|单位)?地\s*址|校\s*址)\s*[:：]/.test(text);
}
