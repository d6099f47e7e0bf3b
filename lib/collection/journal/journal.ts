import * as v from 'valibot';
import type { Folder } from '../files/folder.ts';
import { troubleOf } from '../guard/trouble.ts';

const asked = v.object({
  /** Id of the keep, and of the capture that it makes. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  by: v.picklist(['key', 'menu', 'popup', 'itself']),
  /** UTC, ISO 8601. */
  askedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** The tab, which has this number only while this browser runs. */
  tabId: v.number(),
  /** The frame of it that the reader pointed at, 0 for the page; none in entries of before that was told. */
  frameId: v.exactOptional(v.number()),
  /** True when the page is to be kept also where it is not recognised. */
  anyway: v.boolean(),
  /** Address and title of the tab; '' where the browser does not tell. */
  url: v.string(),
  title: v.string(),
  /** Which run of the browser it was; '' for the one that still runs. */
  run: v.string(),
  /** How often it was taken up again. */
  tries: v.number(),
});

/** What was asked for: which page is to be kept, by whom, and when. */
export type Asked = Readonly<v.InferOutput<typeof asked>>;

/** What the clipper sent, to be validated again, and when it came (UTC, ISO 8601). */
export interface JournalClip {
  readonly taken: unknown;
  readonly takenAt: string;
}

/** What was asked for, with the clip once the page has been read. */
export interface JournalEntry {
  readonly asked: Asked;
  readonly clip: JournalClip | null;
}

/** A store that takes a value by one call, and holds it until the browser ends. */
export interface QuickStore {
  readonly put: (id: string, value: Asked) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly all: () => Promise<readonly unknown[]>;
}

/** What was asked for and is not done: stored before the work, taken up again by the part that starts next. */
export interface Journal {
  /**
   * Stores what was asked for: at once in the quick store, and in a file as it is to be known after the browser has ended.
   * Where the disk takes no file, the quick store alone has it.
   */
  readonly ask: (asked: Asked, forLater: Promise<Asked>) => Promise<void>;
  /** Stores the clip; `full` when the disk has no room for it, `refused` when it is not stored for another reason. */
  readonly clip: (id: string, taken: unknown, takenAt: string) => Promise<'stored' | 'full' | 'refused'>;
  /** The keep is done and told: its clip alone stays, until the second copy has what came of it. */
  readonly settle: (id: string) => Promise<void>;
  /** All is done, told and copied. */
  readonly forget: (id: string) => Promise<void>;
  /** Ids of keeps that are done and told, and whose clip stays. */
  readonly settled: () => Promise<readonly string[]>;
  /** The entry of one of those, as far as it is known; null where its clip is torn. */
  readonly settledEntry: (id: string) => Promise<JournalEntry | null>;
  /** What is stored, the oldest first. Of what a crash left torn, no more is known than that it was asked for. */
  readonly entries: () => Promise<readonly JournalEntry[]>;
}

const ASKED = '.asked.json';
const CLIP = '.clip.json';
/** The run of the browser of an act of which nothing but its id is known: none that still runs. */
const TORN = 'torn';

const clipShape = v.object({ taken: v.unknown(), takenAt: v.pipe(v.string(), v.isoTimestamp()) });

/**
 * Opens the journal. The quick store outlives a worker that is stopped a millisecond after the act; the files outlive the
 * browser. They stand outside the database, so that a keep is safe while that is blocked, of a newer version, or lost.
 */
export function openJournal(folder: Folder, quick: QuickStore): Journal {
  const tolerant = <T>(work: Promise<T>, otherwise: T): Promise<T> => work.catch(() => otherwise);

  /** The browser ended while the file was written: that something was asked for is known by its name. */
  const tornEntry = (id: string): Asked => {
    const askedAt = new Date().toISOString();
    return { id, by: 'key', askedAt, tabId: -1, anyway: false, url: '', title: '', run: TORN, tries: 0 };
  };

  const clipOf = (id: string): Promise<JournalClip | null> => parsed(clipShape, folder, `${id}${CLIP}`);

  async function settle(id: string): Promise<void> {
    await tolerant(quick.remove(id), undefined);
    await tolerant(folder.remove(`${id}${ASKED}`), undefined);
  }

  async function entryOf(name: string, all: Map<string, Asked>): Promise<void> {
    const id = name.slice(0, -ASKED.length);
    const read = await parsed(asked, folder, name);
    if (all.has(id)) return;
    all.set(id, read !== null && read.id === id ? read : tornEntry(id));
  }

  return {
    ask: async (what, forLater) => {
      const both = [
        quick.put(what.id, what),
        forLater.then((later) => folder.write(`${what.id}${ASKED}`, JSON.stringify(later))),
      ];
      const stored = await Promise.allSettled(both);
      const failure = stored.find(({ status }) => status === 'fulfilled') === undefined ? stored[1] : undefined;
      if (failure?.status === 'rejected') throw failure.reason;
    },
    clip: (id, taken, takenAt) =>
      folder.write(`${id}${CLIP}`, JSON.stringify({ taken, takenAt })).then(
        () => 'stored',
        (error: unknown) => (troubleOf(error) === 'storage-failed' ? 'refused' : 'full'),
      ),
    settle,
    forget: async (id) => {
      // The clip last: until then it may still be the only copy outside the database.
      await settle(id);
      await tolerant(folder.remove(`${id}${CLIP}`), undefined);
    },
    settled: async () => {
      // The files first: a keep that is begun meanwhile is in the quick store before it has a clip.
      const names = await tolerant(folder.names(), []);
      const open = new Set(
        (await tolerant(quick.all(), [])).flatMap((value) => (v.is(asked, value) ? [value.id] : [])),
      );
      const ids = names.flatMap((name) => (name.endsWith(CLIP) ? [name.slice(0, -CLIP.length)] : []));
      return ids.filter((id) => !open.has(id) && !names.includes(`${id}${ASKED}`));
    },
    settledEntry: async (id) => {
      const clip = await clipOf(id);
      return clip && { asked: { ...tornEntry(id), askedAt: clip.takenAt }, clip };
    },
    entries: async () => {
      const all = new Map<string, Asked>();
      // The files first: what is asked for meanwhile is in the quick store before it has one.
      const names = await tolerant(folder.names(), []);
      for (const value of await tolerant(quick.all(), [])) if (v.is(asked, value)) all.set(value.id, value);
      for (const name of names) if (name.endsWith(ASKED)) await entryOf(name, all);
      const entries: JournalEntry[] = [];
      for (const what of all.values()) {
        const clip = names.includes(`${what.id}${CLIP}`) ? await clipOf(what.id) : null;
        entries.push({ asked: what, clip });
      }
      return entries.toSorted((one, other) => (one.asked.askedAt < other.asked.askedAt ? -1 : 1));
    },
  };
}

async function parsed<Shape extends v.GenericSchema>(
  shape: Shape,
  folder: Folder,
  name: string,
): Promise<v.InferOutput<Shape> | null> {
  try {
    const bytes = await folder.read(name);
    const value: unknown = bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
    return v.is(shape, value) ? value : null;
  } catch {
    return null;
  }
}
