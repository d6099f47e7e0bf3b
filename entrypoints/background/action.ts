import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { KeepProblem } from '../../lib/messages/protocol.ts';
import { BADGES } from '../../lib/ui/badges.ts';
import { problemSentence } from '../../lib/ui/words.ts';

/** What the toolbar icon tells of a tab. */
export type ActionState =
  | { readonly mood: 'essay' | 'working' | 'kept' }
  | { readonly mood: 'aside' | 'failed'; readonly problem: KeepProblem };

/** Shows a state on the icon of one tab. The browser itself clears it when the tab goes to another page. */
export function showOnAction(tabId: number, state: ActionState): Promise<void> {
  return inTurn(tabId, () => write(tabId, state));
}

/**
 * Shows what a look at a tab's page has found, unless the icon tells already of a keep: a page is looked at while it loads, and
 * whoever keeps it meanwhile is to see what became of that.
 */
export function showLookedAt(tabId: number, state: ActionState & { readonly mood: 'essay' | 'kept' }): Promise<void> {
  return inTurn(tabId, async () => {
    const shown = await textOn(tabId);
    if (shown === '' || shown === BADGES.essay.text) await write(tabId, state);
  });
}

/** True while the icon of a tab tells that its page is being kept: the tab has not gone to another page since. */
export const isWorking = async (tabId: number): Promise<boolean> => (await textOn(tabId)) === BADGES.working.text;

/** What stands on the icon of a tab; null for one that is gone. */
const textOn = (tabId: number): Promise<string | null> => browser.action.getBadgeText({ tabId }).catch(() => null);

/** Whoever looks before showing has the icon of that tab alone meanwhile. */
const inTurn = (tabId: number, work: () => Promise<void>): Promise<void> =>
  navigator.locks.request(`icon ${tabId}`, work);

async function write(tabId: number, state: ActionState): Promise<void> {
  const { text, color } = BADGES[state.mood];
  const { action } = browser;
  // A tab that was closed meanwhile has no icon to show on.
  await Promise.allSettled([
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color }),
    action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    action.setTitle({ tabId, title: titleOf(state) }),
  ]);
}

function titleOf(state: ActionState): string {
  if ('problem' in state) return `${i18n.t(titles[state.mood])}\n${problemSentence(state.problem)}`;
  return i18n.t(titles[state.mood]);
}

const titles = {
  essay: 'actionTitleEssay',
  working: 'actionTitleWorking',
  kept: 'actionTitleKept',
  aside: 'actionTitleAside',
  failed: 'actionTitleFailed',
} as const;
