const list = (words: string): string => words.split(' ').join('|');

/** Offices that a person holds. Sources: rosters and speech headings of county and city governments, schools and courts. */
const offices = list(
  '书记 主席 主任 省长 市长 县长 区长 州长 旗长 镇长 乡长 村长 校长 院长 处长 科长 部长 局长 厅长 司长 所长 站长 馆长 队长 组长 会长 ' +
    '社长 台长 行长 厂长 班长 团长 连长 师长 庭长 关长 园长 董事长 秘书长 理事长 检察长 审判长 经理 总经理 总裁 总编 总编辑 总工程师 ' +
    '政委 司令员 常委 委员 巡视员 调研员 主任科员 科员 干事 指导员 教导员 政协委员 人大代表 秘书 顾问',
);
/** Ranks, professions and what students are called. */
const titles = list(
  '教授 研究员 助理研究员 讲师 高级讲师 助教 教师 老师 院士 导师 博导 博士后 博士生 博士 硕士生 硕士 研究生 本科生 ' +
    '学员 学生 同学 大学生 党员 干部 村官 选调生 工程师 高级工程师 馆员 研究馆员 律师 民警 检察官 法官 校友',
);
/** What stands before an office: 原, 时任, 常务, 党委, 党校. */
const ranks =
  '(?:原|时任|现任|代理?|常务|专职|第一|执行|名誉|首席|党委|党组|党总支|总支|支部|县委|市委|省委|区委|工委|组织|宣传|统战|党校|学校|学院)*副?';

const alone = new RegExp(`^${ranks}(?:${offices}|${titles})$`, 'u');
const behindBody = new RegExp(`^[\\u3400-\\u9fff（）()、0-9]{2,30}?副?(?:${offices}|${titles})$`, 'u');
const before = new RegExp(
  `^([\\u3400-\\u9fff（）()、0-9]{0,30}?(?:${offices}|${titles}))([\\u3400-\\u9fff]{2,4})$`,
  'u',
);

/** True for an office or a title and nothing else, with or without the body that it is of: 县长, 常务副校长, 复旦大学中文系学生. */
export const isOffice = (text: string): boolean => alone.test(text) || (text.length >= 5 && behindBody.test(text));

/** The same without its body: 副校长, 教授. */
export const isPlainOffice = (text: string): boolean => alone.test(text);

/** An office and the two to four characters that stand right behind it: `县长夏福卿`; null for any other text. */
export function officeBefore(text: string): { readonly office: string; readonly rest: string } | null {
  const [, office, rest] = before.exec(text) ?? [];
  return office === undefined || rest === undefined ? null : { office, rest };
}
