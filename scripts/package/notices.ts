import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a package says of itself. */
interface Package {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

/** Packages part from each other by such a line. */
const rule = '-'.repeat(72);

/** What a bundler adds of its own, by the address that it gives it: `\0vite/preload-helper.js`. */
const OWN_HELPER = /^\0(?<name>vite|rolldown)\//;

/** The package that a module belongs to: the innermost folder of packages counts. */
const IN_PACKAGE = /^(?<folder>.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** The line that a bundler leaves above a part that one package has taken in from another. */
const TAKEN_IN = /^\/\/ (?:#region )?node_modules\/(?<name>(?:@[^/\s]+\/)?[^/\s]+)\//gm;

/** Where Vite's licence goes over to those of what it is itself made of, none of which is in our bundles. */
const OF_ITS_OWN_PARTS = /^# Licenses of bundled dependencies$[\s\S]*/m;

/** Comments that ask to be kept: `/*!`, and those that say licence, in a module or at its head. */
const LEGAL_COMMENT = /\/\*(?:!|(?=[^/]*@(?:license|preserve)\b))[\s\S]*?\*\//g;

/** The words of a comment without its stars. */
const wordsOf = (comment: string): string =>
  comment
    .replace(/^\/\*[*!]*|\*\/$/g, '')
    .replace(/^[^\S\n]*\*? ?/gm, '')
    .trim();

/** Folders of the packages that modules belong to, each with its modules. */
function packagesOf(root: string, modules: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (folder: string, files: readonly string[]) => found.set(folder, [...(found.get(folder) ?? []), ...files]);
  for (const id of modules) {
    const helper = OWN_HELPER.exec(id)?.groups?.['name'];
    if (helper !== undefined) add(join(root, 'node_modules', helper), []);
    const [path = ''] = id.split('?');
    const folder = IN_PACKAGE.exec(path)?.groups?.['folder'];
    if (folder === undefined || !existsSync(path)) continue;
    add(folder, [path]);
    for (const { groups } of readFileSync(path, 'utf8').matchAll(TAKEN_IN)) {
      const name = groups?.['name'] ?? '';
      const taken = [join(folder, 'node_modules', name), join(root, 'node_modules', name)].find(existsSync);
      if (taken !== undefined) add(taken, []);
    }
  }
  return found;
}

/** The texts that a package's licence asks to be handed on: its files, and what its modules say at their heads. */
function textsOf(root: string, folder: string, modules: readonly string[], author: string): readonly string[] {
  const files = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)(?:[.-]|$)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(OF_ITS_OWN_PARTS, '').trim());
  const comments = modules
    .toSorted()
    .flatMap((file) => readFileSync(file, 'utf8').match(LEGAL_COMMENT) ?? [])
    .map(wordsOf);
  if (files.length > 0) return [...new Set([...files, ...comments])];
  // Published without the text that its own licence wants to be handed on: all of these are MIT, as this program is.
  const permission = readFileSync(join(root, 'LICENSE'), 'utf8').replace(/^[\s\S]*?(?=Permission is hereby)/, '');
  return [`Copyright (c) ${author}`, permission.trim(), ...new Set(comments)];
}

/**
 * The licences of what the extension is bundled from, as these ask for: first a line for each package, `NAME VERSION (LICENCE)`, then
 * the whole text of each.
 * @param modules Addresses of the modules that a bundler took in.
 */
export function thirdPartyNotices(root: string, modules: Iterable<string>): string {
  const parts = [...packagesOf(root, modules)].map(([folder, files]) => {
    const {
      name,
      version,
      license = '',
      author,
    } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
    const line = `${name} ${version} (${license.replace(/^\(|\)$/g, '')})`;
    const by = (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`;
    return { line, text: [line, ...textsOf(root, folder, files, by)].join('\n\n') };
  });
  const sorted = parts.toSorted((one, other) => (one.line < other.line ? -1 : 1));
  const lines = [...new Set(sorted.map(({ line }) => line))].join('\n');
  return `${[lines, ...sorted.map(({ text }) => text)].join(`\n\n${rule}\n\n`)}\n`;
}
