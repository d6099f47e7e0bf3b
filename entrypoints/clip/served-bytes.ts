import { fetchServed, type Served } from '../../lib/dom/fetch-served.ts';
import { bytesOfBase64 } from '../../lib/essay/base64.ts';
import { sendMessage } from '../../lib/messages/protocol.ts';

/**
 * Another page of the site at hand as the site serves it, from the browser's cache where it has it; null when it cannot be obtained.
 * The site sees it asked for, as when a reader turns the page. Firefox counts what a script of ours fetches to the page, whose
 * own scripts see it then: there the background asks, and the page only where the reader has not opened the site to us.
 */
export async function servedPage(url: string, most: number, signal?: AbortSignal): Promise<Served | null> {
  if (import.meta.env.FIREFOX) {
    const served = await servedByBackground(url, most);
    if (served !== 'no-permission') return served;
  }
  return fetchServed(url, most, { init: { cache: 'force-cache' }, again: { cache: 'no-cache' }, signal });
}

/**
 * The bytes that the site served for the page at hand; null when they cannot be obtained, or not without a detour. Nothing may tell
 * the page or its site that it is kept. So they come out of the browser's cache, and where that has none, from nowhere; in
 * Firefox, whose cache only the page may ask, and would see it, the background asks for them as a reload would.
 */
export async function servedBytes(url: string, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const served = import.meta.env.FIREFOX
    ? await servedByBackground(url, most)
    : await fetchServed(url, most, { init: { cache: 'only-if-cached', mode: 'same-origin' }, again: null });
  return served === null || served === 'no-permission' || served.redirectedTo !== null ? null : served.bytes;
}

async function servedByBackground(address: string, most: number): Promise<Served | 'no-permission' | null> {
  const answer = await sendMessage('readServedPage', { address, most }).catch(() => null);
  if (answer === null || !answer.ok) return answer?.problem.code === 'no-permission' ? 'no-permission' : null;
  const bytes = bytesOfBase64(answer.value.bytes);
  return bytes && { ...answer.value, bytes };
}
