import { servePortal } from '../../../tests/corpus/portal/server.ts';
import { findChromium } from '../../setup/chromium.ts';
import type { Setting } from '../rows/row.ts';

/** The portal and the browser of a row. */
export async function withPortal<T>(
  { built }: Setting,
  work: (options: Awaited<ReturnType<typeof staging>>) => Promise<T>,
): Promise<T> {
  const options = await staging(built());
  try {
    return await work(options);
  } finally {
    await options.portal.close();
  }
}

async function staging(extension: string) {
  const chromium = findChromium();
  if (chromium === null) throw new Error('No Chromium on this machine.');
  return { portal: await servePortal(), executable: chromium.path, extension };
}
