import type { Page } from 'playwright-core';
import type { PortalServer } from '../../../tests/corpus/portal/server.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import { keepAddress } from './keep-pages.ts';
import { numberedPage } from './numbered-page.ts';

/** What the second copy costs. */
export interface CopyCost {
  readonly keeps: number;
  /** Bytes of the original pages as they were served, and as they are stored, packed. */
  readonly served: number;
  readonly stored: number;
  /** Bytes of the copy's files. */
  readonly copy: number;
  /** Milliseconds that the journal and the clip's file take before the transaction of a keep, the median. */
  readonly beside: number;
}

/** Bytes of the files of the copy, and of the originals in the database. Self-contained. */
async function weigh(): Promise<{ readonly served: number; readonly stored: number; readonly copy: number }> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copy', { create: true });
  let copy = 0;
  for await (const entry of folder.values())
    if (entry.kind === 'file') copy += (await (entry as FileSystemFileHandle).getFile()).size;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('wencun');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = <T>(store: string): Promise<T[]> =>
    new Promise((resolve) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result);
    });
  const captures = await all<{ readonly byteLength: number }>('captures');
  const originals = await all<{ readonly gzip: Uint8Array }>('originals');
  database.close();
  return {
    served: captures.reduce((sum, { byteLength }) => sum + byteLength, 0),
    stored: originals.reduce((sum, { gzip }) => sum + gzip.byteLength, 0),
    copy,
  };
}

/** Milliseconds, in the worker, of what a keep writes into files before its transaction: what was asked for, and a clip of 45 kB. */
async function writeBeside(times: number): Promise<number> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('cost', { create: true });
  const write = async (name: string, text: string): Promise<void> => {
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  };
  const clip = 'x'.repeat(45_000);
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const started = performance.now();
    await write(`${at}.clip`, clip);
    took.push(performance.now() - started);
  }
  for (let at = 0; at < times; at += 1) await folder.removeEntry(`${at}.clip`);
  return took.toSorted((one, other) => one - other)[Math.floor(times / 2)] ?? 0;
}

/** Keeps pages and weighs the second copy, once it is folded. */
export async function weighCopy(
  options: { readonly portal: PortalServer; readonly executable: string; readonly extension: string },
  count: number,
): Promise<CopyCost> {
  const { portal, executable, extension } = options;
  const session = await launchChromium({
    executable,
    extension,
    headless: true,
    resolverRules: portal.resolverRules,
  });
  try {
    const helper = await session.context.newPage();
    await helper.goto(session.url('print.html'));
    for (let at = 0; at < count; at += 1) {
      const page = numberedPage(at);
      portal.show(page);
      await keepAddress(session, helper, page.url);
    }
    await rested(helper);
    const weights = await helper.evaluate(weigh);
    const beside = await (await session.worker()).evaluate(writeBeside, 60);
    return { keeps: count, beside, ...weights };
  } finally {
    await session.close();
  }
}

/** Waits until nothing is left to be copied and the files have been folded. */
const rested = (helper: Page): Promise<void> => helper.waitForTimeout(6_000);
