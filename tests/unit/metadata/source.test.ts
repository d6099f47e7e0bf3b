import { describe, expect, it } from 'vitest';
import { readSource } from '../../../lib/metadata/source.ts';

describe('readSource', () => {
  it.each([
    ['学习时报', '学习时报'],
    ['《学习时报》', '学习时报'],
    ['《求是》杂志', '求是'],
    ['《理论与改革》2019年第4期', '理论与改革'],
    ['摘自《学习时报》2005年第12期', '学习时报'],
    ['学习时报 2005-07-11 第3版', '学习时报'],
    ['（新华网）', '新华网'],
    ['人民网-理论频道', '人民网-理论频道'],
    ['《学习时报》理论版', '《学习时报》理论版'],
    ['《光明日报》 《学习时报》', '《光明日报》 《学习时报》'],
    ['省发改委', '省发改委'],
  ])('%s → %s', (text, source) => {
    expect(readSource(text)?.source).toBe(source);
  });

  it('gives the issue too', () => {
    expect(readSource('《理论与改革》2019年第4期')?.issue).toMatchObject({
      title: '理论与改革',
      year: 2019,
      issue: '4',
    });
    expect(readSource('学习时报')?.issue).toBeNull();
  });

  it.each([
    '',
    ' ',
    '本站',
    '本站原创',
    '原创',
    '不详',
    '未知',
    '佚名',
    '本网',
    '网络',
    '转载',
    'admin',
    '--',
    '（本站）',
  ])('%s is none', (text) => {
    expect(readSource(text)).toBeNull();
  });
});
