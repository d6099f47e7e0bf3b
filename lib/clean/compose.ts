import type { Block } from './block.ts';
import { type ListItem, markOf } from './list-place.ts';

/** A clean body, as HTML with one block a line, and as text with one paragraph, verse line or table row a line. */
export interface Composed {
  readonly html: string;
  readonly text: string;
}

/** Writes blocks. Those of one item share it, items share their list, and lists stand in their items; text has the items' numbers. */
export function compose(blocks: readonly Block[]): Composed {
  const text = blocks.flatMap((block, n) => (block.text === '' ? [] : [markBefore(block, blocks[n - 1]) + block.text]));
  return { html: htmlOf(blocks), text: text.join('\n') };
}

/** The number of an item that begins with this block, unless its words begin with one of their own. */
function markBefore(block: Block, before: Block | undefined): string {
  const item = block.items?.at(-1);
  if (item === undefined || before?.items?.includes(item)) return '';
  return /^\s*(?:[(（【[]?[\d一二三四五六七八九十]{1,4}[)）】\].．、]|第[\d一二三四五六七八九十]+|[①-⑳])/.test(
    block.text,
  )
    ? ''
    : markOf(item);
}

function htmlOf(blocks: readonly Block[]): string {
  const open: { readonly item: ListItem }[] = [];
  const last = new Map<ListItem['list'], number | null>();
  let html = '';
  const closeTo = (depth: number, within: ListItem['list'] | undefined): void => {
    while (open.length > depth) {
      const closed = open.pop()?.item;
      // An item of the same list follows: the list stays open.
      html += open.length === depth && closed?.list === within ? '</li>' : `</li></${closed?.list.tag}>`;
    }
  };
  blocks.forEach((block, n) => {
    const items = block.items ?? [];
    const shared = sharedDepth(open, items);
    const within = items[shared]?.list;
    const goesOn = open[shared]?.item.list === within && within !== undefined;
    closeTo(shared, within);
    const inItem = shared > 0 && shared === items.length;
    html += n === 0 ? '' : inItem || (shared > 0 && !goesOn) ? '' : '\n';
    items.slice(shared).forEach((item, depth) => {
      if (depth > 0 || !goesOn) html += openList(item, last);
      html += openItem(item, last);
      open.push({ item });
    });
    html +=
      items.length === 0
        ? blockHtml(block)
        : inItem
          ? `${isInline(block) ? '<br>' : ''}${inItemHtml(block)}`
          : inItemHtml(block);
  });
  closeTo(0, undefined);
  return html;
}

function sharedDepth(open: readonly { readonly item: ListItem }[], items: readonly ListItem[]): number {
  const depth = items.findIndex((item, n) => open[n]?.item !== item);
  return Math.min(depth === -1 ? items.length : depth, open.length);
}

const blockHtml = (block: Block): string =>
  block.kind === 'table' ? block.html : `<${block.tag}>${block.html}</${block.tag}>`;

const isInline = (block: Block): boolean => block.kind === 'text' && block.tag === 'p';

/** Paragraphs of an item need no element of their own. */
const inItemHtml = (block: Block): string => (isInline(block) ? block.html : blockHtml(block));

/** The list begins with the number of the first of its items that is in the essay. */
function openList({ list, number }: ListItem, last: Map<ListItem['list'], number | null>): string {
  if (list.tag === 'ul') return '<ul>';
  const first = number ?? 1;
  last.set(list, first - step(list));
  const type = /^[aAiI]$/.test(list.counting) ? ` type="${list.counting}"` : '';
  const start = first === 1 && !list.reversed ? '' : ` start="${first}"`;
  return `<ol${type}${list.reversed ? ' reversed' : ''}${start}>`;
}

/** An item says its number where it is not the next one. */
function openItem({ list, number }: ListItem, last: Map<ListItem['list'], number | null>): string {
  if (number === null) return '<li>';
  const next = (last.get(list) ?? 0) + step(list);
  last.set(list, number);
  return number === next ? '<li>' : `<li value="${number}">`;
}

const step = ({ reversed }: ListItem['list']): 1 | -1 => (reversed ? -1 : 1);
