import { describe, expect, it } from 'vitest';
import { closeUpNames, hasNameForm, isPersonName } from '../../../lib/text/person-names.ts';

describe('isPersonName', () => {
  it.each([
    '王芳',
    '李明华',
    '欧阳修文',
    '诸葛亮',
    '张三',
    '阿依古丽·买买提',
    '约翰·史密斯',
    '[美]约翰·史密斯',
    '（英）约翰·史密斯',
    '宁小波',
    '管一民',
  ])('%s is a name', (text) => {
    expect(isPersonName(text)).toBe(true);
  });

  it.each([
    '',
    '王',
    '王芳李明华',
    '前言',
    '引言',
    '结束语',
    '摘要',
    '党史研究',
    '学习时报',
    '宁波',
    '宁波市',
    '教务处',
    '高度重视',
    '安全感',
    '方法论',
    '石家庄',
    '管理学',
    '连云港',
    '江苏省',
    '时代感',
    '老师',
    '文风',
    '从容',
    '王朝末期的',
    'admin',
    '2005',
    '组织部',
    '欧阳',
    '明代',
    '和谐社会',
    '马克思',
  ])('%s is none', (text) => {
    expect(isPersonName(text)).toBe(false);
  });

  it('leaves rare surnames to hasNameForm', () => {
    expect(isPersonName('兀小明')).toBe(false);
    expect(hasNameForm('兀小明')).toBe(true);
    expect(hasNameForm('大卫')).toBe(true);
    expect(hasNameForm('教研室')).toBe(false);
    expect(hasNameForm('时代呼唤')).toBe(false);
  });
});

describe('closeUpNames', () => {
  it.each([
    ['王　芳', ['王芳']],
    ['王\u00a0\u00a0芳', ['王芳']],
    ['刘 竹 梅', ['刘竹梅']],
    ['王 芳 李明华', ['王芳', '李明华']],
    ['李明华 王 芳', ['李明华', '王芳']],
    ['王 芳 李 明', ['王芳', '李明']],
    ['刘 竹 梅 李 明', ['刘竹梅', '李明']],
    ['王 芳 李 明华', ['王芳', '李明华']],
    ['李 明华', ['李明华']],
    ['赵小静 薛大澜', ['赵小静', '薛大澜']],
    ['欧阳 晓', ['欧阳晓']],
    ['司马 文华 王芳', ['司马文华', '王芳']],
    ['诸葛 亮 王 芳', ['诸葛亮', '王芳']],
    ['王芳 欧阳 晓', ['王芳', '欧阳晓']],
    ['欧阳', ['欧阳']],
    ['欧阳 晓东来', ['欧阳', '晓东来']],
    ['王', ['王']],
    ['', []],
    ['  ', []],
  ])('%s → %j', (text, names) => {
    expect(closeUpNames(text)).toEqual(names);
  });
});
