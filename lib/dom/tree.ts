/*
 * How the tree of a page is read. A form has its fields as properties of its own, by their names: of
 * `<form><input name="nextSibling">` the `nextSibling` is the field, and a walk that goes on from there never ends (HTML
 * standard, "named properties" of form and document). The getters and methods of the prototypes know of no field. So every
 * stage reads by these, and by nothing else.
 */

type Member = (this: object, ...args: readonly unknown[]) => unknown;

/** A getter or method as these prototypes have it. */
function search(kind: object | undefined, name: string): Member | null {
  for (let at = kind; at; at = Object.getPrototypeOf(at)) {
    const property = Object.getOwnPropertyDescriptor(at, name);
    const member: unknown = property?.get ?? property?.value;
    if (typeof member === 'function') return member as Member;
  }
  return null;
}

/**
 * A browser has one getter for all its elements, or all its nodes, and calling that takes half the time of asking for a node's
 * prototype first. It refuses what is none of the browser's own nodes; Node.js has none.
 */
const ownMember = (name: string): Member | null => search(globalThis.Element?.prototype, name);

/** What a node has, or null of no node: chains need no question marks. */
type Get<N extends object, T> = <M extends N | null | undefined>(node: M) => M extends N ? T : T | null;
type Call<N extends object, A extends readonly unknown[], T> = <M extends N | null | undefined>(
  node: M,
  ...args: A
) => M extends N ? T : T | null;

/* Making one does nothing yet, which the bundler is told: a script holds those alone that it reads by. */
/* @__NO_SIDE_EFFECTS__ */
function getter<N extends object, T>(name: string): Get<N, T> {
  return method(name) as unknown as Get<N, T>;
}

/* @__NO_SIDE_EFFECTS__ */
function method<N extends object, A extends readonly unknown[], T>(
  name: string,
  own: Member | null = ownMember(name),
): Call<N, A, T> {
  // Each prototype is looked through once: pages have many nodes.
  const known = new WeakMap<object, Member | null>();
  // None takes more than two; a list of arguments would be made at each call.
  const call = (node: N | null | undefined, one: unknown, other: unknown): unknown => {
    if (!node) return null;
    try {
      if (own) return own.call(node, one, other);
    } catch {
      // Another node than the browser's elements: its own prototypes know.
    }
    const kind = Object.getPrototypeOf(node);
    let member = known.get(kind);
    if (member === undefined) {
      member = search(kind, name);
      known.set(kind, member);
    }
    return member?.call(node, one, other) ?? null;
  };
  return call as unknown as Call<N, A, T>;
}

/** 1 for an element, 3 for text, 8 for a comment, as `Node.nodeType` numbers them. */
export const typeOf = getter<Node, number>('nodeType');
export const parentOf = getter<Node, Node | null>('parentNode');
export const parentElementOf = getter<Node, Element | null>('parentElement');
export const firstChildOf = getter<Node, ChildNode | null>('firstChild');
export const lastChildOf = getter<Node, ChildNode | null>('lastChild');
export const nextSiblingOf = getter<Node, ChildNode | null>('nextSibling');
export const previousSiblingOf = getter<Node, ChildNode | null>('previousSibling');
/** `A` for a link, `#text` for text: as `Node.nodeName`. */
export const nameOf = getter<Node, string>('nodeName');
/** All text below a node; null for a document. */
export const textOf = getter<Node, string | null>('textContent');
/** The text of a text node or comment; null for other nodes. */
export const dataOf = getter<Node, string | null>('nodeValue');
export const documentOf = getter<Node, Document | null>('ownerDocument');
export const contains = method<Node, [other: Node | null], boolean>('contains');
/** As `Node.compareDocumentPosition`. */
export const comparePosition = method<Node, [other: Node], number>('compareDocumentPosition');
export const cloneOf = method<Node, [deep: boolean], Node>('cloneNode');

/** Upper case in HTML. */
export const tagOf = getter<Element, string>('tagName');
/** Lower case in HTML. */
export const localNameOf = getter<Element, string>('localName');
export const idOf = getter<Element, string>('id');
export const classOf = getter<Element, string>('className');
export const childrenOf = getter<Element, HTMLCollection>('children');
export const nextElementOf = getter<Element, Element | null>('nextElementSibling');
export const previousElementOf = getter<Element, Element | null>('previousElementSibling');
/** The shadow tree that scripts may read, or that a saved page declares; null for none. */
export const shadowOf = getter<Element, ShadowRoot | null>('shadowRoot');
export const attributeOf = method<Element, [name: string], string | null>('getAttribute');
export const attributeNamesOf = method<Element, [], string[]>('getAttributeNames');
export const hasAttribute = method<Element, [name: string], boolean>('hasAttribute');
export const hasAttributes = method<Element, [], boolean>('hasAttributes');
export const setAttribute = method<Element, [name: string, value: string], void>('setAttribute');
export const removeAttribute = method<Element, [name: string], void>('removeAttribute');
export const removeElement = method<Element, [], void>('remove');
export const closest = method<Element, [selector: string], Element | null>('closest');
export const matches = method<Element, [selector: string], boolean>('matches');

/* Documents and elements have methods of their own under these names. */
type Root = Document | Element | DocumentFragment;
export const query = method<Root, [selector: string], Element | null>('querySelector', null);
export const queryAll = method<Root, [selector: string], NodeListOf<Element>>('querySelectorAll', null);
export const elementsByTag = method<Document | Element, [tag: string], HTMLCollectionOf<Element>>(
  'getElementsByTagName',
  null,
);

/** What is taken of a window: its own types. */
export type OwnWindow = typeof globalThis;
/** The window of a document; null when it was only parsed. */
export const viewOf = getter<Document, OwnWindow | null>('defaultView');
const implementationOf = getter<Document, DOMImplementation>('implementation');
/** A new and empty document, which stands in no window. */
export const emptyDocumentOf = (document: Document): Document => implementationOf(document).createHTMLDocument('');
export const rootOf = getter<Document, Element>('documentElement');
export const bodyOf = getter<Document, HTMLElement | null>('body');
export const headOf = getter<Document, HTMLHeadElement | null>('head');
export const titleOf = getter<Document, string>('title');
/** The element with its content, as HTML. */
export const htmlOf = getter<Element, string>('outerHTML');
/** Its media type, such as `text/html`. */
export const contentTypeOf = getter<Document, string>('contentType');
/** The encoding that the browser read it with. */
export const charsetOf = getter<Document, string>('characterSet');
export const doctypeOf = getter<Document, DocumentType | null>('doctype');
export const elementById = method<Document, [id: string], HTMLElement | null>('getElementById');
/** As `Document.createTreeWalker`: `what` is a sum of `NodeFilter` flags. */
export const walkerOf = method<Document, [root: Node, what: number], TreeWalker>('createTreeWalker');
