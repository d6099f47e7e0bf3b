import { browser } from 'wxt/browser';

/**
 * Milliseconds between two calls of the browser's API: it stops a background after a time without any, 30 seconds unless it is
 * told otherwise. Firefox may be told any time, and a call costs next to nothing.
 */
const PULSE = import.meta.env.FIREFOX ? 400 : 20_000;

/** Keeps the background from being stopped while something is worked on. */
export async function awake<T>(work: Promise<T>): Promise<T> {
  const pulse = setInterval(() => void browser.runtime.getPlatformInfo(), PULSE);
  try {
    return await work;
  } finally {
    clearInterval(pulse);
  }
}
