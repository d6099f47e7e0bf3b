import { describe, expect, it } from 'vitest';
import type { Block } from '../../../lib/clean/block.ts';
import { joinSeams } from '../../../lib/pipeline/seams.ts';

/** A paragraph; two ideographic spaces at its start stand for the page's indent. */
function paragraph(words: string): Block {
  const text = words.replace(/^　　/, '');
  return { kind: 'text', tag: 'p', html: text, text, gap: 'block', indented: text !== words };
}
const heading = (text: string): Block => ({
  ...paragraph(text),
  kind: 'text',
  tag: 'h3',
  html: text,
  indented: false,
  gap: 'block',
});
const join = (...pages: (readonly (string | Block)[])[]) => {
  const { blocks, repeats } = joinSeams(
    pages.map((page) => page.map((block) => (typeof block === 'string' ? paragraph(block) : block))),
  );
  return { texts: blocks.map(({ text }) => text), repeats };
};

const full = '这条石坎是三十年前修的，那时候全村出工，一天记十个工分';

describe('what pages repeat is left out', () => {
  it('a title and a lead at the start of each page', () => {
    expect(join(['石坎与人心', '核心提示：修坎。', '甲。'], ['石坎与人心', '核心提示：修坎。', '乙。'])).toEqual({
      texts: ['石坎与人心', '核心提示：修坎。', '甲。', '乙。'],
      repeats: ['石坎与人心', '核心提示：修坎。'],
    });
  });

  it('the lead alone, where page 1 has more above it', () => {
    expect(join(['摘要：略。', '核心提示：修坎。', '甲。'], ['核心 提示：修坎。', '乙。']).texts).toEqual([
      '摘要：略。',
      '核心提示：修坎。',
      '甲。',
      '乙。',
    ]);
  });

  it('paragraphs that end one page and start the next', () => {
    expect(join(['甲。', '乙。', '丙。', '丁。', '戊。'], ['丁。', '戊。', '己。'])).toEqual({
      texts: ['甲。', '乙。', '丙。', '丁。', '戊。', '己。'],
      repeats: ['丁。', '戊。'],
    });
  });

  it('a note under each page, but the last', () => {
    const note = '（作者系青山县委党校教员）';
    expect(join(['甲。', note], ['乙。', note], ['丙。', note])).toEqual({
      texts: ['甲。', '乙。', '丙。', note],
      repeats: [note, note],
    });
  });

  it('but nothing that comes again further inside', () => {
    expect(join(['甲。', '乙。', '丙。', '丁。', '戊。'], ['己。', '甲。', '庚。']).repeats).toEqual([]);
  });

  it('nor the only block of a page', () => {
    expect(join(['甲。', '乙。'], ['丙。']).texts).toEqual(['甲。', '乙。', '丙。']);
  });
});

describe('a paragraph across the edge of a page', () => {
  it.each([
    ['after a comma', '石坎要年年修，', '修一年管三年。'],
    ['in the middle of a full, indented line', `　　${full}`, '，谁也不肯落后。'],
  ])('is made whole %s', (_, before, after) => {
    expect(join([before], [after]).texts).toEqual([before.trim() + after]);
  });

  it.each<[string, string | Block, string | Block]>([
    ['when it had ended', '　　石坎要年年修。', '修一年管三年。'],
    ['when the next is indented', '石坎要年年修，', '　　修一年管三年。'],
    ['when its line is short, as a heading is', '　　二、石坎与水土', '石坎挡住泥沙。'],
    ['when the page does not indent its paragraphs', full, '谁也不肯落后。'],
    ['when it is a heading', heading(`${full}，`), '谁也不肯落后。'],
    ['before a heading', `${full}，`, heading('二、水土')],
    ['when it is verse', `石坎青青，\n${full}，`, '谁也不肯落后。'],
  ])('stays as it is %s', (_, before, after) => {
    expect(join([before], [after]).texts).toHaveLength(2);
  });
});
