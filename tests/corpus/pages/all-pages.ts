import { composePage } from './compose.ts';
import { keptRecipes } from './design.ts';
import { negatives } from './negatives.ts';
import { specialRecipes } from './specials.ts';
import type { TestPage } from './test-page.ts';

/** Every page of tests/pages. */
export const allPages: readonly TestPage[] = [...[...keptRecipes, ...specialRecipes].map(composePage), ...negatives];

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The files of a page by name. */
export const filesOfPage = (page: TestPage): ReadonlyMap<string, string | Uint8Array> =>
  new Map<string, string | Uint8Array>([
    [page.file, page.bytes],
    ['expected.html', page.html === '' ? '' : `${page.html}\n`],
    ['expected.json', json(page.expected)],
    ['origin.json', json(page.origin)],
  ]);
