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

const types = { webpage: 'online', 'article-newspaper': 'article', 'article-journal': 'article' } as const;

/**
 * The BibTeX entry of an essay: `@online` for a web page, which Zotero, pandoc and the styles of GB/T 7714 take for one;
 * `@article` for a reprint, with a subtype for a newspaper's, which those styles ask for (Zotero drops `@newspaper`). `date` and
 * `urldate` are what biblatex and Zotero read, `year` what BibTeX does; `langid` is biblatex's word, `language` Zotero's. Written here and not by @citation-js, which drops every Han character.
 */
export function bibtexEntry(item: CslItem): string {
  const periodical = item.type !== 'webpage';
  const container = item['container-title'];
  const fields: readonly (readonly [string, string | undefined])[] = [
    // Braces keep a name whole: it has no first name to turn round, and no `and` to split at.
    ['author', item.author?.map(({ literal }) => `{${escapeTex(literal)}}`).join(' and ')],
    ['title', escapeTex(item.title)],
    [periodical ? 'journal' : 'organization', container && escapeTex(container)],
    ['entrysubtype', item.type === 'article-newspaper' ? 'newspaper' : undefined],
    ['year', item.issued && isoDate(item.issued).slice(0, 4)],
    ['date', item.issued && isoDate(item.issued)],
    ['number', item.issue && escapeTex(item.issue)],
    ['pages', item.page && escapeTex(item.page)],
    ['url', item.URL],
    ['urldate', item.accessed && isoDate(item.accessed)],
    ['keywords', item.keyword && escapeTex(item.keyword)],
    ['abstract', item.abstract && escapeTex(item.abstract)],
    ['langid', 'chinese'],
    ['language', item.language],
    ['note', item.note && escapeTex(item.note)],
    // No style prints it, and Zotero makes a note of it.
    ['annotation', item.annote && escapeTex(item.annote)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${types[item.type]}{${item.id},\n${lines.join('')}}\n`;
}
