import { yieldToPage } from '../essay/yield-to-page.ts';
import { openFrame } from './open-frame.ts';
import { type FrameReaders, readersInFrame } from './readers-in-frame.ts';

/** The sandboxed page of the extension that reads pages. */
const ADDRESS = '/reading.html';

/** Readers in a frame of this page, which may be ended at any time. */
export const openFrameReaders = (): FrameReaders => readersInFrame(() => openFrame(ADDRESS));

/** The readers of this browser: Firefox knows no sandboxed pages of extensions, so that its pages read for themselves, in turns. */
export async function openReaders(): Promise<FrameReaders> {
  if (!import.meta.env.FIREFOX) return openFrameReaders();
  const { readersHere } = await import('./readers.ts');
  return { ...readersHere(yieldToPage()), close: () => undefined };
}
