import { existsSync } from 'node:fs';
import { firstProgram, inHome, versionOf } from './programs.ts';

/** A Chromium on this machine. */
export interface Chromium {
  readonly path: string;
  /** Google Chrome itself: it takes no unpacked extension from the command line (since version 137). */
  readonly branded: boolean;
}

const program = (folder: string | undefined, inside: string): string[] => (folder ? [`${folder}\\${inside}`] : []);

/** Chromium proper, and Chrome for Testing where Playwright or Puppeteer have put it. */
const unbranded = (): string[] => [
  '/usr/bin/chromium',
  'chromium',
  'chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...program(process.env['LOCALAPPDATA'], 'Chromium\\Application\\chrome.exe'),
  ...inHome('.cache/ms-playwright', 'chrome-linux/chrome'),
  ...inHome('.cache/puppeteer/chrome', 'chrome-linux64/chrome'),
];

const brandedChrome = (): string[] => [
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...program(process.env['PROGRAMFILES'], 'Google\\Chrome\\Application\\chrome.exe'),
  ...program(process.env['PROGRAMFILES(X86)'], 'Google\\Chrome\\Application\\chrome.exe'),
];

/** Asks the program its brand; on Windows `--version` opens a window instead, so there the path tells. */
function isBranded(path: string): boolean {
  if (process.platform === 'win32') return /\\Google\\Chrome\\/.test(path);
  const version = versionOf(path);
  return version.startsWith('Google Chrome ') && !version.startsWith('Google Chrome for Testing');
}

/**
 * The Chromium to use: the one named by CHROMIUM_PATH, else one that loads unpacked extensions, else Google Chrome.
 * Null when there is none; a CHROMIUM_PATH that names no file counts as none.
 */
export function findChromium(): Chromium | null {
  const named = process.env['CHROMIUM_PATH'];
  const path = named ? firstProgram([named]) : firstProgram([...unbranded(), ...brandedChrome()]);
  return path === null ? null : { path, branded: isBranded(path) };
}

/** Where Debian puts Chromium's languages; the package `chromium` itself brings English alone. */
const debianLocales = '/usr/lib/chromium/locales';

/** True unless this is Debian's Chromium without its package of languages: then extensions speak English there. */
export function speaksChinese(chromium: Chromium | null): boolean {
  if (chromium?.path !== '/usr/bin/chromium' || !existsSync(debianLocales)) return true;
  return existsSync(`${debianLocales}/zh-CN.pak`);
}
