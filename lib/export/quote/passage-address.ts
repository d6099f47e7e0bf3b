import type { CslItem } from '../cite/csl.ts';

/** Characters of a passage that stand in its address whole; of a longer one its beginning and end do, each so long. */
const WHOLE = 60;
const END = 20;

/** A part of a text fragment: the dash parts its pieces, so it is written as a number too (WICG Scroll to Text Fragment, 3.2). */
const encoded = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

/**
 * The address that leads to the words themselves, in the archived copy where there is one, else in the page: a browser scrolls
 * there and marks them. Null where a work has no address.
 */
export function passageAddress({ archivedUrl, URL: original }: CslItem, words: string): string | null {
  const address = archivedUrl ?? original;
  if (address === undefined) return null;
  // The words of one line: a fragment that crosses a line needs both ends apart.
  const lines = words.trim().split('\n');
  const [first = '', last = ''] = [lines[0], lines.at(-1)];
  const whole = lines.length === 1 && first.length <= WHOLE;
  const text = whole ? encoded(first) : `${encoded(first.slice(0, END))},${encoded(last.slice(-END))}`;
  return `${address.replace(/#.*$/su, '')}#:~:text=${text}`;
}
