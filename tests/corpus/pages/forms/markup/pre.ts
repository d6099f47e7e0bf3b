import { type Block, escapeText } from '../../blocks.ts';
import type { Markup } from '../form.ts';
import { specialHtml } from './special.ts';

/** Characters of a line in text that was typed for a terminal. */
const measure = 38;

const wrap = (text: string): string =>
  Array.from({ length: Math.ceil(text.length / measure) }, (_, at) =>
    escapeText(text.slice(at * measure, (at + 1) * measure)),
  ).join('\n');

function plain(block: Block, wrapped: boolean): string {
  if (block.type !== 'paragraph') return `</pre>${specialHtml(block)}<pre>`;
  const text = `　　${block.runs.map((run) => run.text).join('')}`;
  return wrapped ? wrap(text) : escapeText(text);
}

/** Text files put online as they are: `<pre>`, paragraphs told by their indent, lines broken at 38 characters or not at all. */
export const preformatted: Markup = (blocks, { choose }) => {
  const wrapped = choose('pre-wrapped', [true, false]);
  return `<pre>\n${blocks.map((block) => plain(block, wrapped)).join(choose('pre-gap', ['\n', '\n\n']))}\n</pre>`;
};
