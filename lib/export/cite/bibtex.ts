import { type CslItem, isoDate } from './csl.ts';

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text that TeX prints as it stands, on one line. */
const escapeTex = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\{}~^&%$#_]/g, (character) => commands[character] ?? `\\${character}`);

/** An address stands as it is, but for what would end the field. */
const escapeAddress = (url: string): string => url.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character));

/**
 * The BibTeX entry of an essay: `@misc` for a web page, `@article` for a reprint. `date` and `urldate` are what biblatex and
 * Zotero read, `year` what BibTeX does. Written here and not by @citation-js, which drops every Han character.
 */
export function bibtexEntry(item: CslItem): string {
  const periodical = item.type !== 'webpage';
  const container = item['container-title'];
  const archived = item.archive_location ? `存档：${item.archive_location}` : '';
  const note = [item.note ?? '', archived].filter((part) => part !== '').join('；');
  const fields: readonly (readonly [string, string | undefined])[] = [
    // Braces keep a name whole: it has no first name to turn round, and no `and` to split at.
    ['author', item.author?.map(({ literal }) => `{${escapeTex(literal)}}`).join(' and ')],
    ['title', escapeTex(item.title)],
    [periodical ? 'journal' : 'organization', container && escapeTex(container)],
    ['year', item.issued && isoDate(item.issued).slice(0, 4)],
    ['date', item.issued && isoDate(item.issued)],
    ['number', item.issue && escapeTex(item.issue)],
    ['pages', item.page && escapeTex(item.page)],
    ['url', item.URL && escapeAddress(item.URL)],
    ['urldate', item.accessed && isoDate(item.accessed)],
    ['keywords', item.keyword && escapeTex(item.keyword)],
    ['abstract', item.abstract && escapeTex(item.abstract)],
    ['langid', 'chinese'],
    ['note', note && escapeTex(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${periodical ? 'article' : 'misc'}{${item.id},\n${lines.join('')}}\n`;
}
