import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { type BackupRecord, backupIntervals } from '../collection/backup/schedule.ts';
import { citeStyles } from '../export/cite/styles.ts';
import { quoteForms } from '../export/quote/quote-forms.ts';
import type { QueuePace } from '../queue-plan/answer.ts';

const between = (least: number, most: number, initial: number) =>
  v.fallback(v.pipe(v.number(), v.minValue(least), v.maxValue(most)), initial);

const appearance = v.object({
  theme: v.fallback(v.picklist(['system', 'light', 'sepia', 'dark']), 'system'),
  /** Size of the essay's type, CSS pixels. */
  fontSize: between(12, 40, 18),
  /** Characters a line. */
  measure: between(20, 60, 36),
  /** Line height, as a multiple of the type's size. */
  lineHeight: between(1.2, 3, 1.95),
  face: v.fallback(v.picklist(['song', 'hei', 'kai']), 'song'),
  /** How paragraphs are distinguished: by two characters of indent, or by space. */
  paragraphs: v.fallback(v.picklist(['indent', 'spaced']), 'indent'),
  /** Lines from left to right, or from top to bottom and right to left. */
  writing: v.fallback(v.picklist(['horizontal', 'vertical']), 'horizontal'),
  /** The script an essay is shown in; what is stored stays as it was. */
  script: v.fallback(v.picklist(['stored', 'simplified', 'traditional']), 'stored'),
});

/** Languages that the interface speaks, by the names of their folders; '' follows the browser. */
export const interfaceLanguages = ['', 'zh_CN', 'zh_TW', 'en'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Rests between the pages of a queue, from the shortest that is polite. */
export const queuePaces = ['normal', 'gentle', 'slow'] as const satisfies readonly QueuePace[];

const settings = v.object({
  /** Keep a recognised essay without being asked. */
  keepByItself: v.fallback(v.boolean(), false),
  /** Recognise on every site; takes effect only while the reader grants `<all_urls>`. */
  recogniseEverywhere: v.fallback(v.boolean(), false),
  /** The style that references were last copied or saved in. */
  citeStyle: v.fallback(v.picklist(citeStyles), 'gbt7714'),
  /** The form that a passage was last quoted in. */
  quoteForm: v.fallback(v.picklist(quoteForms), 'gbt'),
  /** Store the images of an essay with it. */
  keepImages: v.fallback(v.boolean(), true),
  /** Ask the Wayback Machine to save the live pages of what is kept. */
  giveBack: v.fallback(v.boolean(), false),
  /** Hold a second copy of the collection in files of the browser's, from which a lost one is rebuilt. */
  secondCopy: v.fallback(v.boolean(), true),
  /** Id of the format that was last exported in. */
  exportFormat: v.fallback(v.string(), 'markdown'),
  /** How often a backup is made by itself, into the downloads; takes effect only while the reader grants `downloads`. */
  backupEvery: v.fallback(v.picklist(backupIntervals), 'off'),
  /** How many of these are kept. */
  backupsKept: between(1, 100, 5),
  /** Whether keys that type something do things, e.g. `t`; those with Ctrl, arrows and the like always do. */
  letterKeys: v.fallback(v.boolean(), true),
  /** Language of the interface, '' for the browser's. */
  interfaceLanguage: v.fallback(v.picklist(interfaceLanguages), ''),
  /** Id of the collection of the reader's that new essays are put into, '' for none. */
  keepShelf: v.fallback(v.string(), ''),
  /** Names of the tags that new essays are given. */
  keepTags: v.fallback(v.array(v.string()), []),
  /** How long queues rest between two pages. */
  queuePace: v.fallback(v.picklist(queuePaces), 'normal'),
  appearance: v.fallback(appearance, () => v.parse(appearance, {})),
});

/** How the reader looks. */
export type Appearance = Readonly<v.InferOutput<typeof appearance>>;
/** What a person has chosen; kept on this computer, apart from the collection. */
export type Settings = Readonly<v.InferOutput<typeof settings>>;

/** The settings; whatever is stored wrongly, or not at all, is its default. */
export async function readSettings(): Promise<Settings> {
  return v.parse(settings, await browser.storage.local.get(Object.keys(settings.entries)));
}

/** Stores the settings given and leaves the others. Rejects when the browser cannot store them. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(change);
}

/** Calls `show` with all settings after each change, wherever in the extension it was made. Gives the function that stops it. */
export function watchSettings(show: (settings: Settings) => void): () => void {
  const listener = async (changes: Record<string, unknown>, area: string): Promise<void> => {
    if (area === 'local' && Object.keys(changes).some((key) => key in settings.entries)) show(await readSettings());
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

const moment = v.fallback(v.nullable(v.pipe(v.string(), v.isoTimestamp())), null);
const backupRecord = v.object({
  madeAt: moment,
  next: v.fallback(v.number(), 0),
  automaticAt: moment,
  last: v.fallback(v.nullable(v.object({ essays: v.number(), collection: v.string(), name: v.string() })), null),
  begunAt: moment,
  failure: v.fallback(v.nullable(v.object({ at: v.string(), reason: v.string() })), null),
  paused: v.fallback(v.nullable(v.object({ at: v.string(), had: v.number(), has: v.number() })), null),
  removed: v.fallback(v.nullable(v.object({ at: v.string(), name: v.string() })), null),
  quietUntil: moment,
});
const BACKUPS = 'backups';

/** What is remembered of backups; whatever is stored wrongly counts as not there. */
export async function readBackupRecord(): Promise<BackupRecord> {
  const { [BACKUPS]: stored } = await browser.storage.local.get(BACKUPS);
  return v.parse(backupRecord, v.is(v.looseObject({}), stored) ? stored : {});
}

/** Remembers these facts of backups and leaves the others. Rejects when the browser cannot store them. */
export async function changeBackupRecord(change: Partial<BackupRecord>): Promise<void> {
  await browser.storage.local.set({ [BACKUPS]: { ...(await readBackupRecord()), ...change } });
}
