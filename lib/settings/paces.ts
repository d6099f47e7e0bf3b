import * as v from 'valibot';
import { browser } from 'wxt/browser';
import type { HostState } from '../queue-plan/job.ts';

const KEY = 'archives';
const shape = v.record(v.string(), v.object({ notBefore: v.number(), failures: v.number() }));

/** How web archives stood when they were last asked, by host; none where it was never stored, or wrongly. */
export async function readPaces(): Promise<Readonly<Record<string, HostState>>> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return v.is(shape, stored) ? stored : {};
}

/** Remembers how archives stand, so that their pace is kept whatever stops the browser. Rejects when it cannot be stored. */
export async function writePaces(hosts: Readonly<Record<string, HostState>>): Promise<void> {
  await browser.storage.local.set({ [KEY]: hosts });
}
