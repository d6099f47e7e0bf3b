import type { Markup } from '../form.ts';
import { inlineHtml, specialHtml } from './special.ts';

const align = (place: 'centre' | 'right' | undefined): string =>
  place === undefined ? '' : ` align="${place === 'centre' ? 'center' : 'right'}"`;

/** `<P>　　text</P>`. */
export const ideographicIndent: Markup = (blocks) =>
  blocks
    .map((block) => {
      if (block.type !== 'paragraph') return specialHtml(block);
      return `<P${align(block.place)}>${block.place === undefined ? '　　' : ''}${inlineHtml(block.runs)}</P>`;
    })
    .join('\n');

/** `<p style="text-indent: 2em">text</p>`: no indent in the text. */
export const styledIndent: Markup = (blocks) =>
  blocks
    .map((block) => {
      if (block.type !== 'paragraph') return specialHtml(block);
      const style = block.place === undefined ? 'text-indent: 2em; line-height: 180%' : 'line-height: 180%';
      return `<p${align(block.place)} style="${style}"><span style="font-size: 14px">${inlineHtml(block.runs)}</span></p>`;
    })
    .join('\n');

/** `<DIV>　　text</DIV>`, with an empty `<DIV>` between. */
export const divisions: Markup = (blocks) =>
  blocks
    .map((block) => {
      if (block.type !== 'paragraph') return specialHtml(block);
      return `<DIV${align(block.place)}><FONT face=宋体>${block.place === undefined ? '　　' : ''}${inlineHtml(block.runs)}</FONT></DIV>`;
    })
    .join('\n<DIV>&nbsp;</DIV>\n');

/** Internet Explorer's editor: the first paragraph is bare text, others are DIV or P by turns. */
export const mixedSiblings: Markup = (blocks) =>
  blocks
    .map((block, at) => {
      if (block.type !== 'paragraph') return specialHtml(block);
      const words = inlineHtml(block.runs);
      if (block.place !== undefined) return `<P${align(block.place)}>${words}</P>`;
      const indented = `&nbsp;&nbsp;&nbsp; ${words}`;
      if (at === 0) return `\n      <FONT face=楷体_GB2312 size=4>${indented}</FONT>`;
      return at % 2 === 1 ? `<DIV><FONT face=楷体_GB2312 size=4>${indented}</FONT></DIV>` : `<P>${indented}</P>`;
    })
    .join('\n');

/** Nothing is ever closed. */
export const unclosed: Markup = (blocks) =>
  blocks
    .map((block) => {
      if (block.type !== 'paragraph') return specialHtml(block);
      return `<p${align(block.place)}><font size=3>${block.place === undefined ? '　　' : ''}${inlineHtml(block.runs)}`;
    })
    .join('\n');
