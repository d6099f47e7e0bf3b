import type { WindowVirtualizerHandle } from '../../../../lib/ui/virtual-lists.ts';
import type { Results } from '../results.svelte.ts';
import { controlsOf } from '../rows-as-one-stop.ts';
import { type Landing, landingPlace } from './way-back.ts';

/** Frames in a row in which nothing moves until a row counts as being at rest. */
const STILL = 12;
/** Rows to either side that are in sight with it: one that comes later would move it. */
const AROUND = 25;
/** Frames after which it is left where it is: rows that never come to rest are moved by someone else. */
const MOST = 240;

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Shows a list at a row, as it stood when the list was left. The reader's own scrolling ends it. */
export async function land(landing: Landing, results: Results, rows: WindowVirtualizerHandle): Promise<void> {
  const moved = new AbortController();
  for (const deed of ['wheel', 'pointerdown', 'keydown', 'touchstart'])
    addEventListener(deed, () => moved.abort(), { signal: moved.signal, passive: true, capture: true });
  const ids = await results.ids();
  const place = landingPlace(landing, ids);
  const id = ids[place];
  if (id === undefined || moved.signal.aborted) return moved.abort();
  await Promise.all(
    [place, place - AROUND, place + AROUND].filter((one) => one in ids).map((one) => results.need(one)),
  );
  const top = landing.top ?? innerHeight / 2;
  rows.scrollToIndex(place, { align: 'start', offset: -top });
  let still = 0;
  for (let count = 0; count < MOST && still < STILL; count += 1) {
    await frame();
    if (moved.signal.aborted) break;
    const row = document.querySelector(`[data-row][data-id="${CSS.escape(id)}"]`);
    if (row === null) {
      still = 0;
      continue;
    }
    if (landing.focus && !row.contains(document.activeElement)) controlsOf(row)[0]?.focus({ preventScroll: true });
    const before = scrollY;
    scrollBy({ top: row.getBoundingClientRect().top - top, behavior: 'instant' });
    still = Math.abs(scrollY - before) < 1 ? still + 1 : 0;
  }
  moved.abort();
}
