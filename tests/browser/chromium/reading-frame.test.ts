import { expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useChromium } from '../support/chromium.ts';

const stage = useChromium();

/** An essay of a school with so much preformatted text that reading it takes a while; of more than 6,000 lines it would be a book. */
const longPage = `<html><head><meta charset="utf-8"><title>中共北原县委党校</title></head><body>
<p align="center"><b>水渠边上的会议</b></p><p align="center">发布日期：2004/05/12　作者：贺长山　提供单位：经济学教研部</p>
<pre>${`${'水渠修到第三里，村里的人开会商量谁家先浇地。'.repeat(4)}\n`.repeat(5_000)}</pre><p>版权所有：中共北原县委党校</p></body></html>`;

/** Opens the frame in an extension's page, has it read a page, and counts how often others had their turn meanwhile. */
async function readInFrame(html: string): Promise<{ readonly turns: number; readonly title: string }> {
  const frame = document.createElement('iframe');
  frame.src = '/reading.html';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const { port1, port2 } = new MessageChannel();
  frame.contentWindow?.postMessage('read', '*', [port2]);
  const state = { turns: 0, ended: false };
  const answer = new Promise<MessageEvent>((resolve) => {
    port1.onmessage = resolve;
  });
  const page = { name: 'a.htm', address: null, capturedAt: null, charset: 'utf-8', container: null };
  port1.postMessage({ id: 1, name: 'take', given: [{ ...page, bytes: new TextEncoder().encode(html) }] });
  const others = (async () => {
    for (; !state.ended; state.turns += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  })();
  const { data } = await answer;
  state.ended = true;
  await others;
  return { turns: state.turns, title: data.value.reading.value.essay.title };
}

it('reads pages where they hold nothing up, without powers, origin or network', { timeout: 60_000 }, async () => {
  const page = await stage().open('library.html');
  const { turns, title } = await page.evaluate(readInFrame, longPage);
  expect(title).toBe('水渠边上的会议');
  // Reading it takes some hundred milliseconds, in which a page that read it by itself would have had no turn.
  expect(turns).toBeGreaterThan(10);
  const frame = page.frames().find((one) => one.url().endsWith('/reading.html'));
  const within = await frame?.evaluate(async (address) => {
    const powers = globalThis as unknown as { readonly chrome?: Readonly<Record<string, unknown>> };
    const asked = await fetch(address).then(
      () => 'answered',
      () => 'refused',
    );
    const stored = await new Promise((resolve) => {
      try {
        indexedDB.open('wencun').onsuccess = () => resolve('opened');
      } catch {
        resolve('refused');
      }
    });
    return { origin: globalThis.origin, powers: Object.keys(powers.chrome ?? {}), asked, stored };
  }, sampleUrls.essay('1101'));
  expect(within).toMatchObject({ origin: 'null', asked: 'refused', stored: 'refused' });
  expect(within?.powers).not.toContain('storage');
  expect(within?.powers).not.toContain('permissions');
  await page.close();
});
