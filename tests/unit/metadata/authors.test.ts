import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuthors } from '../../../lib/lines/bylines/authors.ts';
import { isDepartment } from '../../../lib/lines/bylines/bodies.ts';

describe('readAuthors: persons', () => {
  it.each<[string, string[]]>([
    ['王　芳', ['王芳']],
    ['刘 竹 梅', ['刘竹梅']],
    ['陈一苇 林小溪', ['陈一苇', '林小溪']],
    ['陈一苇、林小溪，王芳；李明/赵静', ['陈一苇', '林小溪', '王芳', '李明', '赵静']],
    ['陈一苇,林小溪;王芳', ['陈一苇', '林小溪', '王芳']],
    ['王芳和李明', ['王芳', '李明']],
    ['王芳 与 李明', ['王芳', '李明']],
    ['李和平', ['李和平']],
    ['王芳同志', ['王芳']],
    ['王芳等', ['王芳']],
    ['欧阳修文', ['欧阳修文']],
    ['张编', ['张编']],
    ['李文', ['李文']],
    ['阿依古丽·买买提', ['阿依古丽·买买提']],
    ['[美]约翰·史密斯', ['[美]约翰·史密斯']],
    ['（美）约翰·史密斯', ['（美）约翰·史密斯']],
    ['John Smith', ['John Smith']],
    ['大卫', ['大卫']],
    ['王芳（宁波市委党校）', ['王芳']],
    ['王芳（甲校） 李明(乙校)', ['王芳', '李明']],
    ['王芳，王芳', ['王芳']],
    ['文/王芳 图/李明', ['王芳']],
  ])('%s → %j', (value, persons) => {
    expect(readAuthors(value)).toMatchObject({ persons, organisations: [], truncated: false, raw: value });
  });

  it.each<[string, string[], string[]]>([
    ['本报记者 王芳', ['王芳'], ['本报记者']],
    ['本报记者王芳', ['王芳'], ['本报记者']],
    ['记者王芳 通讯员李明', ['王芳', '李明'], ['记者', '通讯员']],
    ['特约评论员 王芳', ['王芳'], ['特约评论员']],
    ['课题组组长 王芳', ['王芳'], ['课题组组长']],
    ['通讯员：王芳', ['王芳'], ['通讯员']],
    ['执笔者：王芳', ['王芳'], ['执笔者']],
    ['整理者：王芳', ['王芳'], ['整理者']],
    ['口述者：王芳', ['王芳'], ['口述者']],
    ['讲述人 王芳', ['王芳'], ['讲述人']],
    ['撰文者：王芳', ['王芳'], ['撰文者']],
    ['采写者：王芳', ['王芳'], ['采写者']],
    ['王芳教授', ['王芳'], ['教授']],
    ['王芳副教授', ['王芳'], ['副教授']],
    ['王芳博士', ['王芳'], ['博士']],
    ['王芳 编译', ['王芳'], ['编译']],
    ['王芳（整理）', ['王芳'], []],
    ['王小芳译', ['王小芳'], ['译']],
  ])('%s → %j as %j', (value, persons, roles) => {
    expect(readAuthors(value)).toMatchObject({ persons, roles });
  });

  it('tells affiliations', () => {
    expect(readAuthors('王芳（甲校） 李明(乙校)').affiliations).toEqual(['甲校', '乙校']);
  });

  it.each(['陈一…', '陈一...'])('keeps a name that was cut short: %s', (value) => {
    expect(readAuthors(value)).toMatchObject({ persons: ['陈一…'], truncated: true });
  });
});

describe('readAuthors: organisations and no one', () => {
  it.each([
    '党史党建教研室',
    '课题组',
    '宁波市委党校课题组',
    '办公室',
    '本刊编辑部',
    '组织处',
    '中共宁波市委党校',
    '信息中心',
    '图书馆',
  ])('%s is a body', (value) => {
    expect(readAuthors(value)).toMatchObject({ persons: [], organisations: [value] });
  });

  it('takes an unnamed commentator for the author', () => {
    expect(readAuthors('本报评论员')).toMatchObject({ persons: [], organisations: ['本报评论员'] });
  });

  it('tells persons and bodies in one list apart', () => {
    expect(readAuthors('王芳 市委党校课题组')).toMatchObject({ persons: ['王芳'], organisations: ['市委党校课题组'] });
  });

  it.each([
    '',
    ' ',
    '佚名',
    '未知',
    '不详',
    'admin',
    'Administrator',
    '管理员',
    '本站',
    '本站原创',
    '网络',
    '转载',
    '原创',
    '匿名',
    '--',
    '…',
    '无',
  ])('%s is no one', (value) => {
    expect(readAuthors(value)).toMatchObject({ persons: [], organisations: [], roles: [], truncated: false });
  });

  it('knows departments from signing bodies and persons', () => {
    expect(['教研室', '组织处', '宣传部', '信息中心'].map(isDepartment)).toEqual([true, true, true, true]);
    expect(['课题组', '编辑部', '王小科', '评论员'].map(isDepartment)).toEqual([false, false, false, false]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (value) => void readAuthors(value)));
    expect(() => readAuthors('（'.repeat(100_000))).not.toThrow();
  });
});
