import type { PageDocument } from './document.ts';
import type { PageElement } from './element.ts';

/** What `compareDocumentPosition` answers. */
const position = { apart: 1, before: 2, after: 4, around: 8, within: 16 } as const;

/**
 * A node of a page that is read and never changed. It has the members that `lib/dom/tree.ts` asks for, as getters and methods of its
 * prototype, since prototypes are what it asks. Each node knows its place in the order of the page, so that what holds what, and what
 * stands before what, is a comparison of numbers.
 */
export abstract class PageNode {
  readonly nodes: readonly PageNode[];
  parent: PageNode | null = null;
  previous: PageNode | null = null;
  next: PageNode | null = null;
  first: PageNode | null = null;
  last: PageNode | null = null;
  /** Its number among all nodes of the page, and that of the last node within it. */
  readonly order: number;
  end: number;

  constructor(nodes: PageNode[]) {
    this.nodes = nodes;
    this.order = nodes.length;
    this.end = this.order;
    nodes.push(this);
  }

  abstract get nodeType(): number;
  abstract get nodeName(): string;

  get ownerDocument(): PageDocument | null {
    return this.nodes[0] as PageDocument;
  }
  get parentNode(): PageNode | null {
    return this.parent;
  }
  get parentElement(): PageElement | null {
    return elementOrNull(this.parent);
  }
  get firstChild(): PageNode | null {
    return this.first;
  }
  get lastChild(): PageNode | null {
    return this.last;
  }
  get nextSibling(): PageNode | null {
    return this.next;
  }
  get previousSibling(): PageNode | null {
    return this.previous;
  }
  get nodeValue(): string | null {
    return null;
  }
  get textContent(): string | null {
    return null;
  }

  contains(other: unknown): boolean {
    return this.isOfPage(other) && other.order >= this.order && other.order <= this.end;
  }

  compareDocumentPosition(other: unknown): number {
    if (other === this) return 0;
    if (!this.isOfPage(other)) return position.apart;
    if (other.order > this.order) return other.order <= this.end ? position.after + position.within : position.after;
    return this.order <= other.end ? position.before + position.around : position.before;
  }

  /** All text within it, comments aside. */
  protected get textWithin(): string {
    let text = '';
    for (let at = this.order + 1; at <= this.end; at += 1) {
      const node = this.nodes[at];
      if (node?.nodeType === 3) text += node.nodeValue;
    }
    return text;
  }

  private isOfPage(other: unknown): other is PageNode {
    return other instanceof PageNode && other.nodes === this.nodes;
  }
}

/** The node where it is an element, else null. */
export const elementOrNull = (node: PageNode | null): PageElement | null =>
  node?.nodeType === 1 ? (node as PageElement) : null;
