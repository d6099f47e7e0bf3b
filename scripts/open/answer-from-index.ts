import type { JSDOM } from 'jsdom';
import type { PageIndex } from './page-index.ts';

/** A method as a prototype has it: called on a node, it is told a selector. */
type Method = (this: Node, selector: string) => unknown;

const methods = {
  querySelector: ({ first }, node, selector) => first(elementOf(node), selector),
  querySelectorAll: ({ all }, node, selector) => all(elementOf(node), selector),
  closest: ({ closest }, node, selector) => closest(node as Element, selector),
  matches: ({ matches }, node, selector) => matches(node as Element, selector),
} satisfies Record<string, (index: PageIndex, node: Node, selector: string) => unknown>;

/**
 * Lets the documents of a window that have an index answer simple selectors from it; whatever the index does not know, and every
 * other document, is asked as before. `querySelectorAll` then gives an array: whoever reads a page walks through it.
 */
export function answerFromIndex(window: JSDOM['window'], indexes: WeakMap<Node, PageIndex>): void {
  for (const prototype of [window.Element.prototype, window.Document.prototype])
    for (const [name, answer] of Object.entries(methods)) {
      const own = Object.getOwnPropertyDescriptor(prototype, name)?.value as Method | undefined;
      if (own === undefined) continue;
      const quick: Method = function (selector) {
        const index = indexes.get(this.ownerDocument ?? this);
        const found = index && answer(index, this, selector);
        return found === undefined ? own.call(this, selector) : found;
      };
      Object.defineProperty(prototype, name, { value: quick, configurable: true, writable: true });
    }
}

const elementOf = (node: Node): Element | null => (node.nodeType === 9 ? null : (node as Element));
