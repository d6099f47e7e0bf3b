import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { JobSummary } from '../../../lib/collection/jobs.ts';
import { jobName } from '../../../lib/features/queue/job-words.ts';
import { BADGES } from '../../../lib/ui/badges.ts';
import { formatNumber } from '../../../lib/ui/format.ts';

/** Where a notification of the end of a queue leads. */
const QUEUES = '/library.html?view=queue';

/**
 * Tells of queues that have ended: by a notification where the reader allowed those, and on the icon until they were looked at. A tab
 * whose page the icon speaks of goes first.
 */
export async function showEnds(now: readonly JobSummary[], unseen: number): Promise<void> {
  await markIcon(unseen);
  if (now.length === 0 || !(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  listenOnce();
  for (const { row, counts } of now) {
    const kept = counts.kept + counts.already;
    await browser.notifications.create(row.id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title: i18n.t('queue.end.title', [jobName(row)]),
      message:
        counts.failed === 0
          ? i18n.t('queue.end.kept', kept, [formatNumber(kept)])
          : i18n.t('queue.end.keptNot', kept, [formatNumber(kept), formatNumber(counts.failed)]),
    });
  }
}

/** Marks the icon over all tabs, or takes the mark away. */
async function markIcon(unseen: number): Promise<void> {
  const { action } = browser;
  const { text, color } = BADGES.ended;
  await Promise.allSettled([
    action.setBadgeText({ text: unseen > 0 ? text : '' }),
    action.setBadgeBackgroundColor({ color }),
    action.setBadgeTextColor({ color: '#ffffff' }),
    action.setTitle({
      title: unseen > 0 ? i18n.t('queue.end.icon', unseen, [formatNumber(unseen)]) : i18n.t('actionTitleQuiet'),
    }),
  ]);
}

/** Follows presses on notifications: to be called when the worker starts, and before one is shown, since the reader may allow them later. */
export function listenOnce(): void {
  // Before they are allowed the browser has no such events.
  const clicked = browser.notifications?.onClicked;
  if (clicked !== undefined && !clicked.hasListener(openQueues)) clicked.addListener(openQueues);
}

async function openQueues(id: string): Promise<void> {
  await browser.notifications.clear(id);
  await browser.tabs.create({ url: browser.runtime.getURL(QUEUES) });
}
