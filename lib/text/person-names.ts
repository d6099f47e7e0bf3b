import { compounds, surnames } from './surnames.ts';

/**
 * Common words that start with a surname: none of them starts a name. Kept by hand, from columns, titles and places of portals: a word
 * comes in when a page shows it read as a name.
 */
const commonWords =
  '方法 方针 方向 方面 方式 方案 高度 高等 高校 高层 高级 高新 高举 高质 黄河 黄山 黄石 黄冈 江苏 江西 江北 安徽 安全 安庆 安排 时间 时代 时政 时评 时事 任务 任何 任免 史料 史学 史论 ' +
  '文化 文明 文件 文章 文学 文艺 文摘 文选 文献 文库 金融 金钱 金华 余论 余言 向导 严重 严格 严肃 常委 常务 常识 常州 关于 关键 关注 关系 关闭 关心 管理 温州 温度 温暖 宁波 宁夏 郑州 ' +
  '徐州 苏州 沈阳 唐山 武汉 武警 武装 包头 包括 项目 章程 易经 白皮 于是 何为 何谓 何以 左右 古代 古今 华东 华北 华南 华夏 华人 单位 房地 时局 席位 解放 解读 解决 解析 连云 石家 石油 ' +
  '牛年 习惯 党建 党史 党校 党政 党委 党员 党内 党的 党风 党章 党课 党刊 党群 党务 封面 封建 符合 司法 司机 游客 阳光 甘肃 程序 程度 边疆 边界 万岁 查看 查询 池州 景点 简介 简报 简讯 ' +
  '简论 简析 简体 盛世 宋代 唐代 周刊 周报 周边 周年 周一 周二 周三 周四 周五 周六 周日 龙岩 台州 台湾 山东 山西 山区 白山 毛病 高原 成立 成果 成都 成员 成就 成功 成为 路线 路径 季刊 ' +
  '冷战 干部 干群 车辆 费用 纪检 纪念 纪律 纪委 柏林 马列 马克 申报 申请 钟声 钟情 席间 曲线 盖章 边防 练习 扬州 松江 银行 连载 连接 宁德 云南 丰富 储备 闻名 班级 班子 班主 巴黎 仲裁 ' +
  '宗教 宗旨 楚雄 花絮 蓝图 秋季 夏季 查阅 陶瓷 石狮 金山 严禁 余姚 成本 古典 解释 向前 施工 施行 施政 项城 安康 安阳 郎溪 习作 方略 古籍 任期 施策 温情 纪实 简述 连续 甘于 向上 白手 ' +
  '包容 安稳 安置 文风 文稿 文集 文本 方能 金句 高见 章节 常态 关爱 边缘 石头 封闭 车间 单独 符号 雷同 武器 武术 舒适 蓝天 席卷 宁静 邢台 简历 通行 房产 房屋 房价 文娱 文体 文教 文史 文苑 时装 时尚 时事 时报 人物 商务 商业 于此 万科 施教 单元 单一 相关 计划 计算 向着 游戏 ' +
  '游记 汽车 管道 鲜花 毛线 米粉 雷电 水利 水电 水产 水务 云计 花卉 苗木 党代 党性 党纪 党徽 党旗 党费 党务 党日 党外 党组 干训 班会 班次 班长 校友 华侨 方圆 常规 常用 常年 ' +
  '强化 强调 强国 边远 包装 包干 承包 曲艺 戏曲 万众 万元 舒心 支部 支书 查处 安置 安居 安监 安保 平安 平台 平稳 景区 景观 金额 金属 项链 路灯 路桥 路况 支援 支持 支农';
/** What ends names of places, bodies and texts, and no names of persons. */
const endings = /[省市县区州镇乡村旗盟院校部处室局厅所社报网刊站馆组论班办委队课栏期届]$|中心$/u;

/** Characters that foreign names and those of other nationalities are written with (the commonest of Xinhua's tables of transliteration). */
const foreign = new Set(
  '阿埃艾爱翰安昂奥巴白柏拜班邦保贝本比彼宾波伯博布策查茨达大戴丹德登邓蒂迪丁东杜顿多俄厄恩尔法范菲费芬丰佛夫弗福富盖甘冈高戈格葛根贡古哈海汉豪赫黑亨胡华霍基吉加嘉贾杰捷金卡凯坎康考柯科可克肯孔库拉莱赖兰朗劳勒雷里理利莉丽列林琳龙隆卢鲁露路伦罗洛吕马玛迈麦曼芒毛梅门蒙孟米密明缪莫默姆木穆拿娜纳乃南内尼年涅宁纽努诺欧帕潘庞佩彭皮匹平普奇齐恰强乔切琴丘热日荣若撒萨塞赛瑟森沙莎山尚舍申生圣施什史士舒司丝斯苏索塔泰坦汤唐陶特腾提汀廷图土托瓦万旺威韦维温文翁沃乌武西希锡席夏香肖歇谢欣辛兴雄休修徐许雪逊雅亚延扬耶叶伊依易意因英尤于约泽扎詹张章珍芝朱卓兹祖佐买力江提孜古丽热木尕娃扎桑旺次仁卓玛多吉央金顿珠格'.split(
    '',
  ),
);
/** Of a name with a middle dot at least this share is of those characters; a menu's 教学·科研 has few of them. */
const foreignShare = 0.6;

/** True for parts joined by dots that sound like a name. */
function isTransliterated(text: string): boolean {
  const sounds = [...text.replace(/^[［[（(〔【].*?[］\])）〕】]/, '')].filter((sign) =>
    /[\u3400-\u9fffA-Z]/u.test(sign),
  );
  return sounds.filter((sign) => foreign.has(sign) || /[A-Z]/.test(sign)).length >= sounds.length * foreignShare;
}

const surnameSet: ReadonlySet<string> = new Set(surnames);
const compoundSet: ReadonlySet<string> = new Set(compounds.split(' '));
const commonSet: ReadonlySet<string> = new Set(commonWords.split(' '));
const spaces = /[\s\u200b\u3000]+/;

/**
 * True for text with the form of a personal name in Chinese: 2-4 Han characters, or parts joined by `·` (minorities and
 * foreigners, whose nation may stand before in brackets). Spaces have to be closed up.
 */
export function hasNameForm(text: string): boolean {
  if (
    /^(?:[［[（(〔【][\u3400-\u9fff]{1,4}[］\])）〕】])?[\u3400-\u9fff]{1,8}(?:[·•・.．][\u3400-\u9fffA-Z]{1,8}){1,4}$/u.test(
      text,
    )
  )
    return true;
  return /^[\u3400-\u9fff]{2,4}$/u.test(text) && !commonSet.has(text.slice(0, 2)) && !endings.test(text);
}

/**
 * True for text that is very likely a person: the form of a name and a known surname, and no common word. Misses rare surnames
 * and pen names, so use `hasNameForm` where a label already says that a name stands there.
 */
export function isPersonName(text: string): boolean {
  if (!hasNameForm(text)) return false;
  if (!/^[\u3400-\u9fff]+$/u.test(text)) return isTransliterated(text);
  if (compoundSet.has(text.slice(0, 2))) return text.length > 2;
  return text.length < 4 && surnameSet.has(text.charAt(0));
}

/** True for three characters that a page parts by spaces (`成 立 平`): a name, though a common word may open it. */
export const isSpacedName = (text: string): boolean =>
  /^[\u3400-\u9fff]{3}$/u.test(text) && surnameSet.has(text.charAt(0)) && !endings.test(text);

/** How common a surname is: the list begins with the commonest; Infinity for no surname. */
const rarity = (character: string | undefined): number => {
  const at = character === undefined ? -1 : surnames.indexOf(character);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
};

/**
 * The names in a row of single characters: a new one starts at a surname, when both have two characters and more. When two
 * surnames follow each other (刘竹梅李明), the commoner one starts the name.
 */
function joinSingles(singles: readonly string[]): string[] {
  const names: string[] = [];
  let name = '';
  for (const [i, character] of singles.entries()) {
    const left = singles.length - i;
    const next = left > 2 && name.length === 2 ? rarity(singles[i + 1]) : Number.POSITIVE_INFINITY;
    if (name.length >= 2 && left > 1 && (name.length >= 4 || (surnameSet.has(character) && rarity(character) < next))) {
      names.push(name);
      name = '';
    }
    name += character;
  }
  return name === '' ? names : [...names, name];
}

/** A row of names that ends in a lone surname: the names before it, and the surname; null when it ends in a whole name. */
function lastSurname(row: readonly string[]): { readonly before: readonly string[]; readonly name: string } | null {
  const last = row.at(-1) ?? '';
  const surname = last.slice(-1);
  if ((last.length !== 1 && last.length !== 3) || !surnameSet.has(surname)) return null;
  return { before: [...row.slice(0, -1), ...(last.length === 3 ? [last.slice(0, 2)] : [])], name: surname };
}

/** Closes up names typed with inner spaces and gives the names of the text, one an item: `王　芳 李明华` → `王芳`, `李明华`. */
export function closeUpNames(text: string): string[] {
  const names: string[] = [];
  let singles: string[] = [];
  for (const part of [...text.split(spaces), '']) {
    if (/^[\u3400-\u9fff]$/u.test(part)) {
      singles.push(part);
      continue;
    }
    const row = joinSingles(singles);
    singles = [];
    // 李 明华: a surname set apart from its given name.
    const surname = /^[\u3400-\u9fff]{2}$/u.test(part) && !isPersonName(part) ? lastSurname(row) : null;
    if (surname === null) names.push(...row, part);
    else names.push(...surname.before, surname.name + part);
  }
  return names.filter((name) => name !== '');
}
