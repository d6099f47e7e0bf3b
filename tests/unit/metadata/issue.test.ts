import { describe, expect, it } from 'vitest';
import { readIssue } from '../../../lib/metadata/issue.ts';

const none = { year: null, issue: null, date: null, page: null };

describe('readIssue', () => {
  it.each<[string, object]>([
    ['《学习时报》2005年第12期', { title: '学习时报', year: 2005, issue: '12' }],
    ['学习时报2005年第12期', { title: '学习时报', year: 2005, issue: '12' }],
    ['学习时报 2005-07-11 第3版', { title: '学习时报', year: 2005, date: '2005-07-11', page: '3' }],
    ['《求是》2004年第5期第12页', { title: '求是', year: 2004, issue: '5', page: '12' }],
    ['《求是》杂志2004年第五期', { title: '求是', year: 2004, issue: '5' }],
    ['原载《光明日报》2003年3月15日', { title: '光明日报', year: 2003, date: '2003-03-15' }],
    ['（原载于《光明日报》 1988年3月15日）', { title: '光明日报', year: 1988, date: '1988-03-15' }],
    ['《理论与改革》2019年第4期', { title: '理论与改革', year: 2019, issue: '4' }],
    ['《理论与改革》总第215期', { title: '理论与改革', issue: '215' }],
    ['《理论探讨》2002年第3期（总第88期）', { title: '理论探讨', year: 2002, issue: '3' }],
    ['学习时报第271期', { title: '学习时报', issue: '271' }],
    ['《理论探讨》（2002.3）', { title: '理论探讨', year: 2002, issue: '3' }],
    ['《党建》2004（5）', { title: '党建', year: 2004, issue: '5' }],
    ['《党建》2004年第05期', { title: '党建', year: 2004, issue: '5' }],
    ['《人民日报》（2005年07月14日 第一版）', { title: '人民日报', year: 2005, date: '2005-07-14', page: '1' }],
    ['光明日报2005年7月11日A3版', { title: '光明日报', year: 2005, date: '2005-07-11', page: 'A3' }],
    ['《党史研究》2003年增刊', { title: '党史研究', year: 2003, issue: '增刊' }],
    ['《马克思主义研究》2004年第2-3期', { title: '马克思主义研究', year: 2004, issue: '2-3' }],
    ['《学报》2005年第3期 P12-15', { title: '学报', year: 2005, issue: '3', page: '12-15' }],
    ['《求是》2004年第5期（下）', { title: '求是', year: 2004, issue: '5下' }],
  ])('%s', (text, issue) => {
    expect(readIssue(text)).toEqual({ ...none, ...issue });
  });

  it.each([
    '',
    '学习时报',
    '《学习时报》',
    '2005年第3期',
    '本站原创',
    '新华网',
    '2005-07-14',
    '《'.repeat(100),
    '学'.repeat(300),
  ])('%s tells no issue', (text) => {
    expect(readIssue(text)).toBeNull();
  });

  it('takes the title from its caller', () => {
    expect(readIssue('2005年第3期', '学习时报')).toEqual({ ...none, title: '学习时报', year: 2005, issue: '3' });
  });
});
