import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** A zip that was built twice. */
interface Compared {
  readonly name: string;
  readonly same: boolean;
  readonly bytes: number;
  /** SHA-256 of the first, lower-case hex. */
  readonly digest: string;
}

/** Runs a command in a folder and gives what it printed; throws its words when it fails. */
function run(folder: string, command: string, ...args: readonly string[]): string {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr || done.stdout || done.error}`);
  return done.stdout;
}

/** Gives a folder its own files of all packages, at places of its own: what is linked to is named by where it really is. */
const givePackages = (root: string, folder: string): string => {
  run(root, 'cp', '-al', join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
};

/** The last commit's short digest and subject. Throws when something is not committed: it would be left out untold. */
export function lastCommit(root: string): string {
  const changed = run(root, 'git', 'status', '--porcelain');
  if (changed !== '') throw new Error(`Only what is committed is packed; these files are not:\n${changed}`);
  return run(root, 'git', 'log', '-1', '--format=%h %s').trim();
}

/** A clone of the last commit in a new folder, ready to build. */
export function cloneInto(root: string, folder: string): string {
  run(root, 'git', 'clone', '--quiet', root, folder);
  return givePackages(root, folder);
}

/** What a zip of sources holds in a new folder, ready to build. */
export function unpackInto(root: string, zip: string, folder: string): string {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    if (name.endsWith('/')) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return givePackages(root, folder);
}

/**
 * Builds the zips of all browsers and of the sources in a folder; gives their bytes by their paths. Edge takes Chrome's own package:
 * it is a Chromium, and what differs there is asked at run time.
 */
export function zipsIn(folder: string): ReadonlyMap<string, Uint8Array> {
  const wxt = join(folder, 'node_modules/wxt/bin/wxt.mjs');
  for (const browser of ['chrome', 'firefox']) run(folder, process.execPath, wxt, 'zip', '-b', browser);
  const output = join(folder, '.output');
  const made = () => readdirSync(output).filter((name) => name.endsWith('.zip'));
  for (const name of made().filter((one) => one.endsWith('-chrome.zip')))
    copyFileSync(join(output, name), join(output, name.replace(/chrome\.zip$/, 'edge.zip')));
  const names = made();
  return new Map(names.toSorted().map((name) => [join(output, name), readFileSync(join(output, name))]));
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Each zip of the first build, with whether the second build gave the same bytes under the same name. */
export function compareZips(
  one: ReadonlyMap<string, Uint8Array>,
  other: ReadonlyMap<string, Uint8Array>,
): readonly Compared[] {
  const others = new Map([...other].map(([path, bytes]) => [basename(path), sha256(bytes)]));
  return [...one].map(([path, bytes]) => {
    const [name, digest] = [basename(path), sha256(bytes)];
    return { name, digest, bytes: bytes.length, same: others.get(name) === digest };
  });
}
