import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gbtReference } from '../../../lib/export/cite/gbt7714.ts';
import { type Check, type Given, outcomeOf } from '../check.ts';
import { runProgram } from '../run-program.ts';

/** Where Debian's package citation-style-language-styles puts them. */
const systemStyles = '/usr/share/citation-style-language/styles';

/** Quotation marks, blanks and the joiner that keeps a tag text made alike. */
const even = (line: string): string =>
  line.replaceAll('\u2060', '').replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();

/** The official style prints what we print; the address of the archived copy, which it has no place for, aside. */
const style = (edition: '2015' | '2025'): Check => ({
  client: `pandoc --citeproc, official GB/T 7714-${edition}`,
  format: 'csl',
  asks: 'each reference equals ours, quotation marks counted as equal',
  programs: ['pandoc'],
  run: async ({ items, folder, styles }) => {
    const name = `china-national-standard-gb-t-7714-${edition}-numeric.csl`;
    const file = [styles, systemStyles].map((one) => join(one ?? '', name)).find((path) => existsSync(path));
    if (file === undefined) return null;
    const cited = items.map(({ id }) => `[@${id}]`).join('\n\n');
    const args = ['--citeproc', '--bibliography', join(folder, 'csl', 'essays.json'), '--csl', file];
    const { out } = runProgram('pandoc', [...args, '-f', 'markdown', '-t', 'plain', '--wrap=none'], { input: cited });
    const lines = [...out.matchAll(/^\[\d+\]\s*(\S.*)$/gm)].slice(-items.length).map(([, line = '']) => even(line));
    const ours = items.map(({ archivedUrl: _tail, ...item }) =>
      even(gbtReference(item, { edition, system: 'numeric' })),
    );
    const printed = ours.map((line, n) => ({ line, theirs: lines[n] ?? '' }));
    return outcomeOf(
      printed,
      ({ line, theirs }) => `${theirs.slice(0, 80)} ≠ ${line.slice(0, 80)}`,
      ({ line, theirs }) => line === theirs,
    );
  },
});

const types = { webpage: 'webpage', 'article-newspaper': 'article-newspaper', 'article-journal': 'article-journal' };

const pandocTypes: Check = {
  client: 'pandoc, biblatex',
  format: 'bibtex',
  asks: 'each entry has its type, title, address and authors',
  programs: ['pandoc'],
  run: async ({ items, folder }) => {
    const { out } = runProgram('pandoc', ['-f', 'biblatex', '-t', 'csljson', join(folder, 'bibtex', 'essays.bib')]);
    const read = JSON.parse(out) as readonly Record<string, unknown>[];
    const back = new Map(read.map((item) => [item['id'], item]));
    return outcomeOf(
      items,
      ({ title }) => title,
      ({ id, type, author = [] }) => {
        const item = back.get(id);
        return item?.['type'] === types[type] && ((item['author'] as unknown[]) ?? []).length === author.length;
      },
    );
  },
};

const document = (bibliography: string): string => `\\documentclass{article}
\\usepackage{xeCJK}
\\usepackage[backend=biber,style=gb7714-2015]{biblatex}
\\addbibresource{${bibliography}}
\\begin{document}\\nocite{*}\\printbibliography\\end{document}
`;

const biblatex: Check = {
  client: 'xelatex and biber, biblatex-gb7714-2015',
  format: 'bibtex',
  asks: 'no error, and each entry with its kind: [EB/OL], [N/OL], [J/OL]',
  programs: ['xelatex', 'biber'],
  run: async ({ items, folder }: Given) => {
    const place = mkdtempSync(join(tmpdir(), 'wencun-tex-'));
    try {
      writeFileSync(join(place, 'list.tex'), document(join(folder, 'bibtex', 'essays.bib')));
      runProgram('xelatex', ['-interaction=nonstopmode', 'list'], { cwd: place });
      const biber = runProgram('biber', ['list'], { cwd: place });
      runProgram('xelatex', ['-interaction=nonstopmode', 'list'], { cwd: place });
      const log = readFileSync(join(place, 'list.log'), 'utf8');
      const list = existsSync(join(place, 'list.bbl')) ? readFileSync(join(place, 'list.bbl'), 'utf8') : '';
      const entries = new Map([...list.matchAll(/\\entry\{([^}]+)\}\{(\w+)\}/g)].map(([, id, type]) => [id, type]));
      const errors = [...log.matchAll(/^! .*$/gm), ...(biber.out.match(/^ERROR.*$/gm) ?? [])].map(String);
      const { right, of, note } = outcomeOf(
        items,
        ({ title }) => title,
        ({ id, type }) => /online|electronic/.test(entries.get(id) ?? '') === (type === 'webpage') && entries.has(id),
      );
      return {
        right: errors.length === 0 ? right : 0,
        of,
        note: [note, ...errors.slice(0, 2)].filter(Boolean).join('; '),
      };
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  },
};

/** Programs that read references. */
export const referenceChecks: readonly Check[] = [style('2015'), style('2025'), pandocTypes, biblatex];
