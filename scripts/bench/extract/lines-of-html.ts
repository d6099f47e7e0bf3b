import { JSDOM } from 'jsdom';

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

function collect(node: Node, lines: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) lines.push(`${lines.pop() ?? ''}${child.nodeValue ?? ''}`);
    else if (child.nodeName === 'BR') lines.push('');
    else if (child.nodeName !== 'SCRIPT' && child.nodeName !== 'STYLE') {
      const block = blocks.has(child.nodeName);
      if (block) lines.push('');
      collect(child, lines);
      if (block) lines.push('');
    }
  }
}

/**
 * The text of a peer's HTML, a line for each block and each line break.
 * Written apart from lib, so that no rule of ours helps a peer or hides a fault of ours.
 */
export function linesOfHtml(html: string): string {
  const lines: string[] = [''];
  collect(JSDOM.fragment(html), lines);
  return lines
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
