import { correctBlock } from './correct-block.ts';
import { blocksOfHtml, type HtmlBlock, paragraphOf } from './html-blocks.ts';
import type { TextEdit } from './text-edit.ts';

/** The text of an essay in both its forms. */
export interface EssayText {
  readonly html: string;
  /** Paragraphs, one a line. */
  readonly text: string;
}

/** A text with the reader's changes, and those that found no place in it: a newer reading has other words there. */
export interface EditedText extends EssayText {
  readonly unplaced: readonly TextEdit[];
}

interface Parts {
  readonly blocks: readonly HtmlBlock[];
  readonly lines: readonly string[];
}

/** Makes the changes one after another, in the order in which they were made. Without any, the text is what it was, to the letter. */
export function applyEdits(found: EssayText, edits: readonly TextEdit[] = []): EditedText {
  if (edits.length === 0) return { html: found.html, text: found.text, unplaced: [] };
  let parts: Parts = { blocks: blocksOfHtml(found.html), lines: found.text === '' ? [] : found.text.split('\n') };
  const unplaced: TextEdit[] = [];
  for (const edit of edits) {
    const changed = edit.kind === 'put-back' ? putBack(parts, edit) : replaced(parts, edit);
    if (changed === null) unplaced.push(edit);
    else parts = changed;
  }
  if (unplaced.length === edits.length) return { html: found.html, text: found.text, unplaced };
  return { html: parts.blocks.map(({ html }) => html).join('\n'), text: parts.lines.join('\n'), unplaced };
}

/** The blocks of a text that can be changed: those whose words stand in its plain text as well. */
export function editableBlocks({ html, text }: EssayText): readonly string[] {
  const lines = text.split('\n');
  return blocksOfHtml(html).flatMap(({ words }) => (words !== '' && runOf(lines, words) !== null ? [words] : []));
}

function putBack({ blocks, lines }: Parts, { text, after }: TextEdit): Parts {
  const added = text.split('\n').filter((line) => line.trim() !== '');
  const made = added.map((words): HtmlBlock => ({ html: paragraphOf(words), words }));
  return {
    blocks: insertedAt(
      blocks,
      placeBehind(
        blocks.map(({ words }) => words),
        after,
      ),
      made,
    ),
    lines: insertedAt(lines, placeBehind(lines, after), added),
  };
}

/** Where something stands that follows these words: behind the text that has them; at the end where none has. */
function placeBehind(texts: readonly string[], after: string | null): number {
  if (after === '') return 0;
  const at = after === null ? -1 : texts.findIndex((text) => squeeze(text).includes(squeeze(after)));
  return at === -1 ? texts.length : at + 1;
}

function replaced({ blocks, lines }: Parts, { found, text }: TextEdit): Parts | null {
  const at = blocks.findIndex(({ words }) => squeeze(words) === squeeze(found));
  const run = runOf(lines, found);
  if (at === -1 || run === null) return null;
  const [, element = 'p'] = /^<(p|h\d)\b/i.exec(blocks[at]?.html ?? '') ?? [];
  const made =
    text === ''
      ? []
      : [{ html: correctBlock(blocks[at]?.html ?? '', text) ?? paragraphOf(text, element), words: text }];
  return {
    blocks: [...blocks.slice(0, at), ...made, ...blocks.slice(at + 1)],
    lines: [...lines.slice(0, run.from), ...(text === '' ? [] : text.split('\n')), ...lines.slice(run.to)],
  };
}

/** The lines that together are these words; null where there are none. */
function runOf(lines: readonly string[], words: string): { readonly from: number; readonly to: number } | null {
  const wanted = squeeze(words);
  for (const [from, first] of lines.entries()) {
    let had = squeeze(first);
    let to = from + 1;
    while (had.length < wanted.length && wanted.startsWith(had) && to < lines.length) {
      had += squeeze(lines[to] ?? '');
      to += 1;
    }
    if (had === wanted && wanted !== '') return { from, to };
  }
  return null;
}

const insertedAt = <T>(all: readonly T[], at: number, added: readonly T[]): readonly T[] => [
  ...all.slice(0, at),
  ...added,
  ...all.slice(at),
];

const squeeze = (text: string): string => text.replace(/\s+/gu, '');
