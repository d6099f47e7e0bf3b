import type { Block } from '../../blocks.ts';
import type { Markup } from '../form.ts';
import { doubleBreaks } from './breaks.ts';

/** The body cut over the cells of layout tables in layout tables. */
export const nestedTables: Markup = (blocks, setting) => {
  const half = Math.ceil(blocks.length / 2);
  const cell = (part: readonly Block[]): string =>
    part.length === 0
      ? ''
      : `<tr><td><table width="98%" border="0" align="center" cellpadding="4"><tr><td class="text14">\n${doubleBreaks(part, setting)}\n</td></tr></table></td></tr>\n`;
  return `<table width="100%" border="0" cellspacing="0" cellpadding="0">\n${cell(blocks.slice(0, half))}${cell(blocks.slice(half))}</table>`;
};
