import type { Unwrapped } from '../archive/unwrapped.ts';
import { hasAttribute, queryAll, textOf } from '../dom/tree.ts';
import { type PagerWord, readPagerWord } from './pager-words.ts';

/** What a page's own scripts tell of its other pages: in a page as it was served they have not run. */
export interface ScriptPager {
  /** Addresses as the script writes them, with the words that it would put on the link. */
  readonly links: readonly { readonly href: string; readonly word: PagerWord }[];
  /** How many pages there are; 0 when no script says. */
  readonly count: number;
  /** Which of them this is, from 1; null when no script says. */
  readonly here: number | null;
}

/** Scripts that are looked through, and characters of each: pagers are a line or two. */
const mostScripts = 200;
const longest = 20_000;

/** TRS WCM: `createPageHTML(3, 0, "t20050714_123", "htm")`; in later templates with the id of an element first. */
const trsCall = /createPageHTML\s*\(([^()]{5,300})\)/;
const written = /<a\b[^<>]*?\bhref\s*=\s*\\?["']?([^\s"'\\<>+]+)\\?["']?[^<>]*>([^<>]{1,20})<\/?a/gi;
const counted =
  /\b(?:n?page_?count|count_?page|total_?pages?|page_?total|all_?pages?|max_?page|pages?_?num)\s*=\s*["']?(\d{1,3})\b/i;
const current = /\b(?:n?curr(?:ent)?_?(?:page|index)|cur_?page|page_?now|this_?page)\s*=\s*["']?(\d{1,3})\b/i;

/** Reads the inline scripts of a page for the pagers of the families that write theirs by script. */
export function readScriptPager({ document }: Unwrapped): ScriptPager {
  const scripts = [...queryAll(document, 'script')]
    .filter((script) => !hasAttribute(script, 'src'))
    .slice(0, mostScripts)
    .map((script) => (textOf(script) ?? '').slice(0, longest));
  const trs = scripts.map((code) => readTrs(trsCall.exec(code)?.[1] ?? '')).find((pager) => pager !== null);
  if (trs) return trs;
  const links = scripts.flatMap((code) =>
    [...code.matchAll(written)].flatMap(([, href = '', words = '']) => {
      const word = readPagerWord(words);
      return word === null ? [] : [{ href, word }];
    }),
  );
  const count = scripts.map((code) => Number(counted.exec(code)?.[1] ?? 0)).find((number) => number > 0) ?? 0;
  const at = count === 0 ? undefined : scripts.map((code) => current.exec(code)?.[1]).find(Boolean);
  // Scripts count from 0 or from 1: only above 1 is there no first page to be taken for.
  return { links, count, here: at === undefined || Number(at) < 2 ? null : Number(at) };
}

/** Page 1 is `NAME.EXT`; the others have numbers: from 1 where the current one is counted from 0, else from 2. */
function readTrs(inside: string): ScriptPager | null {
  const parts = inside.split(',').map((part) => part.trim());
  const named = /^["']/.test(parts[0] ?? '');
  const [count = Number.NaN, at = Number.NaN] = (named ? parts.slice(1) : parts).map(Number);
  const [name = '', extension = ''] = parts
    .slice(named ? 3 : 2)
    .flatMap((part) => /^["']([\w./-]+)["']$/.exec(part)?.[1] ?? []);
  if (!Number.isInteger(count) || !Number.isInteger(at) || count < 1 || count > 999) return null;
  const shift = named ? 0 : 1;
  const hrefOf = (page: number): string => `${name}${page === 1 ? '' : `_${page - shift}`}.${extension}`;
  const links = Array.from({ length: name === '' || extension === '' ? 0 : count }, (_, n) => ({
    href: hrefOf(n + 1),
    word: n + 1,
  }));
  return { links, count, here: at + shift };
}
