import type { Block } from '../../blocks.ts';
import type { Markup } from '../form.ts';
import { inlineHtml, specialHtml } from './special.ts';

const indent = '　　';

function line(block: Block): string {
  if (block.type !== 'paragraph') return specialHtml(block);
  const words = inlineHtml(block.runs);
  if (block.place === 'centre') return `<div align="center">${words}</div>`;
  return block.place === 'right' ? `<div align="right">${words}</div>` : `${indent}${words}`;
}

/** Lines of text parted by `<br>`, each begun with two ideographic spaces; blocks need no break beside them. */
const parted = (separator: string): Markup => {
  const isText = (block: Block | undefined): boolean => block?.type === 'paragraph' && block.place === undefined;
  return (blocks) =>
    blocks.map((block, at) => `${line(block)}${isText(block) && isText(blocks[at + 1]) ? separator : ''}`).join('\n');
};

/** `text<br><br>　　text`: the commonest form of hand-written pages. */
export const doubleBreaks = parted('<br>\n<br>');

/** `text<br>　　text`. */
export const singleBreaks = parted('<br>');

/** The same inside `<font>` upon `<font>`, with `<center>`: editors' copy and paste of the FrontPage years. */
export const fontSoup: Markup = (blocks) => {
  const soup = blocks.map((block) => {
    if (block.type !== 'paragraph') return specialHtml(block);
    const words = inlineHtml(block.runs);
    if (block.place === 'centre') return `<center><font size="3"><font face="黑体">${words}</font></font></center>`;
    return `<font face="宋体" size="3"><font color="#000000">${indent}${words}</font></font><br><br>`;
  });
  return `<font color="#333333">${soup.join('\n')}</font>`;
};
