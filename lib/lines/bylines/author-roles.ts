import { withoutSpaces } from '../../text/characters.ts';

/** What stands before names and is no name: 本报记者, 特约评论员, 课题组组长, 执笔. */
const before =
  /^(?:(?:本[报刊社网台]|新华社|人民日报社?|光明日报社?|中新社|特约|特邀|实习|首席|见习|驻站|高级)*(?:记者|通讯员|评论员|撰稿人|撰稿|供稿人|研究员|作者)|课题组(?:组长|成员|负责人)|课题负责人|课题主持人|执笔人|执笔|主讲人|主讲|主编|译者|编译|整理|撰文|图文|文)(?:\s*[：:／/]\s*|[\s\u3000]+|(?=[\u3400-\u9fff]{2,4}$)|$)/u;
/** Roles of one or two characters that may start a name are roles only before a sign. */
const signed = /^(?:文|图文|整理|编译|主编|主讲)(?![\s\u3000]*[：:／/])/u;
const after =
  /[（(]?(?:副?教授|副?研究员|讲师|博士后|博士生|博士|硕士生|硕士|研究生|先生|女士|同志|编译|整理|执笔|摄影|翻译|主编|编著|校长|[译著摄编文等])[)）]?$/u;
const courtesies = new Set(['同志', '等', '先生', '女士']);

/** A name and the roles that were cut off it; the name is empty when the text was a role and nothing else. */
export interface Signature {
  readonly name: string;
  readonly roles: readonly string[];
}

/** True when the suffix is set off from the name, or leaves a name long enough: 张编 and 李文 are whole names. */
function cutsOff(suffix: string, rest: string): boolean {
  if (withoutSpaces(rest).length < 2) return false;
  if (suffix.length > 1 || suffix === '等' || /[\s\u3000]$/.test(rest)) return true;
  return /[译著摄]/.test(suffix) && withoutSpaces(rest).length > 2;
}

/** Cuts roles and courtesies off a name: `本报记者 张三`, `李四副教授`, `王五 编译`, `赵六同志`, `张三等`. */
export function stripRoles(text: string): Signature {
  const roles: string[] = [];
  let name = text.trim();
  for (let match = before.exec(name); match && !signed.test(name); match = before.exec(name)) {
    roles.push(match[0].replace(/[\s：:／/\u3000]+$/, ''));
    name = name.slice(match[0].length);
  }
  for (let match = after.exec(name); match; match = after.exec(name)) {
    const rest = name.slice(0, match.index);
    const role = match[0].replace(/[（()）]/g, '');
    if (!cutsOff(role, rest)) break;
    if (!courtesies.has(role)) roles.push(role);
    name = rest.trim();
  }
  return { name: name.trim(), roles };
}
