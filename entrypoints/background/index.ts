import * as v from 'valibot';
import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openArchiveStore } from '../../lib/collection/archives/archive-store.ts';
import { openCollection } from '../../lib/collection/collection.ts';
import { askForPersistence } from '../../lib/collection/persistence.ts';
import { forgetChanges } from '../../lib/collection/telling/forget-changes.ts';
import { followWrites } from '../../lib/collection/telling/give-way.ts';
import { tellInSpans } from '../../lib/collection/telling/tell-in-spans.ts';
import { fail, succeed } from '../../lib/essay/outcome.ts';
import { storeImages } from '../../lib/images/store-images.ts';
import { ownPageShapes } from '../../lib/messages/own-page-shapes.ts';
import { onMessage } from '../../lib/messages/protocol.ts';
import { validNewJob } from '../../lib/messages/valid-queue.ts';
import { pauseJob, resumeJob, retryFailed, stopJob } from '../../lib/queue-plan/job.ts';
import { indexAtRest } from '../../lib/search/index-at-rest.ts';
import { forgetJobAhead } from '../../lib/settings/jobs-ahead.ts';
import { watchSettings } from '../../lib/settings/settings.ts';
import { answerQuestions } from './archives/answer-questions.ts';
import { openArchiveGate } from './archives/archive-gate.ts';
import { runGiveBack } from './archives/give-back.ts';
import { runLook } from './archives/look.ts';
import { askZotero } from './ask-zotero.ts';
import { awake } from './awake.ts';
import { backUpBySchedule } from './backup/index.ts';
import { checkDaily } from './check-daily.ts';
import { closeSettingsToPages } from './close-settings.ts';
import { KEEP_ENTRY, makeContextMenu } from './context-menu.ts';
import { startCopier } from './copy/index.ts';
import { describePage } from './describe-page.ts';
import { frameToRead } from './frames.ts';
import { injectRecogniser } from './inject-recogniser.ts';
import { startKeeper } from './keep/index.ts';
import { joinAtRest } from './keep/join-at-rest.ts';
import { fetchGranted } from './keep/keep-images.ts';
import { pageRecognised } from './page-recognised.ts';
import { runQueue } from './queue/index.ts';
import { offerColumn } from './queue/offer-column.ts';
import { readServedPage } from './read-served-page.ts';
import { followRecogniseEverywhere, forgetRecogniseEverywhere } from './recognise-everywhere.ts';
import { runColleagues } from './sync/colleagues.ts';
import { runSyncing } from './sync/index.ts';

/**
 * Wires the browser's events to what is done about them. The browser stops the worker whenever it is idle: listeners are
 * all added at once when it starts, and nothing is remembered but by the collection, the settings and the browser.
 */
export default defineBackground(() => {
  closeSettingsToPages();
  const collection = openCollection();
  tellInSpans(collection);
  forgetChanges();
  const writes = followWrites(collection);
  const copier = startCopier(collection, writes);
  const store = openArchiveStore();
  const archives = openArchiveGate(store);
  const giveBack = runGiveBack(collection, archives, store);
  const look = runLook(store, archives);
  const questions = answerQuestions(archives);
  joinAtRest(collection);
  const keeper = startKeeper(collection, copier, archives.fetch, giveBack.kept);
  const queue = runQueue(collection, archives, copier.mended, giveBack.kept);
  const sync = runSyncing(collection, copier.mended);
  const colleagues = runColleagues(collection, copier.mended);
  backUpBySchedule(collection);
  checkDaily(collection, writes);
  // Chrome's does so in the offscreen document, since a service worker starts no workers.
  if (import.meta.env.FIREFOX) indexAtRest(collection, awake);
  // Firefox promises it without asking; Chrome's worker cannot ask, and the library does.
  if (import.meta.env.FIREFOX) void askForPersistence();

  onMessage('pageMayBeSchools', async ({ sender }) => {
    const tabId = sender.tab?.id;
    if (tabId !== undefined) await injectRecogniser(tabId, sender.frameId ?? 0);
  });
  onMessage('pageIsGarbled', async ({ sender }) => {
    const tabId = sender.tab?.id;
    const frame = tabId === undefined ? null : await frameToRead(tabId, sender.frameId);
    if (frame?.ok) await recognised(frame.value.survey.recognition, sender);
  });
  onMessage('pageRecognised', ({ data, sender }) => recognised(data, sender));
  const recognised = async (
    told: unknown,
    { tab, url = '' }: { readonly tab?: Browser.tabs.Tab; readonly url?: string },
  ): Promise<void> => {
    // A document written into a frame has the address of the page around it.
    const address = /^(?:https?|file):/.test(url) ? url : tab?.url;
    if (tab?.id !== undefined && address)
      await pageRecognised(collection, keeper, told, { tab: { ...tab, id: tab.id }, url: address });
  };
  if (import.meta.env.FIREFOX) onMessage('readServedPage', ({ data, sender }) => readServedPage(data, sender.url));
  onMessage('describePage', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('describePage', data);
    // The popup of the toolbar button is in no tab; the same page opened in a tab has nothing granted.
    return describePage(collection, data.tabId, sender.tab === undefined);
  });
  onMessage('offerColumn', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('offerColumn', data);
    return offerColumn(collection, data.tabId);
  });
  onMessage('startJob', async ({ data, sender }) => {
    expectOwnPage(sender);
    const wanted = validNewJob(data);
    const { id = '' } = wanted ?? {};
    const started =
      wanted === null || wanted.wanted.length === 0 ? fail('nothing-to-fetch') : await queue.start(wanted);
    if (id !== '') await forgetJobAhead(id).catch(() => undefined);
    return started;
  });
  onMessage('chooseOfJob', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('chooseOfJob', data);
    return queue.choose(data.id, data.choice);
  });
  onMessage('endsSeen', ({ sender }) => {
    expectOwnPage(sender);
    return queue.endsSeen();
  });
  const steered = { pauseJob, resumeJob, stopJob, retryFailed };
  for (const name of ['pauseJob', 'resumeJob', 'stopJob', 'retryFailed'] as const) {
    onMessage(name, ({ data, sender }) => {
      expectOwnPage(sender);
      expectShape(name, data);
      return queue.change(data.id, steered[name]);
    });
  }
  onMessage('keepPage', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('keepPage', data);
    const { tabId, url, title, incognito, again, ...request } = data;
    const asked = { ...request, by: 'popup', tab: { id: tabId, url, title, incognito } } as const;
    return again ? keeper.keepAgain(asked) : keeper.keep(asked);
  });

  onMessage('copyChanges', async ({ sender }) => {
    expectOwnPage(sender);
    await copier.copied();
  });

  onMessage('trySync', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('trySync', data);
    return sync.tryOut(data);
  });
  onMessage('syncNow', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('syncNow', data);
    // Nobody waits for it: how it goes stands in its store.
    void sync.syncNow(data.mayDelete);
  });
  onMessage('stopSync', ({ sender }) => {
    expectOwnPage(sender);
    sync.stop();
  });

  onMessage('findPublished', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('findPublished', data);
    return colleagues.find(data);
  });
  onMessage('updateSubscriptions', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('updateSubscriptions', data);
    void colleagues.update(data.id);
  });
  onMessage('publishNow', ({ sender }) => {
    expectOwnPage(sender);
    void colleagues.publish();
  });
  onMessage('stopPublishing', ({ sender }) => {
    expectOwnPage(sender);
    return colleagues.stopPublishing();
  });

  onMessage('fetchImages', async ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('fetchImages', data);
    const stored = await storeImages(collection, data.id, (address) => fetchGranted(address, archives.fetch));
    return stored.ok ? succeed(stored.value.missing) : stored;
  });

  onMessage('lookInArchives', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('lookInArchives', data);
    // Nobody waits for an index that takes hours.
    void look();
  });

  onMessage('askForCaptures', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('askForCaptures', data);
    return questions.askForCaptures(data);
  });
  onMessage('fetchCapture', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('fetchCapture', data);
    return questions.fetchCapture(data);
  });
  onMessage('stopAsking', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('stopAsking', data);
    questions.stop(data.ask);
  });

  onMessage('askToSave', async ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('askToSave', data);
    await giveBack.want(data.id, true);
  });

  onMessage('askZotero', ({ data, sender }) => {
    expectOwnPage(sender);
    expectShape('askZotero', data);
    return askZotero(data);
  });

  // Whoever presses the keys or picks the entry means this page, recognised or not.
  // Firefox stops a background whose listeners have all answered.
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'keep-page' && tab?.id !== undefined)
      await keeper.keep({ tab: { ...tab, id: tab.id }, by: 'key', anyway: true });
  });
  browser.contextMenus.onClicked.addListener(async ({ menuItemId, frameId }, tab) => {
    if (menuItemId === KEEP_ENTRY && tab?.id !== undefined)
      await keeper.keep({ tab: { ...tab, id: tab.id }, frameId, by: 'menu', anyway: true });
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void makeContextMenu();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    void followRecogniseEverywhere();
  });
  browser.permissions.onAdded.addListener(() => void followRecogniseEverywhere());
  browser.permissions.onRemoved.addListener(() => void forgetRecogniseEverywhere());
  watchSettings(() => void followRecogniseEverywhere());
});

/** A content script may tell of its page, and no more: only the extension's own pages look at tabs and keep them. */
function expectOwnPage({ url }: { readonly url?: string }): void {
  if (!url?.startsWith(browser.runtime.getURL('/'))) throw new Error('Only a page of the extension may ask for this.');
}

/** Whoever sends what is not of the message's shape is refused before anything is done. */
function expectShape(name: keyof typeof ownPageShapes, data: unknown): void {
  if (!v.is(ownPageShapes[name], data)) throw new Error(`This is no ${name}.`);
}
