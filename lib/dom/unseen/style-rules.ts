import { classOf, idOf, matches, queryAll, tagOf, textOf } from '../tree.ts';

/** Rules of one page that are looked at; a page made to keep us busy may have more. */
const mostRules = 2000;

/** The declarations that the page's own `<style>` elements give an element, in their order; '' for none. */
export type DeclarationsOf = (element: Element) => string;

/**
 * Reads the rules of a page's `<style>` elements whose declarations `wanted` knows. They are kept by what their selectors end in
 * (a class, an id or a tag), so that most elements are asked nothing. Rules for print alone, and of states such as `:hover`, say
 * nothing of what is seen.
 */
export function styleRulesOf(document: Document, wanted: RegExp): DeclarationsOf {
  const rules = new Map<string, { readonly selector: string; readonly body: string }[]>();
  let count = 0;
  for (const sheet of queryAll(document, 'style')) {
    const css = (textOf(sheet) ?? '').replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '').replace(printOnly, '');
    for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!wanted.test(body) || count >= mostRules) continue;
      for (const selector of selectors.split(',').map((one) => one.trim())) {
        const key = lastPart.exec(selector)?.[1]?.toLowerCase();
        if (key === undefined || /:|^@/.test(selector)) continue;
        count += 1;
        const same = rules.get(key) ?? [];
        same.push({ selector, body });
        rules.set(key, same);
      }
    }
  }
  if (rules.size === 0) return () => '';
  return (element) => {
    let declared = '';
    const add = (key: string): void => {
      for (const { selector, body } of rules.get(key.toLowerCase()) ?? [])
        if (isMatch(element, selector)) declared += `;${body}`;
    };
    const names = classOf(element);
    add(tagOf(element));
    if (names) for (const name of `${names}`.split(/\s+/)) add(`.${name}`);
    add(`#${idOf(element)}`);
    return declared;
  };
}

const printOnly = /@media[^{]*\bprint\b[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi;
/** The class, id or tag that the last element of a selector has. */
const lastPart = /(?:^|[\s>+~\]\w-])((?:[.#][\w\u4e00-\u9fff-]+)|(?<![.#\w-])[a-z][a-z0-9]*)(?:\[[^\]]*\])?$/i;

function isMatch(element: Element, selector: string): boolean {
  try {
    return matches(element, selector);
  } catch {
    return false;
  }
}
