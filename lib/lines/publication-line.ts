const lead = '(?:原载|原刊|载于?|刊于|刊载于|发表于|转载自|转自|摘自|选自|据)';
const line = new RegExp(
  `^[（(]?\\s*(?:${lead}\\s*[:：]?\\s*)?(《[^》]{2,24}》(?:\\s*(?:19|20)\\d\\d[^，。；]{0,24}?(?:期|日|版|页|号|月)?|[^，。；]{0,30}?(?:期|日|版|页)))\\s*(?:[\\s\\u3000]([\\u4e00-\\u9fff·][\\u4e00-\\u9fff·\\s\\u3000]{1,12}))?\\s*[）)。]?$`,
);
const bare = new RegExp(`^[（(]?\\s*${lead}[于自]?\\s*[:：]?\\s*(《[^》]{2,24}》)\\s*[）)。]?$`);

/**
 * A line that names the issue an essay was reprinted from, and sometimes its author: `《学习时报》2004年第3期　郝卫`,
 * `（摘自《行政论丛》2001年第3期）`, `原载《清河学刊》`. Null for another line.
 */
export function readPublicationLine(
  text: string,
): { readonly publication: string; readonly names: string | null } | null {
  if (text.length > 70 || !text.includes('《')) return null;
  const undated = text.replace(/\s*[[［(（]?\d{4}-\d{1,2}-\d{1,2}[\]］)）]?$/, '');
  const match = line.exec(undated) ?? bare.exec(undated);
  return match?.[1] ? { publication: match[1].trim(), names: match[2]?.trim() ?? null } : null;
}
