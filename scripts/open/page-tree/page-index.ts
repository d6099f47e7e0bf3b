import type { PageDocument } from './document.ts';
import { isElement, type PageElement } from './element.ts';
import type { SelectorParser, Simple } from './simple-selector.ts';

/** Answers to questions of a page; `undefined` for a selector that is not simple. A root of null is the whole page. */
export interface PageIndex {
  readonly first: (root: PageElement | null, selector: string) => PageElement | null | undefined;
  readonly all: (root: PageElement | null, selector: string) => readonly PageElement[] | undefined;
  readonly closest: (element: PageElement, selector: string) => PageElement | null | undefined;
  readonly matches: (element: PageElement, selector: string) => boolean | undefined;
  readonly byTag: (root: PageElement | null, tag: string) => readonly PageElement[];
  readonly byId: (id: string) => PageElement | null;
}

/** ASCII letters in lower case, as HTML folds names. */
const lower = (text: string): string =>
  /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text;

const inOrder = (one: PageElement, other: PageElement): number => one.order - other.order;

/** Reads all elements of a page once. Each stage of the pipeline asks a page some hundred questions. */
export function indexPage({ nodes, isQuirky }: PageDocument, parseSelector: SelectorParser): PageIndex {
  const byName = new Map<string, PageElement[]>();
  const classesOf = new Map<PageElement, readonly string[]>();
  // Of pages without a doctype classes and ids are compared without case (HTML standard, quirks mode).
  const fold = isQuirky ? lower : (name: string): string => name;
  const add = (name: string, element: PageElement): void => {
    const known = byName.get(name);
    if (known) known.push(element);
    else byName.set(name, [element]);
  };
  for (const element of nodes) {
    if (!isElement(element)) continue;
    add('*', element);
    add(element.localName, element);
    for (const { name, value } of element.attributes) {
      add(`[${name}`, element);
      if (name !== 'class') continue;
      const classes = new Set(
        fold(value)
          .split(/[ \t\r\n\f]+/)
          .filter(Boolean),
      );
      classesOf.set(element, [...classes]);
      for (const one of classes) add(`.${one}`, element);
    }
  }

  /** Elements within the root that may match, in order. */
  const candidates = (root: PageElement | null, name: string): readonly PageElement[] => {
    const named = byName.get(name) ?? [];
    if (root === null) return named;
    const from = firstBehind(named, root.order);
    return named.slice(from, firstBehind(named, root.end, from));
  };
  const rarest = ({ tag, ids, classes, tests }: Simple): string => {
    const test = ids.length > 0 ? { name: 'id' } : tests[0];
    return classes[0] !== undefined ? `.${fold(classes[0])}` : test ? `[${test.name}` : (tag ?? '*');
  };
  const standsIn = ({ parentElement }: PageElement, { around, isParent }: NonNullable<Simple['within']>): boolean => {
    for (let at = parentElement; at !== null; at = isParent ? null : at.parentElement)
      if (fits(at, around)) return true;
    return false;
  };
  const fits = (element: PageElement, { tag, ids, classes, tests, not, within }: Simple): boolean =>
    (tag === null || tag === element.localName) &&
    ids.every((id) => fold(element.id) === fold(id)) &&
    classes.every((name) => classesOf.get(element)?.includes(fold(name)) ?? false) &&
    tests.every(({ name, holds }) => {
      const value = element.getAttribute(name);
      return value !== null && holds(value);
    }) &&
    !not.some((other) => fits(element, other)) &&
    (within === null || standsIn(element, within));

  const all = (root: PageElement | null, selector: string): readonly PageElement[] | undefined => {
    const simple = parseSelector(selector);
    if (simple === null) return undefined;
    const found = simple.flatMap((one) => candidates(root, rarest(one)).filter((element) => fits(element, one)));
    return simple.length === 1 ? found : [...new Set(found)].sort(inOrder);
  };
  const matches = (element: PageElement, selector: string): boolean | undefined =>
    parseSelector(selector)?.some((one) => fits(element, one));

  return {
    all,
    first: (root, selector) => {
      const [one, ...others] = parseSelector(selector) ?? [];
      if (one === undefined || others.length > 0) return all(root, selector)?.[0] ?? (one && null);
      return candidates(root, rarest(one)).find((element) => fits(element, one)) ?? null;
    },
    closest: (element, selector) => {
      const simple = parseSelector(selector);
      if (simple === null) return undefined;
      for (let at: PageElement | null = element; at !== null; at = at.parentElement)
        for (const one of simple) if (fits(at, one)) return at;
      return null;
    },
    matches,
    byTag: (root, tag) => candidates(root, lower(tag)),
    byId: (id) => byName.get('[id')?.find((element) => element.id === id) ?? null,
  };
}

/** The place of the first element behind a number of the page's order. */
function firstBehind(elements: readonly PageElement[], order: number, from = 0): number {
  let [low, high] = [from, elements.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((elements[middle]?.order ?? 0) > order) high = middle;
    else low = middle + 1;
  }
  return low;
}
