import { firstChildOf, nextSiblingOf, typeOf } from './tree.ts';

/** What a walk calls on its way; `enter` says whether the element's content is walked, and then `leave` is called after it. */
export interface Visitor {
  readonly enter: (element: Element) => boolean;
  readonly leave: (element: Element) => void;
  readonly text: (text: Text) => void;
}

/** Walks the content of `root` in document order, without recursion: pages nested thousands deep exist. */
export function walk(root: Element, visitor: Visitor): void {
  // Kept here: a node is asked for its parent in twenty times the time.
  const above: Element[] = [];
  let node: Node | null = firstChildOf(root);
  while (node) {
    const type = typeOf(node);
    if (type === 3) visitor.text(node as Text);
    else if (type === 1 && visitor.enter(node as Element)) {
      const first: Node | null = firstChildOf(node);
      if (first) {
        above.push(node as Element);
        node = first;
        continue;
      }
      visitor.leave(node as Element);
    }
    let next: Node | null = nextSiblingOf(node);
    while (next === null) {
      const parent = above.pop();
      if (parent === undefined) return;
      visitor.leave(parent);
      next = nextSiblingOf(parent);
    }
    node = next;
  }
}
