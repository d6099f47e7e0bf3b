import * as v from 'valibot';
import type { ShapeOf } from '../collection/shapes.ts';
import { serverKinds } from '../collection/sync-store/target.ts';
import type { ZoteroRequest } from '../zotero/ask.ts';
import type { KeepAsked, LogSought, SyncTrial } from './protocol.ts';
import { choiceShape } from './valid-queue.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
/** Longest address and title that a tab is believed to have. */
const LONGEST = 100_000;
const tabText = v.pipe(v.string(), v.maxLength(LONGEST));
const tabId = v.pipe(v.number(), v.integer());

/** What pages of the extension send to the background, by message. What is not of its shape is an error of ours, or no page of ours. */
export const ownPageShapes = {
  describePage: v.strictObject({ tabId }),
  offerColumn: v.strictObject({ tabId }),
  keepPage: v.strictObject({
    id,
    tabId,
    url: tabText,
    title: tabText,
    incognito: v.boolean(),
    anyway: v.boolean(),
    evenPrivate: v.boolean(),
    again: v.boolean(),
  } satisfies ShapeOf<KeepAsked>),
  pauseJob: v.strictObject({ id }),
  resumeJob: v.strictObject({ id }),
  stopJob: v.strictObject({ id }),
  retryFailed: v.strictObject({ id }),
  chooseOfJob: v.strictObject({ id, choice: choiceShape }),
  fetchImages: v.strictObject({ id }),
  askToSave: v.strictObject({ id }),
  askZotero: v.strictObject({
    method: v.picklist(['GET', 'POST']),
    // Nothing but the two interfaces that are spoken: never an address of another server.
    path: v.pipe(v.string(), v.maxLength(2000), v.regex(/^\/(?:api|connector)\/[\w/?=&%.-]*$/)),
    headers: v.record(v.string(), v.string()),
    text: v.exactOptional(v.string()),
    base64: v.exactOptional(v.string()),
  } satisfies ShapeOf<ZoteroRequest>),
  lookInArchives: v.strictObject({ id }),
  askForCaptures: v.strictObject({ ask: id, archive: v.pipe(v.string(), v.maxLength(2000)), address: tabText }),
  fetchCapture: v.strictObject({ ask: id, archive: v.pipe(v.string(), v.maxLength(2000)), address: tabText }),
  stopAsking: v.strictObject({ ask: id }),
  trySync: v.strictObject({
    kind: v.picklist(serverKinds),
    address: v.pipe(tabText, v.url()),
    user: tabText,
    password: tabText,
    passphrase: tabText,
  } satisfies ShapeOf<SyncTrial>),
  syncNow: v.strictObject({ mayDelete: v.boolean() }),
  findPublished: v.strictObject({
    link: tabText,
    user: tabText,
    password: tabText,
    passphrase: tabText,
  } satisfies ShapeOf<LogSought>),
  updateSubscriptions: v.strictObject({ id: v.pipe(v.string(), v.maxLength(100)) }),
} as const;
