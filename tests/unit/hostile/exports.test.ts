import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { beforeAll, describe, expect, it } from 'vitest';
import { formats } from '../../../lib/export/formats.ts';
import type { ExportRecord } from '../../../lib/export/record.ts';
import { hostileBodies } from '../../corpus/hostile/bodies.ts';
import { hostileFields } from '../../corpus/hostile/fields.ts';
import { actsOf } from '../../support/hostile/acts-of.ts';
import { sampleRecord } from '../export/sample-record.ts';

const { document } = new JSDOM('').window;
const field = (at: number): string => hostileFields[at % hostileFields.length] ?? '';

/** Every body as a backup of a stranger would have it, with a hostile text in every field. */
const records: readonly ExportRecord[] = hostileBodies.map(({ html }, at) => ({
  ...sampleRecord({
    title: field(at),
    authors: [field(at + 1), field(at + 2)],
    unit: field(at + 3),
    source: field(at + 4),
    issue: { title: field(at + 4), year: 2005, issue: field(at + 5), date: null, page: field(at + 6) },
    column: [field(at + 7), field(at + 8)],
    institution: field(at + 9),
    editor: field(at + 10),
    keywords: [field(at + 11)],
    abstract: field(at + 12),
    html: `<p>${html}</p>`,
    text: field(at + 13),
  }),
  id: at.toString(16).padStart(24, '0'),
  tags: [field(at + 14)],
  note: field(at + 15),
  highlights: async () => [{ colour: 'green' as const, words: field(at + 16), note: field(at + 17) }],
}));

/** The files that a format makes of all of them, unpacked. */
async function filesOf(id: string): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const format = formats.find((one) => one.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  const parts: Uint8Array[] = [];
  for await (const bytes of format.write(records, { document })) parts.push(bytes);
  const file = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  const decoder = new TextDecoder();
  if (file[0] !== 0x50) return [{ name: id, text: decoder.decode(file) }];
  return Object.entries(unzipSync(file)).map(([name, bytes]) => ({ name, text: decoder.decode(bytes) }));
}

const guilty = (
  files: readonly { readonly name: string; readonly text: string }[],
  acts: (text: string) => readonly string[],
) => files.flatMap(({ name, text }) => acts(text).map((act) => `${name.slice(0, 40)}: ${act}`));

/** The cells of a CSV (RFC 4180). */
function cellsOf(csv: string): readonly string[] {
  const cells = csv.match(/(?<=^|,|\r\n)(?:"(?:[^"]|"")*"|[^",\r\n]*)(?=,|\r\n|$)/g) ?? [];
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

describe('hostile bodies and fields, exported', () => {
  it('do nothing as web pages', async () => {
    const files = await filesOf('html');
    expect(files).toHaveLength(records.length);
    expect(guilty(files, (text) => actsOf(text, { elements: ['meta', 'style'] }))).toEqual([]);
  });

  it('do nothing in a library that is handed over, and bring no script beside its own', async () => {
    const [file] = await filesOf('library');
    const text = file?.text ?? '';
    expect(actsOf(text, { elements: ['meta', 'style', 'script', 'button'], links: /^#e\d+$/ })).toEqual([]);
    const page = new JSDOM(text).window.document;
    expect(page.querySelectorAll('script')).toHaveLength(2);
    expect(page.querySelectorAll('.essay')).toHaveLength(records.length);
    expect(page.querySelectorAll('#contents li')).toHaveLength(records.length);
  });

  it('do nothing in a book, whose parts are well-formed', async () => {
    const parts = (await filesOf('epub')).filter(({ name }) => name.endsWith('.xhtml'));
    expect(parts.length).toBeGreaterThanOrEqual(records.length);
    expect(
      guilty(parts, (text) =>
        actsOf(text, {
          elements: ['meta', 'link', 'style'],
          links: /^(?:\.\.\/)?(?:(?:text\/\d+|title)\.xhtml|style\.css)$/,
        }),
      ),
    ).toEqual([]);
    const window = new JSDOM('').window;
    const malformed = parts.filter(({ text }) => {
      try {
        return (
          new window.DOMParser().parseFromString(text, 'application/xhtml+xml').querySelector('parsererror') !== null
        );
      } catch {
        return true;
      }
    });
    expect(malformed.map(({ name }) => name)).toEqual([]);
  });

  it('do nothing as Markdown, read by CommonMark and by GFM with its HTML let through', async () => {
    const files = await filesOf('markdown');
    expect(files.length).toBeGreaterThanOrEqual(records.length);
    const words = (text: string): string => text.replace(/^---\n[\s\S]*?\n---\n/, '');
    const asCommonMark = (text: string): string => micromark(words(text), { allowDangerousHtml: true });
    const asGfm = (text: string): string =>
      micromark(words(text), { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    for (const asHtml of [asCommonMark, asGfm])
      expect(guilty(files, (text) => actsOf(asHtml(text), { farImages: true, elements: ['input'] }))).toEqual([]);
  });

  describe('as text for machines', () => {
    const made = new Map<string, string>();
    beforeAll(async () => {
      for (const id of ['csv', 'bibtex', 'ris', 'jsonl'])
        made.set(id, (await filesOf(id)).map(({ text }) => text).join('\n'));
    });

    it('forge no record', () => {
      expect(made.get('ris')?.match(/^ER {2}- /gm)).toHaveLength(records.length);
      expect(made.get('jsonl')?.trim().split('\n')).toHaveLength(records.length);
      expect(made.get('bibtex')?.match(/^@\w+\{/gm)).toHaveLength(records.length);
    });

    it('begin no formula in a cell, wherever cells are divided', () => {
      const values = cellsOf(made.get('csv') ?? '');
      expect(values.length).toBeGreaterThan(records.length * 10);
      const parts = values.flatMap((value) => value.split(/[;\t]/));
      expect(parts.filter((part) => /^[\s\u200b]*[=+\-@＝＋－＠]/.test(part))).toEqual([]);
    });
  });
});
