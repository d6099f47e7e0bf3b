import type { Collection } from '../../collection/collection.ts';
import type { FolderRow } from '../../collection/living-folder/folder-rows.ts';
import { onChange } from '../../collection/living-folder/on-change.ts';
import {
  changeFolder,
  dropAllMirrored,
  dropMirrored,
  forgetFolder,
  getFolder,
  setFolder,
} from '../../collection/living-folder/rows-of-folder.ts';
import { observe } from '../../collection/observe.ts';
import { bringUpToDate } from '../../living-folder/bring-up-to-date.ts';
import { keepSaved } from '../../living-folder/downloads/keep-saved.ts';
import type { MirrorReport } from '../../living-folder/mirror.ts';
import type { FolderWorld } from './folder-world.ts';

/** Where the keeping up of the folder is. `not-allowed`: the browser wants the reader's word once more. `unreachable`: moved, deleted, on a disk that is not there. */
export type FolderStage =
  | { readonly is: 'resting' | 'not-allowed' | 'unreachable' }
  | { readonly is: 'looking' }
  | { readonly is: 'working'; readonly done: number; readonly of: number }
  | { readonly is: 'done'; readonly report: MirrorReport };

/** Gives the ids of what a query of the library finds, of everything that is kept for `''`. */
export type IdsOf = (query: string) => Promise<readonly string[]>;

/** What the reader chooses of a folder. */
export type FolderChoice = Pick<FolderRow, 'query' | 'template' | 'originals' | 'replaces'>;

/** Milliseconds after the last change before the folder is looked at: an import is one change. */
const SETTLED = 4000;
/** The same for a folder among the downloads, where each look may leave a further version of a file. */
const SETTLED_SAVED = 30_000;

/** Keeps the living folder of a collection up, while a page is open. */
export function createLivingFolder(collection: Collection, idsOf: IdsOf, world: FolderWorld) {
  let row = $state.raw<FolderRow | null>(null);
  let known = $state(false);
  let stage = $state.raw<FolderStage>({ is: 'resting' });
  let stopping = new AbortController();
  const isAllowed = ({ handle }: FolderRow): Promise<boolean> =>
    (handle === null ? world.downloads.isAllowed() : world.isAllowed(handle)).catch(() => false);

  /** The folder is read once more: another window may have changed it, or let go of it. */
  async function run(): Promise<void> {
    const folder = await getFolder(collection);
    if (folder === null) return;
    if (!(await isAllowed(folder))) {
      stage = { is: 'not-allowed' };
      return;
    }
    const { signal } = stopping;
    const onProgress = (done: number, of: number) => {
      stage = { is: 'working', done, of };
    };
    try {
      const ids = await idsOf(folder.query);
      const watch = { signal, onProgress };
      const report =
        folder.handle === null
          ? await keepSaved(collection, world.downloads.filesIn(folder.name), ids, folder, watch)
          : await bringUpToDate(collection, world.filesOf(folder.handle), ids, folder, watch);
      if (!report.stopped) await changeFolder(collection, { syncedAt: new Date().toISOString() });
      stage = { is: 'done', report };
    } catch {
      stage = { is: (await isAllowed(folder)) ? 'unreachable' : 'not-allowed' };
    }
  }

  /** One at a time, in all windows: a second call waits for the first, and looks again. */
  async function sync(): Promise<void> {
    stopping = new AbortController();
    stage = { is: 'looking' };
    await world.alone(run);
  }

  return {
    /** Null where there is none, or it is not known yet. */
    get row(): FolderRow | null {
      return row;
    },
    get known(): boolean {
      return known;
    },
    get stage(): FolderStage {
      return stage;
    },
    sync,
    stop: () => stopping.abort(),
    /** Lets the reader pick a folder, and fills it. To be called from a press. */
    async pick(choice: FolderChoice): Promise<void> {
      const handle = await world.pick();
      if (handle === null) return;
      await world.alone(() => setFolder(collection, { ...choice, handle, name: handle.name, syncedAt: '' }));
      row = await getFolder(collection);
      await sync();
    },
    /** Fills a folder among the downloads, by its path within them. To be called from a press. */
    async begin(name: string, choice: FolderChoice): Promise<void> {
      if (!(await world.downloads.allow().catch(() => false))) {
        stage = { is: 'not-allowed' };
        return;
      }
      await world.alone(() => setFolder(collection, { ...choice, handle: null, name, syncedAt: '' }));
      row = await getFolder(collection);
      await sync();
    },
    /** Asks for the folder once more. To be called from a press. */
    async allow(): Promise<void> {
      if (row === null) return;
      const asked = row.handle === null ? world.downloads.allow() : world.allow(row.handle);
      if (await asked.catch(() => false)) await sync();
    },
    /** Writes everything anew, as when files among the downloads were moved or deleted, which nobody tells us. */
    async rewrite(): Promise<void> {
      await world.alone(() => dropAllMirrored(collection));
      await sync();
    },
    /** The reader has seen to the files of essays that are gone: they are named no more. */
    async dismissGone(): Promise<void> {
      if (stage.is !== 'done') return;
      for (const { id } of stage.report.gone) await dropMirrored(collection, id);
      stage = { is: 'done', report: { ...stage.report, gone: [] } };
    },
    async change(choice: FolderChoice): Promise<void> {
      await changeFolder(collection, choice);
      row = await getFolder(collection);
      await sync();
    },
    async forget(): Promise<void> {
      stopping.abort();
      const saved = row?.handle === null;
      await world.alone(() => forgetFolder(collection));
      if (saved) await world.downloads.letGo().catch(() => undefined);
      stage = { is: 'resting' };
    },
    /** Follows the folder and the collection: what is another is written when it has come to rest. Gives the function that stops it. */
    follow(): () => void {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stopRow = observe(
        () => getFolder(collection),
        (now) => {
          const first = !known && now !== null;
          row = now;
          known = true;
          if (first) void sync();
        },
      );
      const stopChanges = onChange(collection, ['essays', 'highlights', 'tags', 'images'], () => {
        clearTimeout(timer);
        if (row !== null) timer = setTimeout(() => void sync(), row.handle === null ? SETTLED_SAVED : SETTLED);
      });
      return () => {
        clearTimeout(timer);
        stopRow();
        stopChanges();
      };
    },
  };
}

export type LivingFolder = ReturnType<typeof createLivingFolder>;
