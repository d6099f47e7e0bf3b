import type { Page } from 'playwright-core';
import { openToolbarPopup, type ToolbarPopup } from '../../../scripts/browsers/toolbar-popup.ts';
import type { Stage } from './chromium.ts';

/** States of the page at hand that the popup names. */
export type PopupState = 'recognised' | 'not-an-essay' | 'kept' | 'cannot-be-read' | 'failed' | 'working';

/** The popup over a page, as a person uses it. */
export interface Popup extends ToolbarPopup {
  /** Waits until the popup has made up its mind about the page. */
  readonly expectState: (state: PopupState) => Promise<void>;
  /** Clicks the control with this test id. */
  readonly press: (testid: string) => Promise<void>;
}

export const byId = (testid: string): string => `[data-testid="${testid}"]`;

/** Presses the toolbar button over a page. */
export async function pressToolbar(stage: Stage, page: Page): Promise<Popup> {
  const popup = await openToolbarPopup(stage.session, page);
  return {
    ...popup,
    expectState: (state) => popup.waitFor(`${byId('page')}[data-state="${state}"]`),
    press: (testid) => popup.click(byId(testid)),
  };
}

/** Keeps the page by the toolbar's popup and closes it. */
export async function keepByPopup(stage: Stage, page: Page): Promise<void> {
  const popup = await pressToolbar(stage, page);
  await popup.press('keep');
  await popup.expectState('kept');
  await popup.close();
}

/** The popup's page in a tab of its own, about another tab: without the access that pressing the button grants. */
export const popupInTab = async (stage: Stage, about: Page): Promise<Page> =>
  stage.open(`popup.html?tab=${await stage.session.tabId(about)}`);
