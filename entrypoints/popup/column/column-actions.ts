import { browser } from 'wxt/browser';
import { sendMessage } from '../../../lib/messages/protocol.ts';
import { startJob } from '../../../lib/messages/start-job.ts';
import type { ColumnActions } from './offering.svelte.ts';

/** What the offer of a column asks of browser and background: loaded with the offer, which few pages make. */
export const columnActions: ColumnActions = {
  start: startJob,
  granted: (origins) => browser.permissions.contains({ origins: [...origins] }),
  grant: (origins) => browser.permissions.request({ origins: [...origins] }),
  pause: (id) => sendMessage('pauseJob', { id }),
  resume: (id) => sendMessage('resumeJob', { id }),
  stop: (id) => sendMessage('stopJob', { id }),
};
