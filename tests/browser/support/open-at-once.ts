import type { CDPSession, Page } from 'playwright-core';
import type { ChromiumSession } from '../../../scripts/browsers/chromium.ts';

/** The browser's own name of a page. */
async function targetOf(page: Page): Promise<string> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}

/**
 * Opens an address in a tab that begins with it, and waits until it has loaded. Playwright's own new tab begins with an empty page, whose
 * process and whose leaving cost a fifth of what a page of the extension costs.
 */
export async function openAtOnce({ context, cdp }: ChromiumSession, address: string): Promise<Page> {
  // Others may come to be at the same time: a page of the extension, or what a press opened.
  const opened = context.waitForEvent('page', async (page) => {
    const own = await targetOf(page).catch(() => null);
    return own === (await created).targetId;
  });
  const created = cdp.send('Target.createTarget', { url: address });
  const [page] = await Promise.all([opened, created]);
  await page.waitForLoadState();
  return page;
}
