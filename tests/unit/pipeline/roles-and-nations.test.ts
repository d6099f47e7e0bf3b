import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { essayOf, paragraphs, prose } from '../../support/portal-page.ts';

const read = (byline: string): Essay =>
  essayOf({ title: '河埠头的公秤', head: '<p>2006-05-18</p>', body: `<p align="center">${byline}</p>${prose}` });

describe('who signs', () => {
  it.each([
    ['文并图　林有禾', ['林有禾']],
    ['《学习时报》记者　林有禾', ['林有禾']],
    ['清河日报记者 林有禾 通讯员 王芳', ['林有禾', '王芳']],
    ['点评：林有禾', ['林有禾']],
    ['清河市委党校，林有禾', ['林有禾']],
    ['“乡村秤制”课题组', ['“乡村秤制”课题组']],
    ['[英]霍布斯鲍姆 著　林有禾 译', ['霍布斯鲍姆']],
    ['（美）约翰·杜威著　林有禾译', ['约翰·杜威']],
    ['撰文/林有禾 摄影/王芳', ['林有禾']],
  ])('%s', (byline, authors) => {
    const essay = read(byline);
    expect(essay.authors).toEqual(authors);
    expect(essay.text.split('\n')).toEqual(paragraphs);
  });

  it.each(['（记者王芳摄）', '（新华社记者 王芳 摄）'])(
    '%s closes a caption: who took a picture wrote nothing',
    (credit) => {
      const caption = `<p align="center"><img src="/up/1.jpg" width="400" height="300"></p><p>挂秤的老樟树在河埠头。${credit}</p>`;
      expect(essayOf({ title: '河埠头的公秤', head: '<p>2006-05-18</p>', body: `${prose}${caption}` }).authors).toEqual(
        [],
      );
    },
  );

  it('a paper and a name in brackets, in traditional characters', () => {
    const essay = read('【中廣新聞／陳奕華】');
    expect([essay.authors, essay.text.split('\n')]).toEqual([['陳奕華'], paragraphs]);
  });

  it('a reporter’s line below a picture’s words gives the author and leaves', () => {
    const photo = '<div><img src="/up/1.jpg" width="320" height="240"><h3>秤挂在老樟树上，年年有人来看。</h3></div>';
    const essay = essayOf({
      title: '河埠头的公秤',
      head: '<p>2006-05-18</p>',
      body: `${photo}<p>記者林有禾／清河報導</p>${prose}`,
    });
    expect(essay.authors).toEqual(['林有禾']);
    expect(essay.text.split('\n')).toEqual(['秤挂在老樟树上，年年有人来看。', ...paragraphs]);
  });
});
