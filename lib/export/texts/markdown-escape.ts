/**
 * Signs that some common reader takes as markup wherever they stand (CommonMark, GFM, pandoc, Obsidian): emphasis, code, links,
 * tags of HTML, tables, deletions and sub- or superscript (`~`, `^`), mathematics (`$`), tags and headings (`#`), attributes (`{`),
 * citations and addresses of mail (`@`).
 */
const anywhere = /[\\`*_[\]<|~^$#{}@]/g;
/** Signs that are markup in a pair: marked text (`==`), Obsidian's comments (`%%`). */
const pairs = /={2,}|%{2,}/g;
/** A character reference; any other `&` is text. */
const reference = /&(?=#?\w{1,40};)/g;
/** Addresses that GFM turns into links by itself. */
const bareAddress = /\b(https?|ftp)(?=:\/\/)/gi;
const bareHost = /\bwww(?=\.)/gi;
/** GitHub's and pandoc's names of pictures: `:smile:`, `:100:`. */
const picture = /:(?=(?:[a-z][\w+-]{0,40}|100|1234|[+-]1|8ball):)/gi;

/** What is markup at the start of a line: quotations, lists, rules and underlined headings, definitions. */
const opening = /^(\s*)(?=[>=+:-])/gm;
/** `1.`, `2)`; with a blank behind pandoc also takes `a.`, `(1)` and Roman numbers for items of a list. */
const numbered = /^(\s*\(?(?:\d{1,9}|[a-z]|[ivxlcdm]{1,9}))([.)])(?=\s|$)/gim;
const bracketed = /^(\s*)\((?=(?:\d{1,9}|[a-z]|[ivxlcdm]{1,9})\)(?:\s|$))/gim;

/** Text that Markdown readers show as it stands, signs and all. A backslash before a sign of ASCII makes it text in all of them. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(anywhere, (sign) => `\\${sign}`)
    .replace(pairs, (run) => [...run].map((sign) => `\\${sign}`).join(''))
    .replace(reference, '\\&')
    .replace(bareAddress, '$1\\')
    .replace(bareHost, (host) => `${host}\\`)
    .replace(picture, '\\:')
    .replace(opening, '$1\\')
    .replace(bracketed, '$1\\(')
    .replace(numbered, '$1\\$2');
}
