import { describe, expect, it } from 'vitest';
import { essayMarkdown } from '../../../lib/export/texts/markdown.ts';
import { sampleRecord } from './sample-record.ts';

/** The front matter's fields: each value is a JSON string or number, or a list of them. */
function readFrontMatter(markdown: string): Readonly<Record<string, unknown>> {
  const [, head = ''] = /^---\n(.*?)\n---\n/s.exec(markdown) ?? [];
  const fields: Record<string, unknown> = {};
  for (const [, name = '', value = '', list = ''] of head.matchAll(/^(\w+):(?: (.*)|((?:\n {2}- .*)+))$/gm)) {
    fields[name] =
      value === ''
        ? list
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line.trim().slice(2)))
        : JSON.parse(value);
  }
  return fields;
}

describe('Markdown', () => {
  it('has the fields in front, and the body', () => {
    const markdown = essayMarkdown({ ...sampleRecord({ title: '"甲": #乙\n---' }), tags: ['县 域'] });
    expect(readFrontMatter(markdown)).toMatchObject({
      title: '"甲": #乙\n---',
      authors: ['周望川', '林砚秋'],
      published: '2005-07-14',
      column: ['理论研究', '经济'],
      tags: ['县-域'],
      original_sha256: 'ab'.repeat(32),
    });
    expect(markdown).toContain('\n\n县域是城乡之间的纽带。\n\n转型要从产业做起。\n');
  });

  it('leaves out what is not there', () => {
    expect(essayMarkdown(sampleRecord({ unit: null, keywords: [] }))).not.toMatch(
      /^(?:unit|keywords|editor|archived_url)/m,
    );
  });

  it('ends with the note of the reader', () => {
    expect(essayMarkdown({ ...sampleRecord(), note: '值得再读' })).toMatch(/\n---\n\n值得再读\n$/);
  });
});
