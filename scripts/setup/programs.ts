import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** The first of the candidates that exists: an absolute path as it stands, a bare name wherever the PATH has it. */
export function firstProgram(candidates: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const paths = candidates.flatMap((name) =>
    /[/\\]/.test(name) ? [name] : folders.map((folder) => join(folder, name)),
  );
  return paths.find(isFile) ?? null;
}

/** What `PROGRAM --version` prints, or '' when it does not run. */
export function versionOf(program: string): string {
  return spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout ?? '';
}

/** Paths under the home folder whose second part varies: `inHome('.cache/puppeteer/chrome', 'chrome-linux64/chrome')`. */
export function inHome(folder: string, inside: string): string[] {
  const parent = join(homedir(), folder);
  if (!existsSync(parent)) return [];
  return readdirSync(parent).map((version) => join(parent, version, inside));
}
