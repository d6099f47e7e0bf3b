import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { root } from '../../../scripts/build.ts';

/** How a page is looked at. */
export interface Look {
  readonly language: string;
  readonly scheme: 'light' | 'dark';
}

/** Size of the popup as Chromium shows it. */
export const popupSize = { width: 380, height: 600 } as const;

/**
 * Writes a picture into the git-ignored folder: `.screenshots/LANGUAGE/SCHEME/NAME.png`. Only `npm run looks` asks for them:
 * a picture asserts nothing, and hundreds of them take their time.
 */
export async function takePicture(page: Page, { language, scheme }: Look, name: string): Promise<void> {
  if (process.env['WENCUN_PICTURES'] === undefined) return;
  const folder = join(root, '.screenshots', language, scheme);
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** Brings transitions and animations that have an end to it: half-way, colours are those of neither state. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  });

const accessible: axe.RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };

/** The rules that ask for colours: the others say the same of a page in either theme. */
const legible: axe.RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/**
 * What axe finds wrong on a page, a line each: the rule, and the first element that breaks it. A document is given axe once,
 * however often it is asked; frames hold pages of others, whose markup is not judged.
 */
export async function faultsOf(page: Page, scheme: Look['scheme'] = 'light'): Promise<string[]> {
  await settle(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (options) => (window as typeof window & { axe: typeof axe }).axe.run(document, options),
    { ...(scheme === 'light' ? accessible : legible), resultTypes: ['violations'], iframes: false } as axe.RunOptions,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes[0]?.failureSummary})`);
}

/** A picture and axe's word on a dialog, or a page, in both themes. */
export async function look(page: Page, name: string, language = 'zh-CN'): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await takePicture(page, { language, scheme }, name);
    expect(await faultsOf(page, scheme), `${name}, ${scheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
