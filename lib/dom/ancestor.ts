import { blockTags } from './tags.ts';
import { contains, parentElementOf, tagOf } from './tree.ts';

/**
 * The element itself, or the nearest block around it: browsers close a `<font>` early when a `<p>` inside it is left open, so
 * what an inline element holds is no unit of text.
 */
export function blockAround(element: Element): Element {
  let block = element;
  for (let next: Element | null = block; next; next = parentElementOf(next)) {
    block = next;
    if (blockTags.has(tagOf(block).toUpperCase())) break;
  }
  return block;
}

/** The deepest element that holds both; the first one when they share no tree. */
export function commonAncestor(one: Element, other: Element): Element {
  let ancestor: Element | null = one;
  while (ancestor && !contains(ancestor, other)) ancestor = parentElementOf(ancestor);
  return ancestor ?? one;
}
