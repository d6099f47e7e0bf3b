import fc from 'fast-check';
import { proseEssays } from '../../../tests/corpus/pages/essays.ts';

/** A page of no known make: paragraphs of prose somewhere in nested layout, nothing else. */
export interface Soup {
  readonly html: string;
  readonly paragraphs: readonly string[];
}

const wrapsOf = (html: string): readonly string[] => [
  `<div>${html}</div>`,
  `<center>${html}</center>`,
  `<font size="3">${html}</font>`,
  `<table><tr><td>${html}</td></tr></table>`,
  `<table><tr><td width="20"></td><td>${html}</td></tr></table>`,
  `<blockquote>${html}</blockquote>`,
  `<form>${html}</form>`,
  `<span>${html}</span>`,
  `<unknown-element>${html}</unknown-element>`,
  `<section><article>${html}</article></section>`,
];

const marks = [
  (text: string) => `<p>${text}</p>`,
  (text: string) => `<div>　　${text}</div>`,
  (text: string) => `　　${text}<br>`,
  (text: string) => `　　${text}<br><br>`,
  (text: string) => `<p><font>　　${text}</font>`,
  (text: string) => `<li>${text}</li>`,
] as const;

/** Pages of three to nine paragraphs marked up alike, in up to twelve layers of layout. */
export const soups: fc.Arbitrary<Soup> = fc
  .record({
    first: fc.nat(proseEssays.length - 1),
    count: fc.integer({ min: 3, max: 9 }),
    mark: fc.constantFrom(...marks),
    layers: fc.array(fc.nat(9), { maxLength: 12 }),
    title: fc.boolean(),
  })
  .map(({ first, count, mark, layers, title }) => {
    const all = [...proseEssays.slice(first), ...proseEssays].flatMap(({ paragraphs }) => paragraphs);
    const paragraphs = all.slice(0, count);
    const body = layers.reduce((html, layer) => wrapsOf(html)[layer] ?? html, paragraphs.map(mark).join('\n'));
    return { html: `<html><head>${title ? '<title>页面</title>' : ''}</head><body>${body}</body></html>`, paragraphs };
  });
