import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EssayRow } from '../../lib/collection/rows.ts';
import type { ChromiumSession } from '../browsers/chromium.ts';
import { readStored, type Stored } from '../browsers/stored.ts';
import { openToolbarPopup } from '../browsers/toolbar-popup.ts';

/** One page of the tour: how long the popup took to keep it, or why it did not. */
export interface Stop {
  readonly url: string;
  /** From the click on Keep to the popup's word that it is kept. */
  readonly milliseconds: number;
  readonly problem: string | null;
}

export interface Tour {
  readonly stops: readonly Stop[];
  readonly stored: Stored;
  /** Files that the pictures were written to. */
  readonly screenshots: readonly string[];
}

const keep = '[data-testid="keep"], [data-testid="anyway"]';
const kept = '[data-testid="open"]';

/** Visits one page, presses the toolbar button and Keep in the popup, and waits for its word that the essay is kept. */
async function keepPage(session: ChromiumSession, url: string, picture: string | null): Promise<Stop> {
  const page = await session.context.newPage();
  try {
    await page.goto(url);
    const popup = await openToolbarPopup(session, page);
    await popup.waitFor(`${keep}, ${kept}`);
    if (picture) await writeFile(picture, await popup.screenshot());
    const start = performance.now();
    await popup.click(keep);
    await popup.waitFor(kept);
    const milliseconds = Math.round(performance.now() - start);
    await popup.close();
    return { url, milliseconds, problem: null };
  } catch (problem) {
    return { url, milliseconds: 0, problem: problem instanceof Error ? problem.message : String(problem) };
  } finally {
    await page.close();
  }
}

/** A picture of a page of the extension, once `ready` is there. */
async function takePicture(session: ChromiumSession, path: string, ready: string, file: string): Promise<void> {
  const page = await session.context.newPage();
  await page.goto(session.url(path));
  await page.locator(ready).first().waitFor();
  await page.screenshot({ path: file });
  await page.close();
}

async function readCollection(session: ChromiumSession): Promise<Stored> {
  const page = await session.context.newPage();
  await page.goto(session.url('library.html'));
  const stored = await page.evaluate(readStored);
  await page.close();
  return stored;
}

/** The essay that the tour shows: the one kept last among the given addresses. */
export const shownEssay = ({ essays }: Stored): EssayRow | undefined =>
  essays.toSorted((a, b) => b.keptAt.localeCompare(a.keptAt))[0];

/** Keeps every page through the popup, reads back what the collection has, and takes pictures on the way. */
export async function tour(session: ChromiumSession, urls: readonly string[], folder: string): Promise<Tour> {
  await mkdir(folder, { recursive: true });
  const picture = (name: string): string => join(folder, `${name}.png`);
  const stops: Stop[] = [];
  for (const url of urls) stops.push(await keepPage(session, url, url === urls[0] ? picture('popup') : null));
  const stored = await readCollection(session);
  const shown = shownEssay(stored);
  if (!shown) return { stops, stored, screenshots: [picture('popup')] };
  await takePicture(session, 'library.html', '[data-testid="library-row"]', picture('library'));
  await takePicture(session, `reader.html?id=${shown.id}`, 'article', picture('reader'));
  return { stops, stored, screenshots: ['popup', 'library', 'reader'].map(picture) };
}
