import createDOMPurify, { type DOMPurify, type WindowLike } from 'dompurify';
import { emptyDocumentOf, type OwnWindow, viewOf } from './tree.ts';

/**
 * A DOMPurify that works in an empty document of its own. It would otherwise ask the page's document for its means, and a page
 * can put an image of its own in the place of those (`<img name="implementation">`). Throws where DOMPurify cannot work, since it
 * gives back what it was given then.
 */
export function purifierFor(document: Document): DOMPurify {
  const view: OwnWindow = viewOf(document) ?? globalThis;
  const { DocumentFragment, HTMLTemplateElement, Node, Element, NodeFilter, NamedNodeMap, HTMLFormElement, DOMParser } =
    view;
  const means: WindowLike = {
    document: emptyDocumentOf(document),
    DocumentFragment,
    HTMLTemplateElement,
    Node,
    Element,
    NodeFilter,
    NamedNodeMap,
    HTMLFormElement,
    DOMParser,
  };
  const purifier = createDOMPurify(means);
  if (!purifier.isSupported) throw new Error('HTML cannot be sanitised here.');
  return purifier;
}

/** Gives each window what is made for it once: a sanitiser costs more to make than to use. */
export function oncePerWindow<T>(make: (document: Document) => T): (document: Document) => T {
  const known = new WeakMap<object, T>();
  return (document) => {
    const view = viewOf(document) ?? globalThis;
    const made = known.get(view) ?? make(document);
    known.set(view, made);
    return made;
  };
}

/**
 * HTML without elements that load what they play: browsers ask for it as soon as it is parsed, wherever that is, even where
 * nothing of it is shown. No essay holds any, nor does the page as captured show them. Nor a frameset, which takes the place of
 * the whole body that it stands in.
 */
export const withoutMedia = (html: string): string =>
  /<(?:video|audio|source|track|embed|object|frameset)/i.test(html)
    ? html.replace(/<(\/?)(?:video|audio|source|track|embed|object|frameset)(?![\w-])/gi, '<$1span')
    : html;
