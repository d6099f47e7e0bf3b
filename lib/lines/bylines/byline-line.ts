import { attributeOf, closest, contains, tagOf } from '../../dom/tree.ts';
import { compounds, surnames } from '../../text/surnames.ts';
import type { Line } from '../line.ts';

/** A byline names at most so many persons, and is no longer than this without spaces. */
const most = { names: 5, characters: 18 } as const;
/** What stands alone between title and body and is no name, though it may begin with a surname. */
const headings =
  /^(?:前言|引言|引子|序言?|导言|导语|绪论|结语|结论|余论|摘要|提要|目录|题记|编者按|按语|正文|概述|背景|现状|对策|建议|方法|时评|文摘|文件|通知|公告|后记|附记|附录|注释|简介|说明|前因|后果|关于|高度|时代|党史|党建|党校|金融|文化|安全|项目|成果|解读|连载|上篇|下篇|中篇)$/;
/** A group that signs as author: `市情研究课题组`. */
const group = /^[\u3400-\u9fff]{0,14}课题组$/;
/** What ends names of places, bodies and texts, and no names of persons. */
const endings = /[省市县区州镇乡村旗盟院校部处室局厅所社报网刊站馆组论篇章节班]$/;

/**
 * True for a line that is one to five names and nothing else, as stands between title and body on hand-written portals.
 * A known surname decides; a centred line may do without one. Looks at form only: where the line stands is the caller's to know;
 * `next` is the line below.
 */
export function isBylineLine(line: Line, next?: Line): boolean {
  // `丁莹1，卢鹤2`: figures that lead to the notes on authors.
  const text = line.text.replace(/^[（(]|[）)]$/g, '').replace(/[\d①-⑨*＊※]+(?=[，,、\s]|$)/g, '');
  if (
    line.size < 2 ||
    line.size > most.characters ||
    line.linkSize > 0 ||
    !/^[\u3400-\u9fff·、，,；;\s\u3000]+$/.test(text)
  )
    return false;
  if (group.test(text)) return true;
  const names = text
    .split(/[、，,；;]+/)
    .flatMap((list) => closeUp(list.split(/[\s\u3000]+/).filter((part) => part !== '')));
  if (names.length === 0 || names.length > most.names || !names.every(isNameForm)) return false;
  return names.some(hasSurname) || isCentred(line.block) || isCentredAlone(line, next);
}

/** Names typed with spaces inside: `王　芳`, `刘 竹 梅`, `郎友兴　叶 青`. Single characters in a row are one name. */
const closeUp = (parts: readonly string[]): readonly string[] =>
  parts.reduce<string[]>((names, part, n) => {
    if (part.length === 1 && parts[n - 1]?.length === 1) names[names.length - 1] += part;
    else names.push(part);
    return names;
  }, []);

const isNameForm = (name: string): boolean =>
  /^(?:[\u3400-\u9fff]{2,3}|[\u3400-\u9fff]{1,6}·[\u3400-\u9fff·]{1,10})$/.test(name)
    ? !headings.test(name) && !endings.test(name)
    : name.length === 4 && compounds.includes(name.slice(0, 2));

const hasSurname = (name: string): boolean =>
  surnames.includes(name.charAt(0)) || name.includes('·') || compounds.includes(name.slice(0, 2));

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
