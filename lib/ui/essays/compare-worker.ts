import { compareTexts } from '../../essay/compare-texts.ts';
import type { TextPair } from './compare-aside.ts';

/* Compares two texts for the page that started it, once. */
addEventListener('message', ({ data: [older, newer] }: MessageEvent<TextPair>) =>
  postMessage(compareTexts(older, newer)),
);
