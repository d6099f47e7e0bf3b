import { compounds, surnames } from './surnames.ts';

/**
 * Common words that start with a surname: none of them starts a name. Kept by hand, from columns, titles and places of portals: a word
 * comes in when a page shows it read as a name. Each group is a first character and what follows it: `方法针` is 方法 and 方针.
 */
const commonWords =
  '方法针向面式案略能圆 高度等校层级新举质原见 黄河山石冈 江苏西北 安徽全庆排康阳稳置居监保 时间代政评事局装尚报 任务何免期 史料学论 文化明件章学艺摘选献库风稿集本娱体教史苑 金融钱华山句额属 余论言姚 向导前上着 ' +
  '严重格肃禁 常委务识州态规用年 关于键注系闭心爱 管理道 温州度暖情 宁波夏德静 郑州 徐州 苏州 沈阳 唐山代 武汉警装器术 包头括容装干 项目城链 章程节 易经 白皮山手 于是此 何为谓以 左右 古代今典籍 ' +
  '华东北南夏人侨 单位独元一 房地产屋价 席位间卷 解放读决析释 连云载接续 石家油狮头 牛年 习惯作 党建史校政委员内的风章课刊群务代性纪徽旗费日外组 封面建闭 符合号 司法机 游客戏记 阳光 甘肃于 程序度 ' +
  '边疆界防缘远 万岁科众元 查看询阅处 池州 景点区观 简介报讯论析体述历 盛世 宋代 周刊报边年一二三四五六日 龙岩 台州湾 山东西区 毛病线 成立果都员就功为本 路线径灯桥况 季刊 冷战 干部群训 车辆间 费用 ' +
  '纪检念律委实 柏林 马列克 申报请 钟声情 曲线艺 盖章 练习 扬州 松江 银行 云南计 丰富 储备 闻名 班级子主会次长 巴黎 仲裁 宗教旨 楚雄 花絮卉 蓝图天 秋季 夏季 陶瓷 施工行政策教 郎溪 雷同电 舒适心 ' +
  '邢台 通行 人物 商务业 相关 计划算 汽车 鲜花 米粉 水利电产务 苗木 校友 强化调国 承包 戏曲 支部书援持农 平安台稳';
/** What ends names of places, bodies and texts, and no names of persons. */
const endings = /[省市县区州镇乡村旗盟院校部处室局厅所社报网刊站馆组论班办委队课栏期届]$|中心$/u;

/** Characters that foreign names and those of other nationalities are written with (the commonest of Xinhua's tables of transliteration). */
const foreign =
  '阿埃艾爱翰安昂奥巴白柏拜班邦保贝本比彼宾波伯博布策查茨达大戴丹德登邓蒂迪丁东杜顿多俄厄恩尔法范菲费芬丰佛夫弗福富盖甘冈高戈格葛根贡古哈海汉豪赫黑亨胡华霍基吉加嘉贾杰捷金卡凯坎康考柯科可克肯孔库拉莱赖兰朗劳勒雷里理利莉丽列林琳龙隆卢鲁露路伦罗洛吕马玛迈麦曼芒毛梅门蒙孟米密明缪莫默姆木穆拿娜纳乃南内尼年涅宁纽努诺欧帕潘庞佩彭皮匹平普奇齐恰强乔切琴丘热日荣若撒萨塞赛瑟森沙莎山尚舍申生圣施什史士舒司丝斯苏索塔泰坦汤唐陶特腾提汀廷图土托瓦万旺威韦维温文翁沃乌武西希锡席夏香肖歇谢欣辛兴雄休修徐许雪逊雅亚延扬耶叶伊依易意因英尤于约泽扎詹张章珍芝朱卓兹祖佐买力江孜尕娃桑次仁央珠';
/** Of a name with a middle dot at least this share is of those characters; a menu's 教学·科研 has few of them. */
const foreignShare = 0.6;

/** True for parts joined by dots that sound like a name. */
function isTransliterated(text: string): boolean {
  const sounds = [...text.replace(/^[［[（(〔【].*?[］\])）〕】]/, '')].filter((sign) =>
    /[\u3400-\u9fffA-Z]/u.test(sign),
  );
  return sounds.filter((sign) => foreign.includes(sign) || /[A-Z]/.test(sign)).length >= sounds.length * foreignShare;
}

const surnameSet: ReadonlySet<string> = new Set(surnames);
const compoundSet: ReadonlySet<string> = new Set(compounds.split(' '));
const commonSet: ReadonlySet<string> = new Set(
  commonWords.split(' ').flatMap((group) => [...group.slice(1)].map((second) => group.charAt(0) + second)),
);
/** What names of Tibetans have besides: 扎西平措, 洛桑旦增. */
const tibetan = '措增旦嘎宗堆边青才让曲群坚赞益';
const spaces = /[\s\u200b\u3000]+/;
/**
 * True for text with the form of a personal name in Chinese: 2-4 Han characters, or parts joined by `·` (minorities and
 * foreigners, whose nation may stand before in brackets). Spaces have to be closed up.
 */
export function hasNameForm(text: string): boolean {
  if (/^[\u3400-\u9fff]{2,4}$/.test(text)) return !commonSet.has(text.slice(0, 2)) && !endings.test(text);
  return /^(?:[［[（(〔【][\u3400-\u9fff]{1,4}[］\])）〕】])?[\u3400-\u9fff]{1,8}(?:[·•・.．][\u3400-\u9fffA-Z]{1,8}){1,4}$/u.test(
    text,
  );
}

/**
 * True for text that is very likely a person: the form of a name and a known surname, and no common word. Misses rare surnames
 * and pen names, so use `hasNameForm` where a label already says that a name stands there.
 */
export function isPersonName(text: string): boolean {
  if (!hasNameForm(text)) return false;
  if (/[^\u3400-\u9fff]/.test(text)) return isTransliterated(text);
  if (compoundSet.has(text.slice(0, 2))) return text.length > 2;
  if (text.length > 3) return [...text].every((sign) => foreign.includes(sign) || tibetan.includes(sign));
  return surnameSet.has(text.charAt(0));
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
  if (compoundSet.has(last)) return { before: row.slice(0, -1), name: last };
  const surname = last.slice(-1);
  if ((last.length !== 1 && last.length !== 3) || !surnameSet.has(surname)) return null;
  return { before: [...row.slice(0, -1), ...(last.length === 3 ? [last.slice(0, 2)] : [])], name: surname };
}

/** Closes up names typed with inner spaces and gives the names of the text, one an item: `王　芳 李明华` → `王芳`, `李明华`. */
export function closeUpNames(text: string): string[] {
  const names: string[] = [];
  let singles: string[] = [];
  for (const part of [...text.split(spaces), '']) {
    // 欧阳 晓: a surname of two characters is set apart as two are.
    if (/^[\u3400-\u9fff]$/u.test(part) || compoundSet.has(part)) {
      singles.push(...part);
      continue;
    }
    const row = joinSingles(singles);
    singles = [];
    // 李 明华: a surname set apart from its given name.
    const surname =
      /^[\u3400-\u9fff]{2}$/u.test(part) && (compoundSet.has(row.at(-1) ?? '') || !isPersonName(part))
        ? lastSurname(row)
        : null;
    if (surname === null) names.push(...row, part);
    else names.push(...surname.before, surname.name + part);
  }
  return names.filter((name) => name !== '');
}
