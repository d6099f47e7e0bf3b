import type { PageDocument } from './document.ts';
import { elementOrNull, PageNode } from './node.ts';

/** An attribute under its whole name. */
export interface PageAttribute {
  readonly name: string;
  readonly value: string;
}

/** What an element is made of. */
export interface ElementParts {
  readonly localName: string;
  /** False for an element of SVG or MathML, whose names keep their case. */
  readonly isHtml: boolean;
  readonly attributes: readonly PageAttribute[];
  /** Of a template: reads what it holds. */
  readonly held?: (template: PageElement) => PageDocument;
}

/** An element of a page. What is asked by selectors its document answers. */
export class PageElement extends PageNode {
  readonly attributes: readonly PageAttribute[];
  readonly isHtml: boolean;
  private readonly name: string;
  private readonly shownName: string;
  private readonly held: ElementParts['held'];

  constructor(nodes: PageNode[], { localName, isHtml, attributes, held }: ElementParts) {
    super(nodes);
    this.attributes = attributes;
    this.isHtml = isHtml;
    this.name = localName;
    this.held = held;
    this.shownName = isHtml ? upper(localName) : localName;
  }

  get localName(): string {
    return this.name;
  }
  get tagName(): string {
    return this.shownName;
  }
  get page(): PageDocument {
    return this.nodes[0] as PageDocument;
  }
  get nodeType(): number {
    return 1;
  }
  get nodeName(): string {
    return this.shownName;
  }
  override get textContent(): string {
    return this.textWithin;
  }
  get id(): string {
    return this.getAttribute('id') ?? '';
  }
  get className(): string {
    return this.getAttribute('class') ?? '';
  }
  get children(): readonly PageElement[] {
    const children: PageElement[] = [];
    for (let node = this.first; node !== null; node = node.next) if (isElement(node)) children.push(node);
    return children;
  }
  get nextElementSibling(): PageElement | null {
    let node = this.next;
    while (node !== null && !isElement(node)) node = node.next;
    return node;
  }
  get previousElementSibling(): PageElement | null {
    let node = this.previous;
    while (node !== null && !isElement(node)) node = node.previous;
    return node;
  }
  /** A page that was parsed and not shown has no shadow trees. */
  get shadowRoot(): null {
    return null;
  }
  /** What a template holds, which stands apart from the page. */
  get content(): PageDocument | undefined {
    return this.held?.(this);
  }

  getAttribute(name: string): string | null {
    const wanted = this.isHtml ? name.toLowerCase() : name;
    for (const attribute of this.attributes) if (attribute.name === wanted) return attribute.value;
    return null;
  }
  getAttributeNames(): string[] {
    return this.attributes.map(({ name }) => name);
  }
  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }
  hasAttributes(): boolean {
    return this.attributes.length > 0;
  }
  closest(selector: string): PageElement | null {
    return this.page.questions.closest(this, selector);
  }
  matches(selector: string): boolean {
    return this.page.questions.matches(this, selector);
  }
  querySelector(selector: string): PageElement | null {
    return this.page.questions.first(this, selector);
  }
  querySelectorAll(selector: string): readonly PageElement[] {
    return this.page.questions.all(this, selector);
  }
  getElementsByTagName(tag: string): readonly PageElement[] {
    return this.page.questions.byTag(this, tag);
  }
}

/** True for an element of a page. */
export const isElement = (node: PageNode): node is PageElement => elementOrNull(node) !== null;

/** ASCII letters in upper case, as HTML writes the names of elements. */
const upper = (name: string): string =>
  /^[ -~]*$/.test(name) ? name.toUpperCase() : name.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
