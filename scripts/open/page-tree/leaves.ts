import { PageNode } from './node.ts';

/** A text, or a comment. */
export class PageText extends PageNode {
  readonly data: string;
  readonly isComment: boolean;

  constructor(nodes: PageNode[], data: string, isComment: boolean) {
    super(nodes);
    this.data = data;
    this.isComment = isComment;
  }

  get nodeType(): number {
    return this.isComment ? 8 : 3;
  }
  get nodeName(): string {
    return this.isComment ? '#comment' : '#text';
  }
  override get nodeValue(): string {
    return this.data;
  }
  override get textContent(): string {
    return this.data;
  }
}

/** The line before the root that names the kind of the document. */
export class PageDoctype extends PageNode {
  readonly name: string;

  constructor(nodes: PageNode[], name: string) {
    super(nodes);
    this.name = name;
  }

  get nodeType(): number {
    return 10;
  }
  get nodeName(): string {
    return this.name;
  }
}
