/** What a walk calls on its way; `enter` says whether the element's content is walked, and then `leave` is called after it. */
export interface Visitor {
  readonly enter: (element: Element) => boolean;
  readonly leave: (element: Element) => void;
  readonly text: (text: Text) => void;
}

/** Walks the content of `root` in document order, without recursion: pages nested thousands deep exist. */
export function walk(root: Element, visitor: Visitor): void {
  let node: Node | null = root.firstChild;
  while (node) {
    if (node.nodeType === 3) visitor.text(node as Text);
    else if (node.nodeType === 1 && visitor.enter(node as Element)) {
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
      visitor.leave(node as Element);
    }
    while (node && node.nextSibling === null) {
      node = node.parentNode;
      if (node === null || node === root) return;
      visitor.leave(node as Element);
    }
    node = node?.nextSibling ?? null;
  }
}
