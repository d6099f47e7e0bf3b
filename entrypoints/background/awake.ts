import { browser } from 'wxt/browser';

/** Browsers stop a background after 30 seconds without a call of their API: milliseconds between two calls. */
const PULSE = 20_000;

/** Keeps the background from being stopped while something is worked on. */
export async function awake<T>(work: Promise<T>): Promise<T> {
  const pulse = setInterval(() => void browser.runtime.getPlatformInfo(), PULSE);
  try {
    return await work;
  } finally {
    clearInterval(pulse);
  }
}
