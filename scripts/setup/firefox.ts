import { firstProgram } from './programs.ts';

/** The Firefox to use: the one named by FIREFOX_PATH, else one in its usual places; null when there is none. */
export function findFirefox(): string | null {
  const named = process.env['FIREFOX_PATH'];
  if (named) return firstProgram([named]);
  const windows = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)']].flatMap((folder) =>
    folder ? [`${folder}\\Mozilla Firefox\\firefox.exe`] : [],
  );
  return firstProgram([
    '/usr/bin/firefox-esr',
    'firefox-esr',
    'firefox',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...windows,
  ]);
}
