import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PortalServer } from '../../../tests/corpus/portal/server.ts';
import { type ChromiumSession, launchChromium } from '../../browsers/chromium.ts';
import { type KeepAnswer, keepAddress, storedIds } from './keep-pages.ts';
import { closedOrGone } from './kills.ts';
import { numberedPage } from './numbered-page.ts';
import { killBrowser } from './processes-of.ts';

/** What a full disk came to. */
export interface FullDisk {
  readonly acknowledged: number;
  /** Essays that were acknowledged and are not there after the browser was started again. */
  readonly lost: number;
  /** What was said of keeps that failed, and how often. */
  readonly said: Readonly<Record<string, number>>;
  /** True when the browser had deleted the database. */
  readonly deleted: boolean;
  /** True when the browser itself ended on the full disk: nobody is asked any more then. */
  readonly ended: boolean;
}

/** Size of the file system that the profile stands on. */
const SIZE = '220m';
/** Essays kept before it is filled. */
const BEFORE = 12;
/** Bytes with which a keep is let through. */
const AMPLE = 30_000_000;
/** Milliseconds that a keep takes here, its page's loading among them. */
const KEEP = 900;

/** How a disk is filled. */
export interface Filling {
  /** Bytes that stay free when it is filled: with little left the extension refuses, with none the browser itself fails. */
  readonly left: number;
  /** True where the database is taken away when the browser has been killed, as Chromium does by itself with one whose log is torn. */
  readonly takesDatabase: boolean;
}

/** Makes a small file system in memory for a profile; null where this is not allowed. The function takes it away. */
export function mountSmallDisk(): { readonly folder: string; readonly unmount: () => void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'wencun-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  return {
    folder,
    unmount: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Fills a file system until so many bytes are free. */
function fill(folder: string, left: number): void {
  const file = openSync(join(folder, 'filler'), 'a');
  const piece = new Uint8Array(64 * 1024);
  for (;;) {
    const { bavail, bsize } = statfsSync(folder);
    const room = bavail * bsize - left;
    if (room <= 0) break;
    try {
      writeSync(file, piece, 0, Math.min(piece.byteLength, room));
    } catch {
      break;
    }
  }
  closeSync(file);
}

/** Where a profile has the databases of an extension. */
const databasesOf = (profile: string, extensionId: string): string =>
  join(profile, 'Default', 'IndexedDB', `chrome-extension_${extensionId}_0.indexeddb.leveldb`);

const countOf = (said: Readonly<Record<string, number>>): number =>
  Object.values(said).reduce((sum, times) => sum + times, 0);

/**
 * Keeps essays, fills the disk, keeps on until several keeps have failed, ends the browser, frees the disk, starts
 * again, and looks for all that was acknowledged.
 */
export async function fillTheDisk(
  options: { readonly portal: PortalServer; readonly executable: string; readonly extension: string },
  disk: string,
  { left, takesDatabase }: Filling,
  chance: () => number,
): Promise<FullDisk> {
  const { portal, executable, extension } = options;
  const profile = join(disk, 'profile');
  const start = (): Promise<ChromiumSession> =>
    launchChromium({ executable, extension, profile, headless: true, resolverRules: portal.resolverRules });
  const acknowledged = new Set<string>();
  const said: Record<string, number> = {};
  const take = (answer: KeepAnswer): void => {
    if (answer !== null && 'id' in answer) return void acknowledged.add(answer.id);
    const word = answer === null ? 'no answer' : answer.problem;
    said[word] = (said[word] ?? 0) + 1;
  };
  const session = await start();
  const { extensionId } = session;
  const helper = await session.context.newPage();
  await helper.goto(session.url('print.html'));
  const keep = async (at: number): Promise<KeepAnswer> => {
    const page = numberedPage(at);
    portal.show(page);
    return keepAddress(session, helper, page.url);
  };
  let at = 0;
  const browserProcess = session.context.browser();
  const runs = (): boolean => browserProcess?.isConnected() ?? false;
  /** Keeps a page unless the browser has ended; what it was busy with when it ended has no answer. */
  const keepOn = async (): Promise<void> => {
    const answer = runs() ? await keep(at).catch(() => null) : null;
    if (runs()) take(answer);
  };
  for (; at < BEFORE; at += 1) take(await keep(at));
  fill(disk, left);
  for (const end = at + 25; at < end && countOf(said) < 5 && runs(); at += 1) await keepOn();
  // Others write to the disk as well: it is filled to the last byte while a keep runs, past all looks at the room.
  for (let more = 0; more < 4 && runs(); more += 1, at += 1) {
    rmSync(join(disk, 'filler'), { force: true });
    fill(disk, AMPLE);
    const keeping = keepOn();
    await new Promise((resolve) => setTimeout(resolve, chance() * KEEP));
    fill(disk, 0);
    await keeping;
    await keepOn();
  }
  const ended = !runs();
  killBrowser(profile);
  await closedOrGone(session);
  rmSync(join(disk, 'filler'), { force: true });
  if (takesDatabase) rmSync(databasesOf(profile, extensionId), { recursive: true });

  const again = await start();
  const library = await again.context.newPage();
  await library.goto(again.url('library.html'));
  const missing = async (): Promise<number> => {
    const ids = new Set(await library.evaluate(storedIds));
    return [...acknowledged].filter((id) => !ids.has(id)).length;
  };
  for (const until = Date.now() + 20_000; (await missing()) > 0 && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 500));
  const lost = await missing();
  const deleted = await library.evaluate(() => document.querySelector('[data-testid="loss"]') !== null);
  await again.close();
  return { acknowledged: acknowledged.size, lost, said, deleted, ended };
}
