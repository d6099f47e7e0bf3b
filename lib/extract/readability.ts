import { Readability } from '@mozilla/readability';
import { commonAncestor } from '../dom/ancestor.ts';
import {
  attributeOf,
  bodyOf,
  childNodesOf,
  cloneOf,
  dataOf,
  elementsByTag,
  localNameOf,
  queryAll,
  removeAttribute,
  removeElement,
  setAttribute,
  typeOf,
} from '../dom/tree.ts';

const mark = 'data-wencun-n';
/** Elements that a form or a document has as properties, by their names (HTML standard; custom elements may be fields too). */
const namedProperty = /^(?:button|embed|fieldset|form|iframe|img|input|object|output|select|textarea|.*-.*)$/;

/**
 * The element of a document that holds the article, by @mozilla/readability with its own settings: it is asked for pages that
 * are not Chinese, which it was made for. It runs on a marked clone and its kept elements are mapped back, so that its clean-up,
 * which drops tables and short paragraphs, costs no text. Null when it finds no article.
 */
export function findByReadability(document: Document, skip: ReadonlySet<Element>): Element | null {
  const originals = elementsByTag(document, '*');
  const clone = cloneOf(document, true) as Document;
  const copies = [...elementsByTag(clone, '*')];
  copies.forEach((copy, n) => {
    setAttribute(copy, mark, String(n));
  });
  copies.forEach((copy, n) => {
    const original = originals[n];
    if (original && skip.has(original)) removeElement(copy);
    // Readability walks the tree by its properties: no field may lend its name to them.
    if (!namedProperty.test(localNameOf(copy))) return;
    removeAttribute(copy, 'name');
    removeAttribute(copy, 'id');
  });
  const article = new Readability<Element>(clone, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as Element,
  }).parse();
  let container: Element | null = null;
  for (const element of queryAll(article?.content, `[${mark}]`) ?? []) {
    const original = originals[Number(attributeOf(element, mark))];
    if (!original || original === bodyOf(document) || !hasOwnText(element)) continue;
    container = container === null ? original : commonAncestor(container, original);
  }
  return container;
}

const hasOwnText = (element: Element): boolean =>
  [...childNodesOf(element)].some((node) => typeOf(node) === 3 && (dataOf(node) ?? '').trim() !== '');
