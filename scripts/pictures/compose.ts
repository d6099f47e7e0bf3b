import type { Page } from 'playwright-core';
import type { Scene } from './scenes.ts';

/** Size of the small picture that stands for the program in the stores, in pixels. */
export const promoSize = { width: 440, height: 280 } as const;

const source = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Width of the popup, in pixels; its still shows some of the frame beside it. */
const POPUP = 380;

/** How much of the popup's right edge the browser leaves free, in pixels of the window. */
const EDGE = 24;

/** A window with the popup over it, as the browser shows it, and a caption under it where there is one. */
const sceneHtml = ({ window, popup }: Scene, caption: string): string => `<style>
  body { display: grid; grid-template-rows: 1fr auto; height: 100vh; margin: 0; background: #f3eee3; font: 500 26px sans-serif; }
  main { position: relative; overflow: hidden; }
  main > img { display: block; width: 100%; }
  .popup { position: absolute; top: 0; right: ${EDGE}px; width: ${POPUP}px; overflow: hidden; border-radius: 0 0 12px 12px;
    box-shadow: 0 12px 40px #0006; }
  .popup img { display: block; }
  p { margin: 0; padding: 16px 28px; background: #9c2b23; color: #fff; }
</style>
<main><img src="${source(window)}">${popup === undefined ? '' : `<div class="popup"><img src="${source(popup)}"></div>`}</main>
${caption === '' ? '' : `<p>${escaped(caption)}</p>`}`;

/** What the small picture says. */
export interface Promo {
  readonly name: string;
  readonly words: string;
  readonly icon: string;
}

const promoHtml = ({ name, words, icon }: Promo): string => `<style>
  body { display: grid; place-content: center; justify-items: center; gap: 14px; height: 100vh; margin: 0; padding: 0 36px;
    background: #faf6ee; color: #231f1a; font-family: sans-serif; text-align: center; text-wrap: balance; box-sizing: border-box; }
  h1 { margin: 0; font: 700 34px/1.2 serif; }
  p { margin: 0; color: #5c5348; font-size: 17px; line-height: 1.5; }
</style>
<img width="84" height="84" src="data:image/svg+xml;base64,${icon}"><h1>${escaped(name)}</h1><p>${escaped(words)}</p>`;

async function shoot(page: Page, html: string, language: string): Promise<Buffer> {
  await page.setContent(`<!doctype html><html lang="${language}"><meta charset="utf-8">${html}`);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  return page.screenshot();
}

/** A PNG of a scene in the page's size, with a caption or '' under it. */
export const composeScene = (page: Page, scene: Scene, caption: string, language: string): Promise<Buffer> =>
  shoot(page, sceneHtml(scene, caption), language);

/** The small PNG of the stores. */
export const composePromo = (page: Page, promo: Promo, language: string): Promise<Buffer> =>
  shoot(page, promoHtml(promo), language);

/** A PNG as WebP of a width in pixels; quality from 0 to 1. */
export async function toWebp(page: Page, png: Buffer, width: number, quality: number): Promise<Uint8Array> {
  const address = await page.evaluate(
    async (from) => {
      const image = new Image();
      image.src = from.source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = from.width;
      canvas.height = Math.round((image.naturalHeight * from.width) / image.naturalWidth);
      const context = canvas.getContext('2d', { alpha: false });
      if (context === null) throw new Error('This browser draws nothing.');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/webp', from.quality);
    },
    { source: source(png), width, quality },
  );
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
