import { blockTags } from './tags.ts';

/**
 * The element itself, or the nearest block around it: browsers close a `<font>` early when a `<p>` inside it is left open, so
 * what an inline element holds is no unit of text.
 */
export function blockAround(element: Element): Element {
  let block = element;
  while (!blockTags.has(block.tagName.toUpperCase()) && block.parentElement) block = block.parentElement;
  return block;
}

/** The deepest element that holds both; the first one when they share no tree. */
export function commonAncestor(one: Element, other: Element): Element {
  let ancestor: Element | null = one;
  while (ancestor && !ancestor.contains(other)) ancestor = ancestor.parentElement;
  return ancestor ?? one;
}
