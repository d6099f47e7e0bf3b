import type { PageDocument } from './document.ts';
import type { PageElement } from './element.ts';
import { indexPage } from './page-index.ts';
import type { SelectorParser } from './simple-selector.ts';
import type { Twin } from './twin.ts';

/** Questions about the elements of a page; a root of null is the whole page. */
export interface PageQuestions extends Omit<Twin, 'contentOf'> {
  readonly byTag: (root: PageElement | null, tag: string) => readonly PageElement[];
  readonly byId: (id: string) => PageElement | null;
}

/** Answers from an index of the page; its twin is asked what the index does not understand. */
export function createQuestions(page: PageDocument, parse: SelectorParser): PageQuestions {
  const index = indexPage(page, parse);
  return {
    byTag: index.byTag,
    byId: index.byId,
    first: (root, selector) => {
      const found = index.first(root, selector);
      return found === undefined ? page.twin.first(root, selector) : found;
    },
    all: (root, selector) => index.all(root, selector) ?? page.twin.all(root, selector),
    closest: (element, selector) => {
      const found = index.closest(element, selector);
      return found === undefined ? page.twin.closest(element, selector) : found;
    },
    matches: (element, selector) => index.matches(element, selector) ?? page.twin.matches(element, selector),
  };
}
