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
export async function showOnAction(tabId: number, state: ActionState): Promise<void> {
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
