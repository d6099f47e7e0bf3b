import { browser } from 'wxt/browser';

/** True for a page of the extension in a private window: Firefox gives it neither database nor files. */
export const isPrivateWindow = (): boolean => browser.extension.inIncognitoContext === true;

/** Opens an address of the extension in a window that is not private. */
export async function openInNormalWindow(url: string): Promise<void> {
  await browser.windows.create({ url, incognito: false });
}
