/** `[1]`, `［1］`, `〔1〕`, `【1】`, `①`: how the essays number their notes. */
const marker = /[[［〔【]\s?([0-9０-９]{1,3})\s?[\]］〕】]|([①-⑳])/gu;
const blocks = 'p, li';

interface Mention {
  readonly node: Text;
  readonly at: number;
  readonly words: string;
  readonly key: string;
  readonly block: Element;
  /** True when its block begins with it. */
  readonly leads: boolean;
}

/**
 * Makes links of the numbers of notes: each mention leads to its note, and the number before the note back to its first
 * mention. A note is the last paragraph that begins with its number; numbers without a note, or notes that nothing
 * mentions, stay as they are. The text does not change.
 */
export function linkFootnotes(essay: Element): void {
  const all = [...essay.querySelectorAll(blocks)].flatMap(mentionsIn);
  const notes = new Map(all.filter(({ leads }) => leads).map((note) => [note.key, note]));
  const linked = all.flatMap((mention) => {
    const note = notes.get(mention.key);
    const mentioned = all.some(({ key, block }) => key === mention.key && block !== note?.block);
    if (!note || !mentioned) return [];
    if (mention === note) return [{ mention, id: `note-${mention.key}`, to: `mention-${mention.key}` }];
    if (mention.block === note.block) return [];
    const first = all.find(({ key }) => key === mention.key) === mention;
    return [{ mention, id: first ? `mention-${mention.key}` : '', to: `note-${mention.key}` }];
  });
  // From the last to the first: what is split off behind leaves the places before it as they were.
  for (const { mention, id, to } of linked.reverse()) wrap(mention, id, to);
}

function mentionsIn(block: Element): Mention[] {
  const walker = block.ownerDocument.createTreeWalker(block, 4 /* SHOW_TEXT */);
  const found: Mention[] = [];
  let before = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node as Text;
    const own = text.parentElement?.closest(`${blocks}, a`) === block;
    for (const match of own ? text.data.matchAll(marker) : []) {
      const leads = (before + text.data.slice(0, match.index)).trim() === '';
      const key = (match[1] ?? match[2] ?? '').normalize('NFKC');
      found.push({ node: text, at: match.index, words: match[0], key: match[2] ? `c${key}` : key, block, leads });
    }
    before += text.data;
  }
  return found;
}

function wrap({ node, at, words }: Mention, id: string, to: string): void {
  const number = node.splitText(at);
  number.splitText(words.length);
  const link = node.ownerDocument.createElement('a');
  link.setAttribute('href', `#${to}`);
  if (id !== '') link.id = id;
  number.replaceWith(link);
  link.append(number);
}
