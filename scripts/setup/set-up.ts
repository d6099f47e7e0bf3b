import { canInstall, installPackages } from './apt.ts';
import { type Chromium, findChromium, speaksChinese } from './chromium.ts';
import { findFirefox } from './firefox.ts';
import { hasChineseFont } from './fonts.ts';

/** What a script may need of the machine besides Node. */
export type Need = 'chromium' | 'firefox' | 'font' | 'language';

/** What is there after set-up, and a sentence for each need that could not be met. */
export interface Machine {
  readonly chromium: Chromium | null;
  readonly firefox: string | null;
  readonly missing: readonly { readonly need: Need; readonly advice: string }[];
}

const debianPackage: Record<Need, string> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  font: 'fonts-wqy-microhei',
  language: 'chromium-l10n',
};

const advice: Record<Need, string> = {
  chromium:
    'No Chromium that loads unpacked extensions was found. Install one (Debian, Ubuntu: "sudo apt-get install chromium"; ' +
    'macOS: "brew install --cask chromium"; elsewhere: Chromium or Chrome for Testing) or name it in CHROMIUM_PATH.',
  firefox:
    'No Firefox was found. Install one (Debian: "sudo apt-get install firefox-esr"; macOS: "brew install --cask firefox"; ' +
    'elsewhere: www.firefox.com) or name it in FIREFOX_PATH.',
  font:
    'No Chinese font was found, so Chinese text shows as empty boxes. Install one ' +
    '(Debian, Ubuntu: "sudo apt-get install fonts-wqy-microhei fontconfig").',
  language:
    'This Chromium speaks English only, and so will the extension in it. Install its languages ' +
    '(Debian: "sudo apt-get install chromium-l10n").',
};

function isMet(need: Need): boolean {
  if (need === 'font') return hasChineseFont();
  if (need === 'language') return speaksChinese(findChromium());
  if (need === 'firefox') return findFirefox() !== null;
  return findChromium()?.branded === false;
}

/** True for a browser that a variable names: no other one would be used, so there is nothing to install. */
const isNamed = (need: Need): boolean =>
  (need === 'chromium' && Boolean(process.env['CHROMIUM_PATH'])) ||
  (need === 'firefox' && Boolean(process.env['FIREFOX_PATH']));

/**
 * Finds what is needed, and installs what is missing where apt-get and root allow it; elsewhere says what to install.
 * Touches the network only when something is missing.
 */
export function setUp(needs: readonly Need[]): Machine {
  const wanted = needs.filter((need) => !isMet(need));
  const installable = wanted.filter((need) => !isNamed(need));
  if (installable.length > 0 && canInstall()) {
    const packages = installable.map((need) => debianPackage[need]);
    console.error(`wencun: installing ${packages.join(', ')} by apt-get …`);
    installPackages(installable.includes('font') ? [...packages, 'fontconfig'] : packages);
  }
  const missing = wanted.filter((need) => !isMet(need)).map((need) => ({ need, advice: advice[need] }));
  return { chromium: findChromium(), firefox: findFirefox(), missing };
}
