import type { Essay } from '../../../lib/essay/essay.ts';

/** Elements whose content a page never shows as text. Written apart from lib/dom/tags.ts: that is what is tested. */
const never = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME FRAME NOFRAMES OBJECT EMBED APPLET SVG AUDIO VIDEO CANVAS XML HEAD TITLE ANNOTATION TEXTAREA'.split(
    ' ',
  ),
);

const bare = (text: string): string =>
  text.normalize('NFKC').replace(/[\s\u200b-\u200d\u2060\ufeff\u00ad\0（）()〓]+/gu, '');

/** The texts of a page that are neither in its essay nor in a removal, and its images; empty when all are accounted for. */
export function unaccountedIn(document: Document, { text, html, provenance }: Essay): readonly string[] {
  const removed = provenance.removals.map((removal) => removal.text).join('\n');
  const told = bare(`${text}\n${removed}`);
  const left: string[] = [];
  const look = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3 && !told.includes(bare(child.nodeValue ?? '')))
        left.push((child.nodeValue ?? '').trim());
      if (child.nodeType !== 1 || never.has((child as Element).tagName.toUpperCase())) continue;
      if ((child as Element).tagName === 'IMG' && !isTold(child as Element)) left.push((child as Element).outerHTML);
      look(child);
    }
  };
  // A letter that is set as a picture stands in the text.
  const isTold = (image: Element): boolean => {
    const alt = bare(image.getAttribute('alt') ?? '');
    if (alt !== '' && told.includes(alt)) return true;
    const addresses = ['src', 'data-src', 'data-original'].map((name) => image.getAttribute(name)?.trim() ?? '');
    const files = addresses.map((address) => address.split(/[?#]/)[0]?.split('/').at(-1) ?? '').filter(Boolean);
    const known = `${html}\n${removed}`;
    return (
      files.length === 0 ||
      files.some((file) => /^data:/.test(file) || known.includes(file) || known.includes(decodeURI(file)))
    );
  };
  if (document.body) look(document.body);
  return left;
}
