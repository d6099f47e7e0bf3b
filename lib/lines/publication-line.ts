const lead = '(?:原载|原刊|载于?|刊于|刊载于|发表于|转载自|转自|摘自|选自|出自|录自|引自|(?:文章)?来源于|据)';
const line = new RegExp(
  `^[（(]?\\s*(?:${lead}\\s*[:：]?\\s*)?(《[^》]{2,24}》(?:\\s*(?:19|20)\\d\\d[^，。；]{0,24}?(?:期|日|版|页|号|月)?|[^，。；]{0,30}?(?:期|日|版|页|辑|卷)))\\s*(?:[\\s\\u3000]([\\u4e00-\\u9fff·][\\u4e00-\\u9fff·\\s\\u3000]{1,12}))?\\s*[）)。]?$`,
);
const bare = new RegExp(`^[（(]?\\s*${lead}[于自]?\\s*[:：]?\\s*(《[^》]{2,24}》)\\s*[）)。]?$`);
/** A paper or site without angle marks: its name says what it is. */
const site = new RegExp(
  `^[（(]?\\s*${lead}\\s*[:：]?\\s*([\\u4e00-\\u9fff·]{1,12}(?:网|报|社|杂志|在线|学报|论坛))\\s*[）)。]?$`,
);
/** `摘自2006年5月15日《临川日报》`: the issue before the paper. */
const issueBefore =
  /((?:原载|刊|载|自|于)\s*[:：]?\s*)((?:19|20)\d\d年(?:第\d{1,3}期|\d{1,2}月(?:\d{1,2}日)?)?)(?:的)?\s*(《[^》]{2,24}》)/;
/** `，有删节`: what was done to the text. */
const changed =
  /[，,；;]\s*(?:本文|内容|标题|此处)?(?:稍?略?有|作了)?(?:所)?(?:删节|删改|删减|改动|修改)(?=\s*[）)。]?$)/;

/**
 * A line that names the issue an essay was reprinted from, and sometimes its author: `《学习时报》2004年第3期　郝卫`,
 * `（摘自《行政论丛》2001年第3期）`, `原载《清河学刊》`. Null for another line.
 */
export function readPublicationLine(
  text: string,
): { readonly publication: string; readonly names: string | null } | null {
  if (text.length > 70 || !/[《网报社志线坛]/.test(text)) return null;
  const plain = text
    .replace(/\s*[[［(（]?\d{4}-\d{1,2}-\d{1,2}[\]］)）]?$/, '')
    .replace(/^([（(]?)[\s—–―-]*(?:本文)?/, '$1')
    .replace(changed, '')
    .replace(issueBefore, '$1$3$2');
  const match = line.exec(plain) ?? bare.exec(plain) ?? site.exec(plain);
  return match?.[1] ? { publication: match[1].trim(), names: match[2]?.trim() ?? null } : null;
}
