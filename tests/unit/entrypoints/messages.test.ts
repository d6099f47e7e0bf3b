import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

type Handler = (message: { readonly data: unknown; readonly sender: object }) => unknown;

const world = vi.hoisted(() => ({ handlers: new Map<string, Handler>(), deeds: [] as string[] }));
const OWN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/';

const deed = (name: string) => async () => void world.deeds.push(name);
const listener = { addListener: () => undefined };

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getURL: () => OWN, onInstalled: listener },
    commands: { onCommand: listener },
    contextMenus: { onClicked: listener },
    permissions: { onAdded: listener, onRemoved: listener },
  },
}));
vi.mock('wxt/utils/define-background', () => ({ defineBackground: (main: () => void) => main }));
vi.mock('../../../lib/messages/protocol.ts', () => ({
  onMessage: (name: string, handler: Handler) => void world.handlers.set(name, handler),
}));
vi.mock('../../../lib/collection/collection.ts', () => ({ openCollection: () => ({ use: () => undefined }) }));
vi.mock('../../../lib/settings/settings.ts', () => ({ watchSettings: () => undefined }));
vi.mock('../../../lib/images/store-images.ts', () => ({ storeImages: deed('fetchImages') }));
vi.mock('../../../entrypoints/background/close-settings.ts', () => ({ closeSettingsToPages: () => undefined }));
vi.mock('../../../entrypoints/background/copy/index.ts', () => ({
  startCopier: () => ({ copied: deed('copyChanges') }),
}));
vi.mock('../../../entrypoints/background/keep/index.ts', () => ({
  startKeeper: () => ({ keep: deed('keepPage'), keepAgain: deed('keepPage') }),
}));
vi.mock('../../../entrypoints/background/archives/give-back.ts', () => ({
  runGiveBack: () => ({ want: deed('askToSave'), kept: async () => undefined }),
}));
vi.mock('../../../entrypoints/background/archives/answer-questions.ts', () => ({
  answerQuestions: () => ({
    askForCaptures: deed('askForCaptures'),
    fetchCapture: deed('fetchCapture'),
    stop: deed('stopAsking'),
  }),
}));
vi.mock('../../../lib/collection/telling/tell-in-spans.ts', () => ({ tellInSpans: () => undefined }));
vi.mock('../../../lib/collection/telling/give-way.ts', () => ({ followWrites: () => ({}) }));
vi.mock('../../../lib/collection/archives/archive-store.ts', () => ({ openArchiveStore: () => ({}) }));
vi.mock('../../../entrypoints/background/archives/look.ts', () => ({ runLook: () => deed('lookInArchives') }));
vi.mock('../../../entrypoints/background/queue/index.ts', () => ({
  runQueue: () => ({
    start: deed('startJob'),
    change: deed('changeJob'),
    choose: deed('chooseOfJob'),
    endsSeen: deed('endsSeen'),
  }),
}));
vi.mock('../../../entrypoints/background/queue/offer-column.ts', () => ({ offerColumn: deed('offerColumn') }));
vi.mock('../../../entrypoints/background/describe-page.ts', () => ({
  describePage: deed('describePage'),
  keptMark: async () => null,
}));
vi.mock('../../../entrypoints/background/backup/index.ts', () => ({ backUpBySchedule: () => undefined }));
vi.mock('../../../entrypoints/background/check-daily.ts', () => ({ checkDaily: () => undefined }));
vi.mock('../../../entrypoints/background/context-menu.ts', () => ({
  makeContextMenu: () => undefined,
  KEEP_ENTRY: 'k',
}));
vi.mock('../../../entrypoints/background/frames.ts', () => ({ frameToRead: async () => ({ ok: false }) }));
vi.mock('../../../entrypoints/background/inject-recogniser.ts', () => ({ injectRecogniser: async () => undefined }));
vi.mock('../../../entrypoints/background/keep/join-at-rest.ts', () => ({ joinAtRest: () => undefined }));
vi.mock('../../../entrypoints/background/keep/keep-images.ts', () => ({ fetchGranted: () => undefined }));
vi.mock('../../../entrypoints/background/recognise-everywhere.ts', () => ({
  followRecogniseEverywhere: () => undefined,
  forgetRecogniseEverywhere: () => undefined,
}));
vi.mock('../../../entrypoints/background/action.ts', () => ({
  showOnAction: deed('icon'),
  showLookedAt: deed('icon'),
}));
vi.mock('../../../entrypoints/background/ask-zotero.ts', () => ({ askZotero: deed('askZotero') }));
vi.mock('../../../entrypoints/background/sync/index.ts', () => ({
  runSyncing: () => ({ tryOut: deed('trySync'), syncNow: deed('syncNow'), stop: deed('stopSync') }),
}));
vi.mock('../../../entrypoints/background/sync/colleagues.ts', () => ({
  runColleagues: () => ({
    find: deed('findPublished'),
    update: deed('updateSubscriptions'),
    publish: deed('publish'),
    stopPublishing: deed('stopPublishing'),
  }),
}));
vi.mock('../../../entrypoints/background/read-served-page.ts', () => ({ readServedPage: deed('readServedPage') }));

beforeAll(async () => {
  const { default: main } = await import('../../../entrypoints/background/index.ts');
  (main as unknown as () => void)();
});
beforeEach(() => void world.deeds.splice(0));

/** Messages that a script in a page may send; all others are for the extension's own pages. */
const fromPages = ['pageMayBeSchools', 'pageIsGarbled', 'pageRecognised'];

/** Messages that are sent with nothing. */
const shapeless = ['copyChanges', 'endsSeen', 'stopSync', 'publishNow', 'stopPublishing'];

const junk = fc.oneof(
  fc.anything(),
  fc.record({ tabId: fc.anything(), id: fc.anything(), url: fc.anything() }, { requiredKeys: [] }),
  // What some messages are sent with, and others are not.
  fc.record({ id: fc.string() }),
  fc.record({ tabId: fc.integer() }),
);
const tab = fc.record({ id: fc.integer(), url: fc.webUrl() });
/** Whoever is not a page of ours, by the address that the browser tells of it. */
const stranger = fc.record(
  {
    url: fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.constantFrom(
        '',
        'about:blank',
        `http://a.cn/?${OWN}`,
        'chrome-extension://ponmlkjihgfedcbaponmlkjihgfedcba/popup.html',
        OWN.slice(0, -1),
      ),
    ),
    tab,
    frameId: fc.nat(),
  },
  { requiredKeys: [] },
);

/** What a handler gives or throws. */
const answered = async (name: string, message: { data: unknown; sender: object }): Promise<'done' | 'refused'> =>
  Promise.resolve()
    .then(() => world.handlers.get(name)?.(message))
    .then(
      () => 'done' as const,
      () => 'refused' as const,
    );

describe('messages to the background', () => {
  const forOwn = (): readonly string[] => [...world.handlers.keys()].filter((name) => !fromPages.includes(name));

  it('of strangers are refused, whatever they are, unless scripts in pages send them', async () => {
    expect(forOwn().length).toBeGreaterThanOrEqual(10);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...forOwn()), junk, stranger, async (name, data, sender) => {
        expect(await answered(name, { data, sender })).toBe('refused');
        expect(world.deeds).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('of scripts in pages do nothing but what a recognition does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fromPages), junk, stranger, async (name, data, sender) => {
        await answered(name, { data, sender });
        expect(world.deeds).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('of pages of our own have their shape, or nothing is done', async () => {
    const shaped = forOwn().filter((name) => !shapeless.includes(name));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...shaped),
        junk,
        fc.option(tab, { nil: undefined }),
        async (name, data, from) => {
          const sender = { url: `${OWN}popup.html`, ...(from && { tab: from }) };
          await answered(name, { data, sender });
          const allowed = isShaped(name, data) ? [expect.any(String)] : [];
          expect(world.deeds.splice(0)).toEqual(allowed);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('that are as they should be are done', async () => {
    const sender = { url: `${OWN}popup.html` };
    const keep = {
      id: 'a',
      tabId: 7,
      url: '',
      title: '',
      incognito: false,
      anyway: true,
      evenPrivate: false,
      again: false,
    };
    for (const [name, data] of [
      ['keepPage', keep],
      ['describePage', { tabId: 7 }],
      ['offerColumn', { tabId: 7 }],
      ['stopJob', { id: 'a' }],
      ['chooseOfJob', { id: 'a', choice: { unchosen: [1], years: null, into: { shelf: '', tags: [] }, notify: true } }],
      ['endsSeen', undefined],
      ['askZotero', { method: 'GET', path: '/api/', headers: {} }],
      ['trySync', { kind: 'webdav', address: 'https://dav.example.org/', user: 'a', password: 'b', passphrase: '' }],
      ['syncNow', { mayDelete: false }],
      ['stopSync', undefined],
      ['askForCaptures', { ask: 'a', archive: '', address: 'http://www.lhswdx.cn/' }],
      ['stopAsking', { ask: 'a' }],
      ['findPublished', { link: 'https://people.example.org/', user: '', password: '', passphrase: '' }],
      ['updateSubscriptions', { id: '' }],
      ['publishNow', undefined],
      ['stopPublishing', undefined],
    ] as const)
      expect(await answered(name, { data, sender })).toBe('done');
    expect(world.deeds).toEqual([
      'keepPage',
      'describePage',
      'offerColumn',
      'changeJob',
      'chooseOfJob',
      'endsSeen',
      'askZotero',
      'trySync',
      'syncNow',
      'stopSync',
      'askForCaptures',
      'stopAsking',
      'findPublished',
      'updateSubscriptions',
      'publish',
      'stopPublishing',
    ]);
  });
});

/** Messages that are sent with nothing but a tab's number, or an id. */
const ofTab = ['describePage', 'offerColumn'];
const ofId = ['pauseJob', 'resumeJob', 'stopJob', 'retryFailed', 'fetchImages', 'askToSave', 'lookInArchives'];

/** Junk may by chance be what a message needs: a whole number for a tab, some letters for an id. */
function isShaped(name: string, data: unknown): boolean {
  if (typeof data !== 'object' || data === null || Object.keys(data).length !== 1) return false;
  const { tabId, id } = data as { readonly tabId?: unknown; readonly id?: unknown };
  if (ofTab.includes(name)) return Number.isInteger(tabId);
  const isText = typeof id === 'string' && id.length <= 100;
  // No id is all subscriptions.
  return isText && (name === 'updateSubscriptions' || (ofId.includes(name) && id !== ''));
}
