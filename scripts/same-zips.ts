// npm run zips:compare
// Builds the zips of all browsers and of the sources twice, from two clones on two paths, and compares them byte for byte.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './build.ts';

/** Runs a command in a folder; throws its words when it fails. */
function run(folder: string, command: string, ...args: readonly string[]): void {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.stderr || done.error}`);
}

/** The digests of the zips that a clone of the last commit makes in a folder, by their names. */
function zipsIn(folder: string): ReadonlyMap<string, string> {
  run(root, 'git', 'clone', '--quiet', root, folder);
  // Files of its own, at places of its own: what is linked to is named by where it really is.
  run(root, 'cp', '-al', join(root, 'node_modules'), join(folder, 'node_modules'));
  const wxt = join(folder, 'node_modules/wxt/bin/wxt.mjs');
  for (const browser of ['chrome', 'firefox']) run(folder, process.execPath, wxt, 'zip', '-b', browser);
  const output = join(folder, '.output');
  const names = readdirSync(output).filter((name) => name.endsWith('.zip'));
  return new Map(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(output, name)))
        .digest('hex'),
    ]),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'wencun-zips-'));
try {
  const [one, other] = [zipsIn(join(folder, 'one')), zipsIn(join(folder, 'another folder/deeper/down'))];
  if (one.size < 3) throw new Error(`There are ${one.size} zips, not three.`);
  for (const [name, digest] of one) {
    const same = other.get(name) === digest;
    console.log(`${same ? 'same' : 'DIFFERENT'} ${name} ${digest}`);
    if (!same) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
