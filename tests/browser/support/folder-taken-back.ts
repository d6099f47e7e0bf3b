import type { BrowserContext } from 'playwright-core';

/**
 * Has the browser answer, in pages opened from now on, as where it took a folder back that the reader picked, until it is asked within a press. A private
 * folder, which tests can have, needs no permission of its own.
 */
export const takeFoldersBack = (context: BrowserContext) =>
  context.addInitScript(() => {
    const held = { state: 'prompt' };
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => held.state,
      requestPermission: async () => {
        held.state = 'granted';
        return held.state;
      },
    });
  });
