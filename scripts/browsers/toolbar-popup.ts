import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import type { ChromiumSession } from './chromium.ts';

/**
 * The popup that hangs from the toolbar button: no tab, so Playwright does not see it, and it is driven by the protocol.
 * Pressing the button grants the extension the page (activeTab), which opening the popup's address in a tab does not.
 */
export interface ToolbarPopup {
  /** Value of an expression of JavaScript, evaluated in the popup as if a person had asked; JSON values only. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Waits until an element matches. Throws with what the popup shows instead after ten seconds. */
  readonly waitFor: (selector: string) => Promise<void>;
  readonly click: (selector: string) => Promise<void>;
  /** What it shows, as text. */
  readonly text: () => Promise<string>;
  /** PNG of it. */
  readonly screenshot: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly embedderData?: { readonly tabActive?: boolean };
}

/** Targets of a type that Playwright's own typed protocol does not know yet. */
type Send = (method: string, parameters?: object) => Promise<unknown>;
const untyped = (cdp: CDPSession): Send => cdp.send.bind(cdp) as unknown as Send;

async function targets(cdp: CDPSession, type: string): Promise<readonly Target[]> {
  const answer = await untyped(cdp)('Target.getTargets', { filter: [{ type }] });
  return (answer as { readonly targetInfos: readonly Target[] }).targetInfos;
}

/** Milliseconds after which a popup that does not answer counts as closed. */
const CLOSED = 1_000;

async function poll<T>(what: string, look: () => Promise<T | undefined>, detail?: () => Promise<string>): Promise<T> {
  const end = Date.now() + 10_000;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error(`Waited in vain for ${what}${detail ? `; there is:\n${await detail()}` : ''}`);
}

/** Sends one command to a target of its own session and waits for the answer with its number. */
function sender(cdp: CDPSession, sessionId: string) {
  const state = { last: 0 };
  return (method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> =>
    new Promise((resolve, reject) => {
      const id = ++state.last;
      const listen = (event: { readonly sessionId: string; readonly message: string }): void => {
        const answer = JSON.parse(event.message);
        if (event.sessionId !== sessionId || answer.id !== id) return;
        cdp.off('Target.receivedMessageFromTarget', listen);
        if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
        else resolve(answer.result);
      };
      cdp.on('Target.receivedMessageFromTarget', listen);
      const message = JSON.stringify({ id, method, params });
      untyped(cdp)('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
}

/**
 * Presses the extension's toolbar button over `page` and gives the popup that opens.
 * Needs a Chromium whose protocol has `Extensions.triggerAction`; throws otherwise.
 */
export async function openToolbarPopup(session: ChromiumSession, page: Page): Promise<ToolbarPopup> {
  const { cdp, extensionId } = session;
  await page.bringToFront();
  const tab = await poll('the tab in front', async () =>
    (await targets(cdp, 'tab')).find(
      ({ url, embedderData }) => url === page.url() && embedderData?.tabActive !== false,
    ),
  );
  await untyped(cdp)('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  const { targetId } = await poll('the popup', async () =>
    (await targets(cdp, 'page')).find(({ url }) => url === session.url('popup.html')),
  );
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const send = sender(cdp, sessionId);

  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
      userGesture: true,
    });
    if (answer['exceptionDetails']) throw new Error(`${expression}: ${JSON.stringify(answer['exceptionDetails'])}`);
    return (answer['result'] as { readonly value?: unknown }).value;
  };
  const element = (selector: string): string => `document.querySelector(${JSON.stringify(selector)})`;
  const text = async (): Promise<string> => String(await evaluate('document.body?.innerText ?? ""'));
  const waitFor = async (selector: string): Promise<void> => {
    await poll(selector, async () => ((await evaluate(`${element(selector)} !== null`)) ? true : undefined), text);
  };
  return {
    evaluate,
    waitFor,
    text,
    click: async (selector) => {
      await waitFor(selector);
      // Waited for: a page that is opened meanwhile closes the popup, and the click would never be. A click that opens a tab itself
      // closes the popup, which then answers nothing any more.
      const clicked = evaluate(
        `new Promise((done) => setTimeout(() => { ${element(selector)}.click(); done(true); }))`,
      ).catch(() => undefined);
      await Promise.race([clicked, sleep(CLOSED)]);
    },
    screenshot: async () => Buffer.from(String((await send('Page.captureScreenshot'))['data']), 'base64'),
    close: async () => {
      const isOpen = async () => (await targets(cdp, 'page')).some((target) => target.targetId === targetId);
      // It closes by itself when another tab comes to the front.
      if (await isOpen()) await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
      await poll('the popup to close', async () => ((await isOpen()) ? undefined : true));
    },
  };
}
