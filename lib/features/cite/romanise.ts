import type { Romanise } from '../../export/quote/chicago.ts';

/** Chinese names in pinyin, family name first: `Wang Xiaoming`. The dictionary is loaded when it is first wanted. */
export async function loadRomanise(): Promise<Romanise> {
  const { pinyin } = await import('pinyin-pro');
  const word = (text: string, mode: 'surname' | 'normal'): string => {
    const letters = pinyin(text, {
      toneType: 'none',
      type: 'array',
      surname: mode === 'surname' ? 'head' : 'off',
    }).join('');
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  return (name) => {
    // Two to four characters are a person's name; a group's stays as it is.
    if (!/^\p{Script=Han}{2,4}$/u.test(name)) return '';
    const family = familyOf(name);
    return `${word(name.slice(0, family), 'surname')} ${word(name.slice(family), 'normal')}`;
  };
}

const familyOf = (name: string): number => (name.length > 2 && compound.includes(name.slice(0, 2)) ? 2 : 1);

/** Family names of two characters that are borne today (百家姓, and the census of 2020). */
const compound: readonly string[] = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '夏侯',
  '端木',
  '独孤',
  '南宫',
  '呼延',
  '闻人',
  '澹台',
  '宇文',
  '长孙',
  '轩辕',
];
