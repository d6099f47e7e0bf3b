import { isElement, type PageElement } from './element.ts';
import type { PageNode } from './node.ts';

/** The same page as a full DOM, element for element: asked what the page's own nodes cannot answer. */
export interface Twin {
  readonly first: (root: PageElement | null, selector: string) => PageElement | null;
  readonly all: (root: PageElement | null, selector: string) => readonly PageElement[];
  readonly closest: (element: PageElement, selector: string) => PageElement | null;
  readonly matches: (element: PageElement, selector: string) => boolean;
  /** What a template holds. */
  readonly contentOf: (element: PageElement) => DocumentFragment;
}

/** Pairs the elements of a page with those of the same page in a full DOM, which the same parser made, by their order. */
export function createTwin(nodes: readonly PageNode[], document: Document | DocumentFragment): Twin {
  const elements = nodes.filter(isElement);
  const twins = [...document.querySelectorAll('*')];
  const twinOf = new Map(elements.map((element, place) => [element, twins[place]]));
  const ownOf = new Map(elements.map((element, place) => [twins[place], element]));

  const there = (element: PageElement): Element => {
    const twin = twinOf.get(element);
    if (twin === undefined) throw new Error('An element of another page was asked for.');
    return twin;
  };
  const back = (twin: Element | null): PageElement | null => (twin && ownOf.get(twin)) ?? null;
  const within = (root: PageElement | null): Element | Document | DocumentFragment =>
    root === null ? document : there(root);

  return {
    first: (root, selector) => back(within(root).querySelector(selector)),
    all: (root, selector) => [...within(root).querySelectorAll(selector)].flatMap((twin) => back(twin) ?? []),
    closest: (element, selector) => back(there(element).closest(selector)),
    matches: (element, selector) => there(element).matches(selector),
    contentOf: (element) => (there(element) as HTMLTemplateElement).content,
  };
}
