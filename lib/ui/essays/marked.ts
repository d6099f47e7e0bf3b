import type { Attachment } from 'svelte/attachments';
import type { Parts } from '../../search/contract.ts';

/**
 * Fills an element with a text, and what was sought marked in it: `{@attach marked(parts)}`. The nodes of the text before are used again where
 * they fit. Blocks of a component for each part were most of what the library made anew with each letter that is typed.
 */
export const marked =
  (parts: Parts): Attachment =>
  (element) => {
    for (const [at, part] of parts.entries()) {
      const there = element.childNodes[at];
      if (there !== undefined && there.nodeName === (part.hit ? 'MARK' : '#text')) showText(there, part.text);
      else if (there !== undefined) there.replaceWith(nodeOf(part));
      else element.append(nodeOf(part));
    }
    while (element.childNodes.length > parts.length) element.lastChild?.remove();
  };

function nodeOf({ text, hit }: Parts[number]): Node {
  if (!hit) return document.createTextNode(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

/** Words that are there already cost no layout. */
function showText(node: Node, text: string): void {
  const words = node.firstChild ?? node;
  if (words.nodeValue !== text) words.nodeValue = text;
}
