/**
 * Surnames of one character, gathered by hand: the common ones, and rarer ones that are no common words. With the compounds below they
 * are those of 97.4 in 100 persons, by the counts of the National Citizen Identity Information Center for 1.18 thousand million
 * born 1930-2008 (Bao, *ChineseNames* 2023.8, familyname.csv). Of the two hundred commonest, 代, 尚, 骆, 候 and 农 are left out.
 */
export const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜' +
  '倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅嵺苟褚廉简娄盖符' +
  '奚木穆党燕郎邸冀谈姬屠连郜晏栾郁蒙喻揭窦迟宇敖糜鄢冷卓花仇艾蓝巩稽井练仲虞卞封竺冼衣楚佟栗匡宗台巫鞠桑荆谌银扬岑习胥蔺云昌凤酆皮蒲丰裘缪干贲邴羊於惠麴芮羿储汲松巴弓隗山宓蓬郗班仰秋钭厉戎韶蓟邰鄂咸逄逯庹闻肖闫付仝郄訾阚撒';
export const compounds =
  '欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 长孙 宇文 东方 南宫 独孤 端木 百里 呼延 轩辕 申屠 太史 澹台 公冶 濮阳 淳于 单于 闾丘 拓跋 完颜 爱新 叶赫 纳兰 东郭 西门';
