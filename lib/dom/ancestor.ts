/** The deepest element that holds both; the first one when they share no tree. */
export function commonAncestor(one: Element, other: Element): Element {
  let ancestor: Element | null = one;
  while (ancestor && !ancestor.contains(other)) ancestor = ancestor.parentElement;
  return ancestor ?? one;
}
