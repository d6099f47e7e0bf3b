// npm run package [-- --no-lint]
// Packs the last commit for Chrome, Edge and Firefox, with the sources that Firefox's store asks for, into .output/packages. Builds
// twice, from a clone and from the zip of the sources unpacked elsewhere: every zip has to come out the same, byte for byte.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build.ts';
import { lintFirefox } from './package/lint-firefox.ts';
import { cloneInto, compareZips, lastCommit, unpackInto, zipsIn } from './package/zips.ts';

const { values } = parseArgs({ options: { 'no-lint': { type: 'boolean', default: false } } });
const folder = mkdtempSync(join(tmpdir(), 'wencun-package-'));
const packages = join(root, '.output', 'packages');
try {
  console.log(`Packing ${lastCommit(root)}.`);
  const one = zipsIn(cloneInto(root, join(folder, 'one')));
  const sources = [...one.keys()].find((path) => path.endsWith('-sources.zip'));
  if (sources === undefined || one.size !== 4) throw new Error(`There are ${one.size} zips, not four.`);
  const other = zipsIn(unpackInto(root, sources, join(folder, 'another folder/deeper/down')));
  const compared = compareZips(one, other);
  for (const { name, same, digest, bytes } of compared)
    console.log(`${same ? 'same' : 'DIFFERENT'}  ${name}  ${(bytes / 1e6).toFixed(2)} MB  ${digest}`);
  if (!compared.every(({ same }) => same)) process.exitCode = 1;

  rmSync(packages, { recursive: true, force: true });
  mkdirSync(packages, { recursive: true });
  for (const [path] of one) copyFileSync(path, join(packages, path.replace(/^.*[\\/]/, '')));
  console.log(`In ${packages}.`);
  const firefox = [...one.keys()].find((path) => path.endsWith('-firefox.zip')) ?? '';
  if (!values['no-lint']) {
    const { lines, ok } = lintFirefox(firefox);
    console.log(lines.join('\n'));
    if (!ok) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
