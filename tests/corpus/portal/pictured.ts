import { readFileSync } from 'node:fs';
import type { SampleEssay } from './essays.ts';
import { rainfallGif, terracesPng } from './images.ts';

/** An essay with three images, of which the site has lost the third. A paragraph `![words](address)` is an image. */
export const picturedEssay: SampleEssay = {
  id: '1120',
  site: 'nbdx',
  title: '岭头村梯田调查',
  authors: '顾青禾',
  date: '2006/09/18',
  unit: '经济学教研部',
  source: '',
  hits: '274',
  hitsBy: 'page',
  column: ['学术专栏', '调查研究'],
  paragraphs: readFileSync(new URL('./pictured/nbdx-1120.txt', import.meta.url), 'utf8')
    .trim()
    .split(/\n{2,}/),
};

/** The addresses of its images, in order. */
export const pictureAddresses = ['terraces.png', 'rain.gif', 'canal-map.jpg'].map(
  (file) => `http://www.nbdx.cn/upfile/200609/${file}`,
);

/** The bytes of each image that the site has, by path: of those in the text, and of marks that belong to the page. */
export const pictures: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map([
  ['/upfile/200609/terraces.png', terracesPng()],
  ['/upfile/200609/rain.gif', rainfallGif()],
  ['/images/space.gif', rainfallGif(2, 2)],
]);
