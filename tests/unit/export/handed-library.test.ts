import { createHash } from 'node:crypto';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { pageWords } from '../../../lib/export/hand-over/page-words.ts';
import { pageSearch } from '../../../lib/export/hand-over/search-in-page.ts';
import { writeLibrary } from '../../../lib/export/hand-over/write-library.ts';
import type { ExportRecord } from '../../../lib/export/record.ts';
import { sampleRecord } from './sample-record.ts';

const { document } = new JSDOM('').window;
const own: ExportRecord = {
  ...sampleRecord(),
  tags: ['县域'],
  note: '私人附注',
  highlights: async () => [{ colour: 'green', words: '县域的转型', note: '待查' }],
};
const second = {
  ...sampleRecord({
    title: '乡村夜校',
    authors: ['林砚秋'],
    publishedOn: '1999-03',
    institution: '湖州党校',
    text: '油灯下识字。',
    html: '<p>油灯下识字。</p>',
  }),
  id: 'b'.repeat(24),
};

async function textOf(records: readonly ExportRecord[], options = {}): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const bytes of writeLibrary(records, { document, ...options })) parts.push(bytes);
  return new Blob(parts).text();
}

describe('a library in one file', () => {
  it('has contents, essays, facts and references, and is whole without its script', async () => {
    const page = new JSDOM(await textOf([own, second], { title: '县域 <研究>' })).window.document;
    expect(page.title).toBe('县域 <研究>');
    expect([...page.querySelectorAll('#contents a')].map((link) => link.getAttribute('href'))).toEqual(['#e1', '#e2']);
    expect(page.querySelector('#contents li:nth-child(2)')?.textContent).toBe('乡村夜校林砚秋 · 1999-03 · 湖州党校');
    expect(page.querySelector('#e2 .text')?.textContent?.trim()).toBe('油灯下识字。');
    expect(page.querySelector('#e1 .cite')?.textContent).toContain('[EB/OL]');
    expect(page.querySelector('#e1 .cite')?.textContent).toContain('@online');
  });

  it('lets its own script and sheet run by their digests, and nothing be loaded', async () => {
    const text = await textOf([own]);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(text)?.[1] ?? '';
    const hashOf = (part: string) => `'sha256-${createHash('sha256').update(part).digest('base64')}'`;
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => hashOf(script));
    expect(scripts).toHaveLength(2);
    expect(policy).toBe(
      `default-src 'none'; script-src ${scripts.join(' ')}; style-src ${hashOf(style)}; img-src data:; base-uri 'none'; form-action 'none'`,
    );
  });

  it("keeps the reader's notes, passages and tags back unless they are to go along", async () => {
    const without = await textOf([own]);
    for (const word of ['私人附注', '县域的转型', '待查', '标签</dt>']) expect(without).not.toContain(word);
    const along = await textOf([own], { own: true });
    for (const word of ['私人附注', '县域的转型', '待查', '标签</dt>']) expect(along).toContain(word);
  });

  it('holds one essay at a time', async () => {
    const seen: string[] = [];
    const records = (async function* () {
      for (let n = 1; n <= 3; n += 1) {
        seen.push(`read ${n}`);
        yield { ...second, id: String(n) };
      }
    })();
    for await (const bytes of writeLibrary(records, { document })) {
      const written = /id="(e\d)"/.exec(new TextDecoder().decode(bytes))?.[1];
      if (written !== undefined) seen.push(written);
    }
    expect(seen).toEqual(['read 1', 'e1', 'read 2', 'e2', 'read 3', 'e3']);
  });

  it('says in every language what it says in one', () => {
    expect(Object.keys(pageWords.en)).toEqual(Object.keys(pageWords['zh-TW']));
    expect(Object.values(pageWords.en).filter((word) => /\p{Script=Han}/u.test(word))).toEqual([]);
  });
});

describe('the page of a library', () => {
  /** The page with its script at work, and what its list shows. */
  async function openPage(records: readonly ExportRecord[]) {
    const { window } = new JSDOM(await textOf(records), { runScripts: 'dangerously', url: 'https://example.org/' });
    Object.assign(window, { scrollTo: () => undefined });
    const page = window.document;
    const titles = (): readonly (string | null)[] =>
      [...page.querySelectorAll('#contents li .t')].map((title) => title.textContent);
    const seek = (text: string): void => {
      const box = page.querySelector<HTMLInputElement>('.box');
      if (box) box.value = text;
      box?.dispatchEvent(new window.Event('input'));
    };
    return { page, titles, seek };
  }
  const inAll = (n: number): ExportRecord => ({
    ...sampleRecord({ title: `第${n}篇`, text: `灯火${n}。`, html: `<p>灯火<b>${n}</b>。</p>` }),
    id: String(n).padStart(24, '0'),
  });

  it('takes lines out of its list that a search does not find, and puts them back in their places', async () => {
    const { page, titles, seek } = await openPage([1, 2, 3, 4].map(inAll));
    const all = titles();
    expect(all).toEqual(['第1篇', '第2篇', '第3篇', '第4篇']);
    seek('灯火3');
    await expect.poll(titles).toEqual(['第3篇']);
    expect(page.querySelector('#contents mark')?.textContent).toBe('灯火3');
    seek('没有的词');
    await expect.poll(titles).toEqual([]);
    seek('');
    await expect.poll(titles).toEqual(all);
    expect(page.querySelector('#contents mark')).toBeNull();
  });

  it('searches facts and notes, and not the digest that stands last', async () => {
    const { titles, seek } = await openPage([own, second]);
    seek('湖州党校');
    await expect.poll(titles).toEqual(['乡村夜校']);
    seek('abababab');
    await expect.poll(titles).toEqual([]);
    seek('油灯');
    await expect.poll(titles).toEqual(['乡村夜校']);
  });
});

describe('the search in the page', () => {
  const { words, fold, passage } = pageSearch();

  it('parts words by spaces, and takes what stands in quotation marks as one', () =>
    expect(words('　农村 “社会 主义” ABC')).toEqual(['农村', '社会 主义', 'abc']));

  it('folds width and case, character by character', () => {
    expect(fold('ＷＴＯ与Ⅲ')).toBe('wto与Ⅲ');
    expect(fold('㎏').length).toBe(1);
  });

  it('gives the passage around the first hit, with the hits in it', () => {
    const text = `${'前'.repeat(60)}农村与农民${'后'.repeat(60)}`;
    const parts = passage(text, ['农民', '农村']) ?? [];
    expect(parts.filter(({ hit }) => hit).map((part) => part.text)).toEqual(['农村', '农民']);
    expect(parts[0]?.text).toBe(`…${'前'.repeat(36)}`);
    expect(passage(text, ['工业'])).toBeNull();
  });
});
