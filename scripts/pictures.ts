// npm run pictures
// Takes the pictures of the stores and of the README from the built extension, over the sample portal, in three languages.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { servePortal } from '../tests/corpus/portal/server.ts';
import { launchChromium } from './browsers/chromium.ts';
import { buildExtension, root } from './build.ts';
import { animatedWebp } from './pictures/animated-webp.ts';
import { composePromo, composeScene, promoSize, toWebp } from './pictures/compose.ts';
import { type Scenes, sceneSize, takeScenes } from './pictures/scenes.ts';
import { setUp } from './setup/set-up.ts';

/** Languages of the browser, with the file of the interface's texts for each, and what the small picture says in it. */
const languages = {
  en: { texts: 'en', promo: 'The essays of old portals: recognised, kept, found, cited' },
  'zh-CN': { texts: 'zh_CN', promo: '党校网站上的旧文章：识别、收存、检索、引用' },
  'zh-TW': { texts: 'zh_TW', promo: '黨校網站上的舊文章：辨識、收存、搜尋、引用' },
} as const;
type Language = keyof typeof languages;

/** The moving picture in the README: its steps with their captions, and how long each stands, in milliseconds. */
const steps = [
  { scene: 'page', caption: '1  Open an essay, live or in a web archive', milliseconds: 2200 },
  { scene: 'recognised', caption: '2  It is recognised: title, author, date, source', milliseconds: 2600 },
  { scene: 'kept', caption: '3  Keep it with one press', milliseconds: 2000 },
  { scene: 'reader', caption: '4  Read the essay without its page', milliseconds: 2600 },
  { scene: 'selected', caption: '5  Mark it, note it, copy it with its citation', milliseconds: 2600 },
  { scene: 'citation', caption: '6  Cite it: GB/T 7714, BibTeX, RIS, CSL-JSON', milliseconds: 3000 },
] as const satisfies readonly { scene: keyof Scenes; caption: string; milliseconds: number }[];

/** Height of the caption under a scene, in pixels, and width and quality of the moving picture. */
const moving = { caption: 64, width: 960, quality: 0.72 } as const;

function write(path: string, bytes: Uint8Array): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  console.log(`${path}  ${(bytes.length / 1000).toFixed(0)} kB`);
}

const nameIn = (language: Language): string =>
  JSON.parse(readFileSync(join(root, `assets/locales/${languages[language].texts}.json`), 'utf8')).extensionName;

async function storePictures(page: Page, language: Language, scenes: Scenes): Promise<void> {
  const folder = `docs/store/pictures/${language}`;
  await page.setViewportSize(sceneSize);
  const pictures = {
    '1-page': 'recognised',
    '2-library': 'library',
    '3-reader': 'selected',
    '4-search': 'search',
    '5-citation': 'citation',
  } as const;
  for (const [name, scene] of Object.entries(pictures))
    write(`${folder}/${name}.png`, await composeScene(page, scenes[scene], '', language));
  await page.setViewportSize(promoSize);
  const icon = readFileSync(join(root, 'assets/icon.svg'), 'base64');
  write(
    `${folder}/promo.png`,
    await composePromo(page, { name: nameIn(language), words: languages[language].promo, icon }, language),
  );
}

async function movingPicture(page: Page, scenes: Scenes): Promise<void> {
  const size = { width: sceneSize.width, height: sceneSize.height + moving.caption };
  await page.setViewportSize(size);
  const frames = [];
  for (const { scene, caption, milliseconds } of steps) {
    const png = await composeScene(page, scenes[scene], caption, 'en');
    frames.push({ webp: await toWebp(page, png, moving.width, moving.quality), milliseconds });
  }
  const height = Math.round((size.height * moving.width) / size.width);
  write('docs/images/main-job.webp', animatedWebp(moving.width, height, frames));
}

const machine = setUp(['chromium', 'font', 'language']);
const { chromium } = machine;
if (chromium === null || chromium.branded) throw new Error(machine.missing.map(({ advice }) => advice).join('\n'));
const extension = process.argv.includes('--built') ? join(root, '.output', 'chrome-mv3') : buildExtension('chrome');
for (const language of Object.keys(languages) as Language[]) {
  const portal = await servePortal();
  const { resolverRules } = portal;
  const session = await launchChromium({
    executable: chromium.path,
    extension,
    resolverRules,
    headless: true,
    language,
    viewport: sceneSize,
  });
  try {
    const scenes = await takeScenes(session);
    const page = await session.context.newPage();
    await storePictures(page, language, scenes);
    if (language === 'en') await movingPicture(page, scenes);
  } finally {
    await session.close();
    await portal.close();
  }
}
