import type { Page } from 'playwright-core';

/** A person's hand on a page, which counts what it does. */
export interface Hand {
  readonly click: (selector: string) => Promise<void>;
  readonly press: (key: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Presses Tab until what has the focus matches; gives how often. Throws after `most` stops. */
  readonly tabTo: (selector: string, most?: number) => Promise<number>;
  /** Presses an arrow until what has the focus matches, as within a toolbar; gives how often. Throws after `most` presses. */
  readonly arrowTo: (selector: string, arrow: 'ArrowRight' | 'ArrowLeft', most?: number) => Promise<number>;
  /** `3 clicks, 14 keys (of these 9 Tab)`. */
  readonly sum: () => string;
  /** Clicks and presses of keys by now, typed words as one press each. */
  readonly acts: () => number;
}

/** A hand whose counts begin at nothing, on whatever page `page` gives at the moment. */
export function createHand(page: () => Page): Hand {
  const done = { clicks: 0, keys: 0, tabs: 0 };
  const press = async (key: string): Promise<void> => {
    done.keys += 1;
    if (key === 'Tab') done.tabs += 1;
    await page().keyboard.press(key);
  };
  const isAt = (selector: string): Promise<boolean> =>
    page().evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  const pressUntil = async (key: string, selector: string, most: number): Promise<number> => {
    for (let times = 1; times <= most; times += 1) {
      await press(key);
      if (await isAt(selector)) return times;
    }
    throw new Error(`${selector} was not reached by ${most} times ${key}.`);
  };
  return {
    press,
    click: async (selector) => {
      done.clicks += 1;
      await page().locator(selector).first().click();
    },
    type: async (text) => {
      done.keys += 1;
      await page().keyboard.insertText(text);
    },
    tabTo: (selector, most = 100) => pressUntil('Tab', selector, most),
    arrowTo: (selector, arrow, most = 30) => pressUntil(arrow, selector, most),
    sum: () => `${done.clicks} clicks, ${done.keys} keys (of these ${done.tabs} Tab)`,
    acts: () => done.clicks + done.keys,
  };
}
