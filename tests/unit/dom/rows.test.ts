import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../lib/dom/rows.ts';

const line = '今天的会，要谈三件事，件件都和渠水有';

describe('the lines of a preformatted text', () => {
  it.each<[string, string, number]>([
    ['of one', line, 1],
    ['of two', `${line}\n关。`, 2],
    ['broken at a fixed width', `${line}\n${line}\n关。`, 1],
    ['by the line ends of Windows', `${line}\r\n${line}\r\n关。`, 1],
    ['with a blank line', `${line}\n${line}\n关。\n\n${line}\n${line}\n关。`, 3],
    ['with an indent', `${line}\n${line}\n关。\n　　${line.slice(2)}\n${line}\n关。`, 2],
    ['with a margin', `  ${line}\n  ${line}\n  关。\n    ${line}\n  ${line}\n  关。`, 2],
    ['with a full line that ends a sentence', `${line}\n${line}\n${line.slice(1)}。\n${line}\n关。`, 1],
    ['with a line that is not full', `${line}\n${line}\n到了。\n${line}\n${line}\n关。`, 2],
    ['of verse', '水从山上来\n绕过石头走\n一直流到田里去\n不问收成', 4],
    [
      'of long verse without a mark',
      '水从山上慢慢地流下来绕过许多石头\n又从石头边上慢慢流到谷底的田里去\n一年一年不问田里的收成好还是坏',
      3,
    ],
    ['narrower than any text is set', '今天的会，要谈三件\n事，今天的，都和水\n有关。', 3],
  ])('%s', (_, text, count) => {
    const rows = rowsOf(text);
    expect([rows.length, rows.join('\n')]).toEqual([count, text.replaceAll('\r\n', '\n')]);
  });
});
