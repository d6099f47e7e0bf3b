import { dataOf, walkerOf } from './tree.ts';

/** Longest stretch of one comment that is looked at, in characters: what names a product stands at its start. */
const longest = 400;

/** The comments of a document, each cut short, one a line; comments after `</html>` are among them. */
export function readComments(document: Document): string {
  const walker = walkerOf(document, document, 128);
  const comments: string[] = [];
  while (walker.nextNode()) comments.push((dataOf(walker.currentNode) ?? '').slice(0, longest));
  return comments.join('\n');
}
