import { expect, it } from 'vitest';
import { hitCounter, hitCounterAt, hitNumberAt } from '../../../lib/lines/hit-counter.ts';

/** What is read at the text's start, with the number; the counter anywhere in it; and a number behind a label. */
function readingOf(text: string): string {
  const counter = hitCounterAt().exec(text);
  const number = hitNumberAt().exec(text);
  const groups = counter?.groups;
  return JSON.stringify([
    counter && [counter[0], groups?.['number'] ?? groups?.['late'] ?? groups?.['heads'] ?? null],
    hitCounter.exec(text)?.[0] ?? null,
    number && [number[0], number.groups?.['number'] ?? null],
  ]);
}

it.each([
  ['有3位看过', '[["有3位看过","3"],null,["",null]]'],
  ['本信息共浏览：次', '[["本信息共浏览：次",null],"本信息共浏览：",["",null]]'],
  ['点击数：[155]', '[["点击数：[155]","155"],"点击数：",["",null]]'],
  ['【浏览：', '[null,"浏览：",["",null]]'],
  ['', '[null,null,["",null]]'],
  ['\n', '[null,null,["\\n",null]]'],
])('%j → %s', (text, reading) => {
  expect(readingOf(text)).toBe(reading);
});
