import { Readability } from '@mozilla/readability';
import { commonAncestor } from '../dom/ancestor.ts';

const mark = 'data-wencun-n';

/**
 * The element of a document that holds the article, by @mozilla/readability with its own settings: it is asked for pages that
 * are not Chinese, which it was made for. It runs on a marked clone and its kept elements are mapped back, so that its clean-up,
 * which drops tables and short paragraphs, costs no text. Null when it finds no article.
 */
export function findByReadability(document: Document, skip: ReadonlySet<Element>): Element | null {
  const originals = document.getElementsByTagName('*');
  const clone = document.cloneNode(true) as Document;
  const copies = [...clone.getElementsByTagName('*')];
  copies.forEach((copy, n) => {
    copy.setAttribute(mark, String(n));
  });
  copies.forEach((copy, n) => {
    const original = originals[n];
    if (original && skip.has(original)) copy.remove();
  });
  const article = new Readability<Element>(clone, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node as Element,
  }).parse();
  let container: Element | null = null;
  for (const element of article?.content?.querySelectorAll(`[${mark}]`) ?? []) {
    const original = originals[Number(element.getAttribute(mark))];
    if (!original || original === document.body || !hasOwnText(element)) continue;
    container = container === null ? original : commonAncestor(container, original);
  }
  return container;
}

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');
