import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { citeStyles } from '../../../lib/export/cite/styles.ts';
import { formats } from '../../../lib/export/formats.ts';
import type { ExportRecord } from '../../../lib/export/record.ts';
import { parseXml, written, writtenText } from './reading.ts';
import { sampleRecord } from './sample-record.ts';

const record: ExportRecord = {
  ...sampleRecord(),
  tags: ['县域', '再 读'],
  note: '与丙文<对读>',
  highlights: async () => [
    { colour: 'blue', words: '县域的\n转型', note: '可引 & 待查' },
    { colour: 'pink', words: '人的一句', note: '' },
  ],
};
const own = ['与丙文<对读>', '转型', '可引 & 待查', '人的一句', '再 读'];
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
/** The words of a page or book as people see them; a zip's files one after another. */
const shown = (text: string) => new JSDOM(text).window.document.body.textContent ?? '';

describe("the reader's own words", () => {
  // References that people read are printed, and WARC holds what servers sent: neither has a place for them.
  const printed = citeStyles.filter((style) => !['bibtex', 'ris', 'csl'].includes(style));
  const others = formats.filter(
    ({ id, kind }) => kind !== 'archive' && kind !== 'hand-over' && !printed.some((style) => style === id),
  );

  it.each(others.map(({ id }) => id))('leave in %s', async (id) => {
    const bytes = await written(id, [record], { count: 1 });
    const files = id === 'epub' || id === 'docx' ? Object.values(unzipSync(bytes)) : [bytes];
    const text = files.map((file) => new TextDecoder().decode(file)).join('\n');
    const all = bare(['html', 'epub', 'docx', 'tei'].includes(id) ? shown(text) : text);
    expect(own.filter((words) => !all.includes(bare(words)))).toEqual([]);
  });

  it('stand apart from what a style prints', async () => {
    const bibtex = await writtenText('bibtex', [record]);
    expect(/^ {2}note = .*$/m.exec(bibtex)?.[0]).not.toContain('与丙文');
    expect(bibtex).toContain(
      '  annotation = {附注：与丙文<对读>；标记：「县域的 转型」（可引 \\& 待查）「人的一句」},',
    );
    const ris = await writtenText('ris', [record]);
    expect(ris.match(/^N1 {2}- /gm)).toHaveLength(2);
  });

  it('are notes of TEI, each with the passage that it is about', async () => {
    const tei = parseXml(await writtenText('tei', [record]));
    const back = [...tei.querySelectorAll('back > div')];
    expect(back.map((div) => div.getAttribute('type'))).toEqual(['note', 'highlights']);
    expect([...tei.querySelectorAll('back cit quote')].map((quote) => quote.textContent)).toEqual([
      '县域的\n转型',
      '人的一句',
    ]);
    expect(tei.querySelector('back cit note')?.textContent).toBe('可引 & 待查');
    expect(parseXml(await writtenText('tei', [sampleRecord()])).querySelector('back')).toBeNull();
  });

  it('are data in JSONL', async () => {
    const line = JSON.parse(await writtenText('jsonl', [record]));
    expect(line.highlights).toEqual(await record.highlights());
    expect(JSON.parse(await writtenText('jsonl', [sampleRecord()])).highlights).toEqual([]);
  });
});
