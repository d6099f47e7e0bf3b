import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { WARCParser } from 'warcio';
import { gbtReference } from '../../../lib/export/cite/gbt7714.ts';
import { type Check, outcomeOf } from '../check.ts';
import { shownBy } from '../markdown-readers.ts';
import { runProgram } from '../run-program.ts';

const bare = (text: string): string => text.replace(/\s+/g, '');

const epubcheck: Check = {
  client: 'epubcheck',
  format: 'epub',
  asks: 'no error and no warning',
  programs: ['epubcheck'],
  run: async ({ folder }) => {
    const { out, err } = runProgram('epubcheck', [join(folder, 'epub', 'essays.epub')]);
    const told = `${out}${err}`.split('\n').filter((line) => /^(?:ERROR|FATAL|WARNING)/.test(line));
    return { right: told.length === 0 ? 1 : 0, of: 1, note: told.slice(0, 2).join('; ').slice(0, 200) };
  },
};

const tei: Check = {
  client: 'jing, tei_all',
  format: 'tei',
  asks: 'valid by the schema of TEI P5',
  programs: ['jing'],
  run: async ({ folder, teiSchema }) => {
    if (teiSchema === null) return null;
    const { out } = runProgram('jing', [teiSchema, join(folder, 'tei', 'essays.xml')]);
    return { right: out.trim() === '' ? 1 : 0, of: 1, note: out.split('\n').slice(0, 2).join('; ').slice(0, 200) };
  },
};

const wellFormed: Check = {
  client: 'xmllint',
  format: 'tei',
  asks: 'well-formed',
  programs: ['xmllint'],
  run: async ({ folder }) => {
    const { ok, err } = runProgram('xmllint', ['--noout', '--huge', join(folder, 'tei', 'essays.xml')]);
    return { right: ok ? 1 : 0, of: 1, note: err.slice(0, 200) };
  },
};

const frontMatter: Check = {
  client: 'js-yaml',
  format: 'markdown',
  asks: 'the front matter has the title and authors of the essay',
  programs: [],
  run: async ({ folder, records }) => {
    const names = readdirSync(join(folder, 'markdown')).filter((name) => name.endsWith('.md'));
    const read = names.map((name) => {
      const [, head = ''] = /^---\n(.*?)\n---\n/s.exec(readFileSync(join(folder, 'markdown', name), 'utf8')) ?? [];
      return load(head) as { readonly id?: string; readonly title?: string; readonly authors?: readonly string[] };
    });
    const back = new Map(read.map((one) => [one.id, one]));
    return outcomeOf(
      records,
      ({ essay }) => essay.title,
      ({ id, essay }) =>
        (back.get(id)?.title ?? '') === essay.title && (back.get(id)?.authors ?? []).join() === essay.authors.join(),
    );
  },
};

const page: Check = {
  client: 'pandoc, HTML',
  format: 'html',
  asks: 'the words of the page are all there',
  programs: ['pandoc'],
  run: async ({ folder, records }) => {
    const names = readdirSync(join(folder, 'html')).filter((name) => name.endsWith('.html'));
    const texts = names.map((name) =>
      bare(runProgram('pandoc', ['-f', 'html', '-t', 'html', join(folder, 'html', name)]).out),
    );
    const all = texts.map((text) => shownBy(text)['text'] as string);
    return outcomeOf(
      records,
      ({ essay }) => essay.title,
      // An image that is not kept is a link with the file's name: so paragraph by paragraph.
      ({ essay }) => all.some((text) => essay.text.split('\n').every((one) => text.includes(bare(one)))),
    );
  },
};

const word: Check = {
  client: 'pandoc, docx',
  format: 'docx',
  asks: 'the words of the essay are all there, and its reference in a footnote',
  programs: ['pandoc'],
  run: async ({ folder, records, items }) => {
    const { out } = runProgram('pandoc', [
      '-f',
      'docx',
      '-t',
      'html',
      '--wrap=none',
      join(folder, 'docx', 'essays.docx'),
    ]);
    const text = shownBy(out)['text'] as string;
    const referenceOf = (n: number): string =>
      bare(items[n] === undefined ? '' : gbtReference(items[n], { edition: '2015', system: 'numeric' }));
    return outcomeOf(
      records.map((record, n) => ({ record, reference: referenceOf(n) })),
      ({ record }) => record.essay.title,
      ({ record: { essay }, reference }) =>
        // In its footnote, and in the list at the end.
        text.split(reference).length > 2 && essay.text.split('\n').every((one) => text.includes(bare(one))),
    );
  },
};

const warc: Check = {
  client: 'warcio',
  format: 'warc',
  asks: 'every record is read',
  programs: [],
  run: async ({ folder }) => {
    const bytes = readFileSync(join(folder, 'warc', 'essays.warc.gz'));
    let right = 0;
    for await (const record of new WARCParser(new Blob([bytes]).stream())) {
      await record.readFully(false);
      right += 1;
    }
    return { right, of: right, note: '' };
  },
};

/** Reads the manifest and the lines with Python's own modules, and compares their ids and digests. */
const python = `
import csv, hashlib, json, sys
rows = {r['id']: r for r in csv.DictReader(open(sys.argv[1], encoding='utf-8-sig', newline=''))}
lines = [json.loads(l) for l in open(sys.argv[2], encoding='utf-8')]
wrong = [l['title'] for l in lines if l['id'] not in rows
  or hashlib.sha256(l['text'].encode()).hexdigest() != l['textSha256'] or rows[l['id']]['text_sha256'] != l['textSha256']]
print(json.dumps({'of': len(lines), 'right': len(lines) - len(wrong), 'note': '; '.join(wrong[:3])}))
`;

const tables: Check = {
  client: 'Python, csv and json',
  format: 'csv, jsonl',
  asks: 'ids agree, and digests are those of the text',
  programs: ['python3'],
  run: async ({ folder }) => {
    const files = [join(folder, 'csv', 'essays.csv'), join(folder, 'jsonl', 'essays.jsonl')];
    const { out } = runProgram('python3', ['-', ...files], { input: python });
    return JSON.parse(out);
  },
};

/** Programs that read files. */
export const fileChecks: readonly Check[] = [page, word, frontMatter, epubcheck, tei, wellFormed, tables, warc];
