import { browser } from 'wxt/browser';

const KEY = 'copyTrouble';

/** Remembers since when (UTC, ISO 8601) the second copy cannot be written, or that it can be again. Where nothing can be told, nothing is. */
export async function tellCopyTrouble(isTrouble: boolean): Promise<void> {
  const { session } = browser.storage;
  if (!isTrouble) await session.remove(KEY);
  else if ((await readCopyTrouble()) === '') await session.set({ [KEY]: new Date().toISOString() });
}

/** Since when the second copy cannot be written, in this run of the browser; '' while it can. */
export async function readCopyTrouble(): Promise<string> {
  const { [KEY]: since } = await browser.storage.session.get(KEY);
  return typeof since === 'string' && !Number.isNaN(Date.parse(since)) ? since : '';
}

/** Tells of each change. Gives what ends it. */
export function watchCopyTrouble(onChange: (since: string) => void): () => void {
  const changed = (changes: Readonly<Record<string, unknown>>): void => {
    if (KEY in changes) void readCopyTrouble().then(onChange);
  };
  const { onChanged } = browser.storage.session;
  onChanged.addListener(changed);
  return () => onChanged.removeListener(changed);
}
