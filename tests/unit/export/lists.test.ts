import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { writtenText } from './reading.ts';
import { sampleRecord } from './sample-record.ts';

const html = '<ol start="3"><li>甲</li><li value="7">乙</li><li>丙</li></ol>';
const write = (format: string) => writtenText(format, [sampleRecord({ html })], { count: 1 });

describe('a list that counts on', () => {
  it('counts on in HTML', async () => {
    const { document } = new JSDOM(await write('html')).window;
    const list = document.querySelector<HTMLOListElement>('section ol');
    expect([list?.start, list?.querySelectorAll('li')[1]?.value]).toEqual([3, 7]);
  });

  it('has its numbers in TEI and Markdown', async () => {
    expect((await write('tei')).match(/<item n="\d+"/g)).toEqual(['<item n="3"', '<item n="7"', '<item n="8"']);
    expect((await write('markdown')).match(/^\d+\. ./gm)).toEqual(['3. 甲', '7. 乙', '8. 丙']);
  });

  it('keeps its numbers within another list, where Markdown would take them for words', async () => {
    const nested = '<ul><li>甲<ol start="9"><li>乙</li><li>丙</li></ol></li><li>丁<ol><li>戊</li></ol></li></ul>';
    const text = await writtenText('markdown', [sampleRecord({ html: nested })], { count: 1 });
    const { document } = new JSDOM(new MarkdownIt().render(text.replace(/^---\n.*?\n---\n/s, ''))).window;
    const lists = [...document.querySelectorAll('ul ol')].map((list) => [
      list.getAttribute('start'),
      list.children.length,
    ]);
    expect(lists).toEqual([
      ['9', 2],
      [null, 1],
    ]);
  });
});
