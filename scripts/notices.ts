import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a package says of itself. */
interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Built with, and in part bundled: their own dependencies are not. */
const RUNTIMES = ['svelte', 'wxt', '@wxt-dev/i18n'] as const;

const readPackage = (folder: string): Package => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Folders of all packages that the extension is bundled from: its dependencies, and theirs, each once, by name. */
function bundledPackages(root: string): readonly string[] {
  const found = new Set<string>();
  const add = (folder: string): void => {
    for (const name of Object.keys(readPackage(folder).dependencies ?? {})) {
      const at = [join(folder, 'node_modules', name), join(root, 'node_modules', name)].find(existsSync);
      if (at === undefined || found.has(at)) continue;
      found.add(at);
      add(at);
    }
  };
  add(root);
  for (const name of RUNTIMES) found.add(join(root, 'node_modules', name));
  return [...found].toSorted();
}

/** The licences of what the extension is bundled from, as these ask for: name, version and the whole text of each. */
export function thirdPartyNotices(root: string): string {
  const parts = bundledPackages(root).map((folder) => {
    const { name, version, license = '' } = readPackage(folder);
    const files = readdirSync(folder)
      .filter((file) => /^(?:licen[cs]e|notice|copying)(?:[.-]|$)/i.test(file))
      .toSorted();
    const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}
