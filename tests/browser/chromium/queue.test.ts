import { describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import type { NewJob } from '../../../lib/queue-plan/new-job.ts';
import { originsOf, wantedAddress } from '../../../lib/queue-plan/wanted.ts';
import { readQueue } from '../../../scripts/browsers/queue.ts';
import { pictures } from '../../corpus/portal/pictured.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';

declare const chrome: typeof browser;

const stage = useChromium();
const { pictured, notice, home, unknownSchool } = sampleUrls;

/** Pages of the granted school that send whoever asks to a server of the house, to a host that is not granted, and to a page of its own. */
const sending = `${home}moved.asp?to=`;
const moved = ['house', 'elsewhere', 'notice'].map((to) => `${sending}${to}`);

const addresses = [unknownSchool, pictured, home, ...moved];

describe('a list of addresses', () => {
  it('is kept, images too, with reasons for what is not; a host that is not granted is not asked', async () => {
    const house = `http://127.0.0.1:${stage().portal.port}/private`;
    for (const [at, sendsTo] of [house, unknownSchool, notice].entries())
      stage().portal.show({ url: moved[at] ?? '', body: new Uint8Array(), sendsTo });
    const library = await stage().open('library.html');
    const wanted = addresses.map((address) => wantedAddress(address)).filter((one) => one !== null);
    const job: NewJob = { kind: 'addresses', title: '', address: '', wanted, origins: originsOf(addresses), rows: '' };
    const id = await library.evaluate(async (data) => {
      const answer = await chrome.runtime.sendMessage({ id: 1, type: 'startJob', data, timestamp: Date.now() });
      return String(answer.res.value.id);
    }, job);
    const look = () => library.evaluate(readQueue, id);
    await expect.poll(async () => (await look()).row?.state, { timeout: 60_000 }).toBe('paused');
    const { items } = await look();
    expect(items.map(({ state, reason }) => `${state} ${reason}`.trim())).toEqual([
      'waiting no-permission',
      'kept',
      'failed not-an-essay',
      'failed redirected',
      'failed redirected',
      'kept',
    ]);
    const asked = stage().portal.requests.map((url) => new URL(url));
    expect(asked.filter(({ hostname }) => /^(?:www\.yxxwdx\.example|127\.0\.0\.1)$/.test(hostname))).toEqual([]);
    const had = asked.map(({ pathname }) => pathname).filter((path) => pictures.has(path));
    // Those of the essay, each once, and not those of the page's layout.
    expect(had).toEqual([...pictures.keys()].filter((path) => !path.includes('space')));
    expect((await stage().stored()).essays.map(({ originalUrl }) => originalUrl).toSorted()).toEqual(
      [notice, pictured].toSorted(),
    );
    // Nothing runs, so the page that read them is gone.
    const offscreen = () =>
      library.evaluate(async () => (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length);
    await expect.poll(offscreen).toBe(0);
  }, 90_000);
});
