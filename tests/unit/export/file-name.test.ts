import { describe, expect, it } from 'vitest';
import { fileName, uniqueNames } from '../../../lib/export/texts/file-name.ts';

describe('file names', () => {
  it.each([
    ['论县域经济的转型', '论县域经济的转型'],
    ['上/下\\左:右*？"<>|', '上 下 左 右 ？'],
    ['../../etc/passwd', 'etc passwd'],
    ['CON', '_CON'],
    ['com1.论文', '_com1.论文'],
    ['结尾有点. . ', '结尾有点'],
    ['\u202e甲\u0000乙\n丙', '甲 乙 丙'],
    ['甲\ud800乙', '甲 乙'],
    ['??', '无题'],
    ['', '无题'],
  ])('%j becomes %j', (title, name) => {
    expect(fileName(title)).toBe(name);
  });

  it('are cut by bytes and between characters', () => {
    const name = fileName(`a${'𠀀'.repeat(200)}`);
    expect(new TextEncoder().encode(name).length).toBe(177);
    expect(name).not.toMatch(/\p{Cs}/u);
  });

  it('are given once, in any case, and a title like a number is none', () => {
    const nameOf = uniqueNames();
    expect(['A', 'a', 'A (2)', 'a', 'a'].map(nameOf)).toEqual(['A', 'a (2)', 'A (2) (2)', 'a (3)', 'a (4)']);
  });
});
