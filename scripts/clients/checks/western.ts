import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { latinForm } from '../../../lib/export/cite/latin/latin-form.ts';
import type { Romaniser } from '../../../lib/export/cite/latin/romaniser.ts';
import type { LatinStyle } from '../../../lib/export/cite/styles.ts';
import { type Check, outcomeOf } from '../check.ts';
import { runProgram } from '../run-program.ts';

/** Processors of CSL do not romanise: the comparison is of all else. */
const asItStands: Romaniser = { person: () => null, title: () => null, body: () => null };

/**
 * What is no difference of the style: quotation marks and full stops beside them and behind `？`, `！` and `;`, which each takes otherwise; letters behind
 * years and lines for authors, which rest on the order (ours is by pinyin); months of the MLA Handbook, which pandoc's locale shortens by itself.
 */
const even = (line: string): string =>
  line
    .replaceAll('\u2060', '')
    .replace(/["'“”‘’]/g, '')
    .replace(/([？！;])\.?(?= |$)/g, '$1')
    .replace(/\((\d{4}|n\.d\.)-?[a-z]{1,2}(?=[,)])/g, '($1')
    .replace(/\bJun\. /g, 'June ')
    .replace(/\bJul\. /g, 'July ')
    .replace(/\bSep\. /g, 'Sept. ')
    .replace(/\.+/g, '.')
    .replace(/\s+/g, ' ')
    .trim();

const western = (style: LatinStyle, name: string, file: string): Check => ({
  client: `pandoc --citeproc, official ${name}`,
  format: 'csl',
  asks: 'each reference equals ours before names and titles are romanised',
  programs: ['pandoc'],
  run: async ({ items, folder, styles }) => {
    const path = join(styles ?? '', `${file}.csl`);
    if (styles === null || !existsSync(path)) return null;
    const args = ['--citeproc', '--bibliography', join(folder, 'csl', 'essays.json'), '--csl', path];
    const { out } = runProgram('pandoc', [...args, '-f', 'markdown', '-t', 'plain', '--wrap=none'], {
      input: '---\nnocite: "@*"\nlang: en-US\n---\n',
    });
    const printed = new Set(out.split(/\n\n+/).map(even));
    const bare = items.map(({ archivedUrl: _tail, ...item }) => item);
    const form = latinForm(style, asItStands);
    const ours = bare.map((item) => {
      const line = even(form.one(item, null));
      // Without authors pandoc writes the line for the same title as well, which the handbook does not.
      const untitled = line.slice(even(`${item.title}.`).length + 1);
      const dashed =
        item.author === undefined ? `———. ${untitled}` : even(form.one({ ...item, 'same-author': true }, null));
      return { line, dashed };
    });
    return outcomeOf(
      ours,
      ({ line }) => line.slice(0, 120),
      ({ line, dashed }) => printed.has(line) || printed.has(dashed),
    );
  },
});

/** The styles of the West, by their official CSL styles. */
export const westernChecks: readonly Check[] = [
  western('chicago', 'Chicago, notes and bibliography', 'chicago-notes-bibliography'),
  western('apa', 'APA', 'apa'),
  western('mla', 'MLA', 'modern-language-association'),
];
