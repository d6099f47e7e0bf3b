import { describe, expect, it } from 'vitest';
import { loadRomaniser } from '../../../../lib/export/cite/latin/romaniser.ts';

describe('a title in Latin letters', () => {
  it.each([
    ['甲，乙', 'Jia, yi'],
    ['甲、乙', 'Jia, yi'],
    ['甲。乙', 'Jia. yi'],
    ['甲：乙', 'Jia: yi'],
    ['甲；乙', 'Jia; yi'],
    ['甲？乙', 'Jia? yi'],
    ['甲！乙', 'Jia! yi'],
    ['甲（乙）丙', 'Jia (yi) bing'],
    ['甲《乙》丙', 'Jia “Yi” bing'],
    ['甲〈乙〉丙', 'Jia “Yi” bing'],
    ['甲「乙」丙', 'Jia “yi” bing'],
    ['甲“乙”丙', 'Jia “yi” bing'],
    ['甲‘乙’丙', 'Jia ‘yi’ bing'],
    ['甲·乙', 'Jia yi'],
    ['甲　乙', 'Jia yi'],
    ['甲  乙', 'Jia yi'],
    ['甲——乙', 'Jia—yi'],
    ['甲 － 乙', 'Jia—yi'],
    ['甲/乙', 'Jia/yi'],
    ['2005年甲B', '2005 nian jia B'],
    ['《甲》、“乙”（丙）：丁', '“Jia”, “yi” (bing): ding'],
    ['“甲”；‘乙’！', '“Jia”; ‘yi’!'],
    ['（一）甲', '(Yi) jia'],
    ['“三农”', '“San nong”'],
    ['西安', 'Xi’an'],
    // A word that begins as a surname that is read otherwise.
    ['单位改革', 'Danwei gaige'],
    ['曾经', 'Cengjing'],
    ['方案', 'Fang’an'],
    ['Reform', null],
    ['１２，', null],
  ])('of %s', async (text, wanted) => {
    expect((await loadRomaniser()).title(text)).toBe(wanted);
  });

  it('of a body has a capital at each word', async () => {
    const { body } = await loadRomaniser();
    expect(['北京大学（研究会）', '《求是》编辑部', 'WTO研究', 'UN'].map(body)).toEqual([
      'Beijing Daxue (Yanjiu Hui)',
      '“Qiu Shi” Bianji Bu',
      'WTO Yanjiu',
      null,
    ]);
  });
});

it.each([
  ['王明', 'Wang|Ming'],
  ['王小明', 'Wang|Xiaoming'],
  ['王小明华', null],
  ['欧阳', 'Ou|Yang'],
  ['欧阳修', 'Ouyang|Xiu'],
  ['欧阳修远', 'Ouyang|Xiuyuan'],
  ['单田芳', 'Shan|Tianfang'],
  ['王单', 'Wang|Dan'],
  ['张安安', 'Zhang|An’an'],
  ['王', null],
  ['阿·丁', null],
  ['A王', null],
  ['王A', null],
])('the name %s', async (name, wanted) => {
  const found = (await loadRomaniser()).person(name);
  expect(found && `${found.family}|${found.given}`).toBe(wanted);
});
