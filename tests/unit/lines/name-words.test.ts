import { expect, it } from 'vitest';
import { readNamesAlone } from '../../../lib/lines/bylines/byline-line.ts';
import { isPlaceholder, type NameWord, readNameWord, readNameWords } from '../../../lib/lines/bylines/name-words.ts';

const written = (words: readonly NameWord[]): string =>
  words.map(({ kind, certain, text }) => `${kind}${certain ? '!' : ''} ${text}`).join('+');

/** Whether it is a placeholder, what it is as one word and as a stretch of several (`!` for certain), and its names where it is nothing else. */
const readingOf = (text: string): string =>
  `${isPlaceholder(text)}; ${written(readNameWord(text))}; ${written(readNameWords(text))}; ${readNamesAlone(text)?.join('|') ?? '–'}`;

it.each([
  ['1芳…', 'false; ; ; –'],
  ['党校', 'false; body 党校; body 党校; –'],
  ['历史学院郭伯年', 'false; body 历史学院+name! 郭伯年; body 历史学院+name! 郭伯年; 郭伯年'],
  ['题（甲〕组', 'false; body 题（甲〕组; body 题（甲〕组; 题（甲〕组'],
  ['A\u3000von甲', 'false; name A\u3000von甲; nobody A+name von甲; –'],
  ['By 王芳', 'false; name By 王芳; nobody By+name! 王芳; 王芳'],
  ['[木章]', 'false; name [木章]; name [木章]; 木章'],
  ['[英]鲍姆:1', 'false; name [英]鲍姆:; name [英]鲍姆:; –'],
  ['―•张三和李四', 'false; name ―•张三和李四; name ―•张三和李四; 张三|李四'],
  ['…名', 'false; name …名; name …名; –'],
  [
    '╱／芳图报道报记者 有禾 讯员 王芳',
    'false; name ╱／芳图报道报记者 有禾 讯员 王芳; name ╱／芳图报道报记者+name 有禾+name 讯员+name! 王芳; –',
  ],
  [
    '一苇、小溪，王芳；李明/赵静',
    'false; name 一苇、小溪，王芳；李明/赵静; name 一苇、小溪，王芳；李明/赵静; 一苇|小溪|王芳|李明|赵静',
  ],
  ['中廣新聞0／陳華', 'false; name 中廣新聞0／陳華; name 中廣新聞0／陳華; –'],
  ['中廣新聞／陳華', 'false; name 中廣新聞／陳華; name 中廣新聞／陳華; 陳華'],
  ['作者：王芳', 'false; name 作者：王芳; name 作者：王芳; 王芳'],
  ['作者：［美］翰·斯 求是', 'false; name 作者：［美］翰·斯 求是; name 作者：［美］翰·斯+name 求是; –'],
  ['向东（校）张茜（局）', 'false; name 向东（校）张茜（局）; name 向东（校）张茜（局）; 向东|张茜'],
  ['张三和李四:', 'false; name 张三和李四; name 张三和李四; –'],
  ['○ 林李图图李者文新聞 /禾', 'false; name 林李图图李者文新聞 /禾; nobody 林李图图李者文新闻+name /禾; –'],
  ['王 芳等', 'false; name 王 芳+role 等; name! 王芳等; 王芳等'],
  ['王 芳11', 'false; name 王 芳; nobody 王+nobody 芳; 王芳'],
  ['王甲 〓', 'false; name 王甲 〓; name! 王甲+nobody 鿿; –'],
  ['王芳by:，李明', 'false; name 王芳by:，李明; name 王芳by:，李明; –'],
  ['王芳等 甲甲', 'false; name 王芳等 甲甲; name! 王芳+role 等+name 甲甲; –'],
  ['王芳，教务处', 'false; name 王芳，教务处; name 王芳，教务处; –'],
  ['甲E Hwm', 'false; name 甲E Hwm; name 甲E+name Hwm; –'],
  ['甲……', 'false; name 甲…; name 甲…; –'],
  ['記者王芳／', 'false; name 記者王芳／; name 記者王芳／; 王芳'],
  ['記者王芳／台北報導  ', 'false; name 記者王芳／台北報導; name 記者王芳／台北報導; 王芳'],
  ['议三和李四', 'false; name 议三和李四; name 议三和李四; –'],
  ['课题组▲○', 'false; name 课题组▲○; name 课题组▲○; 课题组'],
  ['赵东、风笑天', 'false; name 赵东、风笑天; name 赵东、风笑天; 赵东|风笑天'],
  ['A A\u3000B', 'false; name! A A\u3000B; name! A A B; –'],
  ['A’a\u3000\u3000de .', 'false; name! A’a\u3000\u3000de .; name! A’a de .; –'],
  ['[英]斯鲍', 'false; name! [英]斯鲍; name! [英]斯鲍; 斯鲍'],
  ['【意王]王甲', 'false; name! 【意王]王甲; name! 【意王]王甲; 王甲'],
  ['买·译提', 'false; name! 买·译提; name! 买·译提; 买·译提'],
  ['王等王', 'false; name! 王等王; name! 王等王; 王等王'],
  ['王芳副教授:', 'false; name! 王芳+office 副教授; name! 王芳+office 副教授; –'],
  ['王芳。', 'false; name! 王芳; name! 王芳; –'],
  ['admin ', 'false; nobody admin; nobody admin; –'],
  ['县长夏卿', 'false; office 县长+name! 夏卿; office 县长+name! 夏卿; 夏卿'],
  ['教授', 'false; office 教授; office 教授; –'],
  ['作者张三', 'false; role 作者+name! 张三; role 作者+name! 张三; 张三'],
  ['评论员', 'false; role 评论员; role 评论员; 评论员'],
  ['Eic Hwm:', 'true; name! Eic Hwm; name Eic+name Hwm; –'],
  ['!\u3000\u3000O', 'true; nobody !\u3000\u3000O; nobody !+nobody O; –'],
  ['1', 'true; nobody 1; nobody 1; –'],
  ['A van1', 'true; nobody A van1; nobody A+nobody van1; –'],
  ['无', 'true; nobody 无; nobody 无; –'],
  ['未知', 'true; nobody 未知; nobody 未知; –'],
  ['本网', 'true; nobody 本网; nobody 本网; –'],
  ['管理员', 'true; nobody 管理员; nobody 管理员; –'],
  ['转载', 'true; nobody 转载; nobody 转载; –'],
])('%j → %s', (text, reading) => {
  expect(readingOf(text)).toBe(reading);
});
