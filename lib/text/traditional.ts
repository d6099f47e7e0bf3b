import { onceAText } from './once-a-text.ts';

/**
 * Traditional characters that occur in labels, roles, tools, surnames and names of schools, each before its simplified one: mirrors
 * convert pages wholesale. The whole table of OpenCC would weigh more than the recogniser.
 */
const variants =
  '發发佈布時时間间來来責责編编輯辑點点擊击數数瀏浏覽览閱阅讀读關关鍵键詞词單单錄录處处載载訪访問问評评論论欄栏導导內内轉转當当現现創创選选執执筆笔門门機机構构網网絡络審审記记員员' +
  '資资陳陈張张劉刘黃黄趙赵吳吴孫孙馬马羅罗鄭郑謝谢韓韩馮冯蕭萧鄧邓許许蘇苏盧卢蔣蒋葉叶鍾钟陸陆顧顾龍龙賴赖莊庄嚴严' +
  '訊讯譯译圖图攝摄繪绘對对聞闻閉闭產产娛娱會会長长書书黨党縣县廳厅學学業业報报實实習习專专題题糾纠錯错聯联頁页薦荐檢检尋寻與与務务屬属國国總总區区團团鐵铁義义幹干權权辦办設设歡欢統统體体號号調调貼贴';
const anyTraditional = new RegExp(
  `[${Array.from(variants)
    .filter((_, i) => i % 2 === 0)
    .join('')}]`,
  'g',
);
const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: variants.length / 2 }, (_, i) => [variants.charAt(2 * i), variants.charAt(2 * i + 1)]),
);

/** One character in simplified form, as far as the words of portals need it. */
export const simplifyCharacter = (character: string): string => simplified.get(character) ?? character;

/** A text in simplified characters as far as the words of portals need it. As long as the text, so that places hold. */
export const simplifyWords = onceAText((text): string => text.replace(anyTraditional, simplifyCharacter));
