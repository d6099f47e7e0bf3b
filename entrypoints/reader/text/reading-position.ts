import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { readShownText } from '../../../lib/features/show-essay/shown-text.ts';

const KEY = 'readingPositions';
/** Essays whose position is remembered, the last read ones: the storage is small. */
const MOST = 1000;
/** From the top of the window to the text below the top bar: `scroll-margin` of reading.css, in pixels. */
const TOP = 81;
/** Stillness after which a position counts as one, in milliseconds. */
const STILL = 400;

/** Pairs of essay id and offset in its text, the last read first: a browser may put the keys of an object in order. */
const positions = v.fallback(v.array(v.tuple([v.string(), v.number()])), []);

async function readPositions(): Promise<[string, number][]> {
  return v.parse(positions, (await browser.storage.local.get(KEY))[KEY]);
}

/** The offset in the text where reading an essay stopped; 0 for its beginning. */
export async function recallPosition(id: string): Promise<number> {
  return (await readPositions()).find(([known]) => known === id)?.[1] ?? 0;
}

/** Remembers the offset in the text of an essay; 0 forgets it. */
export async function rememberPosition(id: string, offset: number): Promise<void> {
  const others = (await readPositions()).filter(([known]) => known !== id);
  const now: [string, number][] = offset > 0 ? [[id, offset], ...others] : others;
  await browser.storage.local.set({ [KEY]: now.slice(0, MOST) });
}

/**
 * Goes to where reading stopped, when `restore` says so, and remembers from then on where it stops. A position that
 * cannot be stored or read is none. Gives the function that stops remembering.
 */
export function followPosition(id: string, body: HTMLElement, restore: boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = () => {
    if (body.isConnected) rememberPosition(id, positionIn(body)).catch(() => {});
  };
  const scrolled = () => {
    clearTimeout(timer);
    timer = setTimeout(remember, STILL);
  };
  const begin = async () => {
    const offset = restore ? await recallPosition(id) : 0;
    if (offset > 0) blockAt(body, offset)?.scrollIntoView({ block: 'start', inline: 'start' });
  };
  begin().catch(() => {});
  addEventListener('scroll', scrolled, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    removeEventListener('scroll', scrolled, { capture: true });
  };
}

const blocks = 'p, li, tr, h1, h2, h3, h4, h5, h6';

function blockAt(body: HTMLElement, offset: number): Element | null {
  const range = readShownText(body).rangeOf(offset, offset + 1);
  return range?.startContainer.parentElement?.closest(blocks) ?? null;
}

/** Offset of the first block in sight; 0 while the beginning is. */
function positionIn(body: HTMLElement): number {
  const vertical = getComputedStyle(body).writingMode.startsWith('vertical');
  const { right } = body.getBoundingClientRect();
  const inSight = (block: Element) => {
    const box = block.getBoundingClientRect();
    return vertical ? box.left < right - TOP : box.bottom > TOP;
  };
  const first = [...body.querySelectorAll(blocks)].find(inSight);
  return first ? (readShownText(body).offsetOf(first, 0) ?? 0) : 0;
}
