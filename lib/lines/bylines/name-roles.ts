const list = (words: string): string => words.split(' ').join('|');

/** Who reports, with what may stand before: 本报记者, 特约评论员, 新华社记者, 《学习时报》记者. */
const reporters =
  '(?:(?:《[^《》]{2,14}》|[\\u3400-\\u9fff]{1,8}?[报刊社网台站]社?)?(?:特约|特邀|实习|首席|见习|驻站|高级|资深)*(?:记者|通讯员|评论员|撰稿人?|撰稿者|供稿人?|供稿者|研究员|实习生))';
/** What a person did for a text. */
const deeds = list(
  '作者 编者 执笔[人者]? 主讲人? 报告人 演讲[人者] 讲课人 宣讲人 主编 副主编 编著者? 译者 编译者? 翻译 整理[人者]? 记录[人者]? 口述[人者]? 讲述[人者]? ' +
    '自述 撰文[人者]? 撰写[人者]? 撰稿 图文 文图 文并图 图并文 文并摄 文并摄影 点评 校注 文字 文稿 采写[人者]? 采访 改编 摘编 选编 编选 编写 绘图 绘画 插图 漫画 摄影 摄像 图片 供图 摄影报道 图文报道 校对 审核 审校 审稿 ' +
    '编辑 责编 责任编辑 编发 录入 课题组?组长 课题组成员 课题组负责人 课题负责人 课题主持人 组长 副组长 成员 组员',
);
/** The same in one character; many of them end names too. */
const short = '著|译|编|文|图|摄|撰|绘|校|辑|等';

const whole = new RegExp(`^(?:${reporters}|${deeds}|${short}|先生|女士|同志)$`, 'u');
const before = new RegExp(`^(?:${reporters}|${deeds})(?=[\\u3400-\\u9fff·]{2,12}$)`, 'u');
const behind = new RegExp(`(?:${deeds}|先生|女士|同志|[译著摄等])$`, 'u');

/** Those who illustrated a text or put it up, and who wrote the words to pictures (文字): they wrote nothing of it. */
const other =
  /^(?:文字|图|图片|摄|摄影|摄像|绘|绘图|绘画|插图|漫画|供图|校|校对|审核|审校|审稿|编辑|责编|责任编辑|编发|录入)$/u;
/** Those who put the words of others into another language: named only where nobody else is. */
const translation = /^(?:译|译者|翻译)$/u;
/** Who somebody is, whatever was done: a reporter may have taken the picture alone. */
const reporter = /(?:记者|通讯员|实习生)$/u;
/** With one of these words a name needs no known surname. */
const certain = /记者|通讯员|评论员|撰|供稿|执笔|实习生/u;

/** True for words that say what somebody did, and name nobody: 本报记者, 口述, 译. */
export const isRole = (text: string): boolean => whole.test(text);
export const isReporter = (role: string): boolean => reporter.test(role);
/** True for the work of those who wrote nothing: 图, 摄影, 责任编辑. */
export const isOtherRole = (role: string): boolean => other.test(role);
export const isTranslation = (role: string): boolean => translation.test(role);
/** True where the role leaves no doubt that a person is named with it. */
export const isReporting = (role: string): boolean => certain.test(role);

/** The role that opens a word, or ''. What follows has to be a name. */
export const roleBefore = (word: string): string => before.exec(word)?.[0] ?? '';

/** The role or courtesy that closes a word, or ''. A name is left before it: 张编 and 李译 are whole names. */
export function roleBehind(word: string): string {
  const role = behind.exec(word)?.[0] ?? '';
  const left = word.length - role.length;
  return left >= 3 || (left === 2 && (role.length > 1 || /[等摄]/.test(role))) ? role : '';
}
