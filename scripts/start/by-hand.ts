import type { Machine } from '../setup/set-up.ts';

/** How to load the built extension by hand, where no browser takes it from the command line. */
export function loadByHand(machine: Machine, chromeFolder: string, firefoxFolder: string): string {
  const why = machine.chromium?.branded
    ? `${machine.chromium.path} is Google Chrome, which takes no extension from the command line.`
    : machine.missing.map(({ advice }) => advice).join('\n');
  return `${why}

The extension is built. To load it:
  1. Open chrome://extensions and turn on "Developer mode".
  2. Click "Load unpacked".
  3. Choose the folder ${chromeFolder}

In Firefox: open about:debugging#/runtime/this-firefox, click "Load Temporary Add-on…", and choose
  ${firefoxFolder}/manifest.json`;
}
