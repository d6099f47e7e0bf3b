import { blockTags, silentTags } from '../../dom/tags.ts';
import { dataOf, nameOf, parentOf, typeOf } from '../../dom/tree.ts';

/** How many nodes are looked at for what stands beside an image: an image in a line has text near. */
const reach = 40;

/** The letter next to an element in the same line, `before` or `after` it; '' where its line ends first, or white space parts them. */
export function besideIn(element: Element, side: 'before' | 'after'): string {
  const step = side === 'before' ? 'previousSibling' : 'nextSibling';
  const into = side === 'before' ? 'lastChild' : 'firstChild';
  let node: Node | null = element;
  for (let looked = 0; node !== null && looked < reach; looked += 1) {
    while (node !== null && node[step] === null) {
      node = parentOf(node);
      if (node === null || isBlock(node)) return '';
    }
    node = node?.[step] ?? null;
    while (node !== null) {
      if (typeOf(node) === 3) {
        const text = dataOf(node) ?? '';
        const shown = side === 'before' ? text.trimEnd() : text.trimStart();
        if (shown !== '') return side === 'before' ? (shown.at(-1) ?? '') : shown.charAt(0);
        break;
      }
      if (isBlock(node) || nameOf(node).toUpperCase() === 'BR') return '';
      if (node[into] === null || silentTags.has(nameOf(node).toUpperCase())) break;
      node = node[into];
    }
  }
  return '';
}

const isBlock = (node: Node): boolean =>
  typeOf(node) !== 1 ? typeOf(node) !== 3 && typeOf(node) !== 8 : blockTags.has(nameOf(node).toUpperCase());
