import type { JSDOM } from 'jsdom';
import { isElement, type PageElement } from './element.ts';
import { PageNode } from './node.ts';
import { createQuestions, type PageQuestions } from './questions.ts';
import type { SelectorParser } from './simple-selector.ts';
import { createTwin, type Twin } from './twin.ts';

/** What a page's document is told. */
export interface DocumentParts {
  readonly kind: 'page' | 'template';
  /** True for a page without a doctype, or with one of those that browsers take for none. */
  readonly isQuirky: boolean;
  /** A window of the full DOM, whose means are lent to who cleans HTML. */
  readonly view: JSDOM['window'];
  readonly parseSelector: SelectorParser;
  /** Parses the page once more, as a full DOM. */
  readonly parse: () => Document | DocumentFragment;
}

/** The document of a page, or what a template of it holds. */
export class PageDocument extends PageNode {
  private readonly parts: DocumentParts;
  private readonly made: { questions?: PageQuestions; twin?: Twin } = {};

  constructor(nodes: PageNode[], parts: DocumentParts) {
    super(nodes);
    this.parts = parts;
  }

  get questions(): PageQuestions {
    this.made.questions ??= createQuestions(this, this.parts.parseSelector);
    return this.made.questions;
  }
  /** The page as a full DOM, parsed when it is first asked for. */
  get twin(): Twin {
    this.made.twin ??= createTwin(this.nodes, this.parts.parse());
    return this.made.twin;
  }
  get isQuirky(): boolean {
    return this.parts.isQuirky;
  }
  get nodeType(): number {
    return this.parts.kind === 'page' ? 9 : 11;
  }
  get nodeName(): string {
    return this.parts.kind === 'page' ? '#document' : '#document-fragment';
  }
  override get textContent(): string | null {
    return this.parts.kind === 'page' ? null : this.textWithin;
  }
  override get ownerDocument(): null {
    return null;
  }
  get documentElement(): PageElement | null {
    return childElement(this, /^/);
  }
  get head(): PageElement | null {
    return childElement(this.documentElement, /^head$/);
  }
  get body(): PageElement | null {
    return childElement(this.documentElement, /^(?:body|frameset)$/);
  }
  /** The text of its first title, with white space as HTML folds it. */
  get title(): string {
    const title = this.getElementsByTagName('title').find(({ isHtml }) => isHtml);
    return (title?.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ').replace(/^ | $/g, '');
  }
  get contentType(): string {
    return 'text/html';
  }
  /** Texts are decoded before they are parsed. */
  get characterSet(): string {
    return 'UTF-8';
  }
  /** The window whose means are at hand, for who cleans HTML. */
  get defaultView(): unknown {
    return this.parts.view;
  }
  get implementation(): unknown {
    return this.parts.view.document.implementation;
  }

  /** A copy that may be changed: a full DOM. */
  cloneNode(): unknown {
    return this.parts.parse();
  }
  getElementById(id: string): PageElement | null {
    return id === '' ? null : (this.questions.byId(id) ?? null);
  }
  querySelector(selector: string): PageElement | null {
    return this.questions.first(null, selector);
  }
  querySelectorAll(selector: string): readonly PageElement[] {
    return this.questions.all(null, selector);
  }
  getElementsByTagName(tag: string): readonly PageElement[] {
    return this.questions.byTag(null, tag);
  }
  /** A walk over its comments, which is what pages are walked for in this way. */
  createTreeWalker(root: PageNode, what: number): { currentNode: PageNode; nextNode: () => PageNode | null } {
    const { nodes } = this;
    const walker = {
      currentNode: root,
      nextNode(): PageNode | null {
        for (let at = walker.currentNode.order + 1; at <= root.end; at += 1) {
          const node = nodes[at];
          if (node === undefined || (what & (1 << (node.nodeType - 1))) === 0) continue;
          walker.currentNode = node;
          return node;
        }
        return null;
      },
    };
    return walker;
  }
}

/** The first child element of such a name. */
function childElement(parent: PageNode | null, name: RegExp): PageElement | null {
  for (let node = parent?.first ?? null; node !== null; node = node.next)
    if (isElement(node) && name.test(node.localName)) return node;
  return null;
}
