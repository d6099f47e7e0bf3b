import type { Simple } from './simple-selector.ts';

/** What a selector asks of an element, read once. */
interface Entry {
  readonly element: Element;
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly classes: readonly string[];
  readonly parent: Entry | null;
  /** Place of the last element within it, in the order of the page. */
  last: number;
}

/** Reads a selector; null for one that is not simple. */
export type SelectorParser = (selector: string) => readonly Simple[] | null;

/** Answers to questions of a page that does not change; `undefined` for a selector that is not simple. */
export interface PageIndex {
  readonly first: (root: Element | null, selector: string) => Element | null | undefined;
  readonly all: (root: Element | null, selector: string) => readonly Element[] | undefined;
  readonly closest: (element: Element, selector: string) => Element | null | undefined;
  readonly matches: (element: Element, selector: string) => boolean | undefined;
}

/** ASCII letters in lower case, as HTML folds names. */
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * Reads all elements of a document, which is not to change from then on. Each stage of the pipeline asks a page some hundred
 * questions, and jsdom looks through the whole page by a full reading of CSS for each.
 */
export function indexPage(document: Document, parseSelector: SelectorParser): PageIndex {
  const entries: Entry[] = [];
  const places = new Map<Element, number>();
  const byName = new Map<string, number[]>();
  const add = (name: string, place: number): void => {
    const known = byName.get(name);
    if (known) known.push(place);
    else byName.set(name, [place]);
  };
  // Of pages without a doctype classes and ids are compared without case (HTML standard, quirks mode).
  const fold = document.compatMode === 'BackCompat' ? lower : (name: string): string => name;
  const stack: Entry[] = [];
  for (const element of document.getElementsByTagName('*')) {
    while (stack.length > 0 && stack.at(-1)?.element !== element.parentNode) stack.pop();
    const attributes = new Map([...element.attributes].map(({ name, value }) => [name, value]));
    const classes = fold(attributes.get('class') ?? '')
      .split(/[ \t\r\n\f]+/)
      .filter(Boolean);
    const place = entries.length;
    const entry: Entry = {
      element,
      tag: element.localName,
      attributes,
      classes,
      parent: stack.at(-1) ?? null,
      last: place,
    };
    for (const around of stack) around.last = place;
    stack.push(entry);
    entries.push(entry);
    places.set(element, place);
    add('*', place);
    add(entry.tag, place);
    for (const name of attributes.keys()) add(`[${name}`, place);
    for (const name of new Set(classes)) add(`.${name}`, place);
  }

  /** Places that may match, in order. */
  const candidates = ({ tag, ids, classes, tests }: Simple): readonly number[] => {
    const test = ids.length > 0 ? { name: 'id' } : tests[0];
    const name = classes[0] !== undefined ? `.${fold(classes[0])}` : test ? `[${test.name}` : (tag ?? '*');
    return byName.get(name) ?? [];
  };
  const standsIn = ({ parent }: Entry, { around, isParent }: NonNullable<Simple['within']>): boolean => {
    for (let at = parent; at !== null; at = isParent ? null : at.parent) if (fits(at, around)) return true;
    return false;
  };
  const fits = (entry: Entry, { tag, ids, classes, tests, within }: Simple): boolean =>
    (tag === null || tag === entry.tag) &&
    ids.every((id) => fold(entry.attributes.get('id') ?? '') === fold(id)) &&
    classes.every((name) => entry.classes.includes(fold(name))) &&
    tests.every(({ name, holds }) => {
      const value = entry.attributes.get(name);
      return value !== undefined && holds(value);
    }) &&
    (within === null || standsIn(entry, within));

  const placesOf = (root: Element | null, selector: string): readonly number[] | undefined => {
    const simple = parseSelector(selector);
    const at = root === null ? -1 : places.get(root);
    if (simple === null || at === undefined) return undefined;
    const last = at < 0 ? entries.length : (entries[at]?.last ?? at);
    const found = simple.flatMap((one) =>
      candidates(one).filter((place) => {
        const entry = entries[place];
        return place > at && place <= last && entry !== undefined && fits(entry, one);
      }),
    );
    return simple.length === 1 ? found : [...new Set(found)].sort((one, other) => one - other);
  };
  const matches = (element: Element, simple: readonly Simple[]): boolean | undefined => {
    const entry = entries[places.get(element) ?? -1];
    return entry && simple.some((one) => fits(entry, one));
  };

  return {
    first: (root, selector) => {
      const found = placesOf(root, selector);
      return found && (entries[found[0] ?? -1]?.element ?? null);
    },
    all: (root, selector) => placesOf(root, selector)?.flatMap((place) => entries[place]?.element ?? []),
    closest: (element, selector) => {
      const simple = parseSelector(selector);
      if (simple === null || !places.has(element)) return undefined;
      for (let at: Element | null = element; at !== null; at = at.parentElement) if (matches(at, simple)) return at;
      return null;
    },
    matches: (element, selector) => {
      const simple = parseSelector(selector);
      return simple === null ? undefined : matches(element, simple);
    },
  };
}
