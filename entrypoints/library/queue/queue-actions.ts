import { browser } from 'wxt/browser';
import type { Outcome } from '../../../lib/essay/outcome.ts';
import { type StartProblem, sendMessage } from '../../../lib/messages/protocol.ts';
import { startJob } from '../../../lib/messages/start-job.ts';
import type { Choice } from '../../../lib/queue-plan/choose.ts';
import type { NewJob } from '../../../lib/queue-plan/new-job.ts';
import { BADGES } from '../../../lib/ui/badges.ts';
import type { OpenTab } from './choose-tabs.ts';

/** What the queue's page asks of the browser and the background. */
export interface QueueActions {
  start(job: NewJob): Promise<Outcome<{ readonly id: string }, StartProblem>>;
  pause(id: string): Promise<void>;
  resume(id: string): Promise<void>;
  stop(id: string): Promise<void>;
  retry(id: string): Promise<void>;
  /** Takes in the reader's choice among what a queue has found. */
  choose(id: string, choice: Choice): Promise<void>;
  /** The ends of queues that are shown were looked at. */
  endsSeen(): Promise<void>;
  /** Of these match patterns, those that the reader has granted. */
  granted(origins: readonly string[]): Promise<readonly string[]>;
  /** Asks the reader for the hosts; only within a press. */
  grant(origins: readonly string[]): Promise<boolean>;
  /** The tabs of this window, the extension's own left out. */
  tabs(): Promise<readonly OpenTab[]>;
  /** Asks the reader to show the addresses of all tabs; only within a press. */
  seeTabs(): Promise<boolean>;
}

export const queueActions: QueueActions = {
  start: startJob,
  pause: (id) => sendMessage('pauseJob', { id }),
  resume: (id) => sendMessage('resumeJob', { id }),
  stop: (id) => sendMessage('stopJob', { id }),
  retry: (id) => sendMessage('retryFailed', { id }),
  choose: (id, choice) => sendMessage('chooseOfJob', { id, choice }),
  endsSeen: () => sendMessage('endsSeen'),
  granted: async (origins) => {
    const has = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
    return origins.filter((_, index) => has[index]);
  },
  grant: (origins) => browser.permissions.request({ origins: [...origins] }),
  tabs: openTabs,
  seeTabs: () => browser.permissions.request({ permissions: ['tabs'] }),
};

async function openTabs(): Promise<readonly OpenTab[]> {
  const own = browser.runtime.getURL('/');
  const tabs = (await browser.tabs.query({ currentWindow: true })).filter(({ url }) => !url?.startsWith(own));
  return Promise.all(
    tabs.map(async ({ id = -1, url, title = '' }): Promise<OpenTab> => {
      // The recogniser has been there already: what it found stands on the toolbar button.
      const badge = await browser.action.getBadgeText({ tabId: id }).catch(() => '');
      return { id, address: url ?? null, title, essay: badge === BADGES.essay.text };
    }),
  );
}
