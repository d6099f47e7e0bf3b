import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { damages } from '../../scripts/bench/fuzz/damages.ts';
import { soups } from '../../scripts/bench/fuzz/soup.ts';
import { tryPage } from '../../scripts/bench/fuzz/trial.ts';
import { createPageOpener } from '../../scripts/open/page-opener.ts';
import { allPages } from '../corpus/pages/all-pages.ts';
import { openTestPage } from '../support/parse-page.ts';

/** Pages to try: few in every run of the tests; `npm run bench:extract -- --fuzz 5000` sets more. */
const runs = Number(process.env['WENCUN_FUZZ'] ?? 300);
const options = { numRuns: runs, interruptAfterTimeLimit: 600_000 };
const patience = 600_000;
/** A page may take this much of the processor, in milliseconds: a busy machine takes longer, and not more. */
const limit = 2_000;

// jsdom frees a closed window in a later turn of the event loop: without one between pages, thousands of them pile up.
const sources = allPages.map(({ bytes }) => bytes);
/** What no kept essay may hold. */
const unsafe = 'script, style, iframe, form, input, [onerror], [onclick], [style], [href^="javascript:" i]';
/** Opens pages of which nobody asks whether they were changed: this kind of document cannot be. */
const openToRead = createPageOpener();
const essay = '　　山村的路修通以后，最先变化的不是房子，而是老人们的脚步。他们可以走得更远一点了。';

describe('a damaged page', () => {
  it(
    'never throws, never takes over two seconds of the processor, and is never changed',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...sources), damages, async (source, done) => {
          await turn();
          const page = done.reduce((bytes, damage) => damage(bytes), source);
          const { cpu, untouched, html } = tryPage(page, openTestPage);
          expect(cpu).toBeLessThan(limit);
          expect(untouched).toBe(true);
          expect(JSDOM.fragment(html).querySelector(unsafe)).toBeNull();
        }),
        options,
      );
    },
    patience,
  );

  it(
    'of no known make keeps every paragraph',
    async () => {
      await fc.assert(
        fc.asyncProperty(soups, async ({ html, paragraphs }) => {
          await turn();
          const { text } = tryPage(html, openToRead);
          expect(paragraphs.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
        }),
        options,
      );
    },
    patience,
  );
});

describe('an extreme page', () => {
  const nest = (tag: string, depth: number): string =>
    `<body>${`<${tag}>`.repeat(depth)}${essay}${`</${tag}>`.repeat(depth)}</body>`;
  const table = (depth: number): string =>
    `<body>${'<table><tr><td>'.repeat(depth)}${essay}${'</td></tr></table>'.repeat(depth)}</body>`;

  it.each([
    ['elements 5,000 deep', nest('div', 5000)],
    ['inline elements 5,000 deep', nest('font', 5000)],
    ['tables 1,600 deep', table(1600)],
    ['20 MB of text in paragraphs', `<body>${`<p>${essay}</p>`.repeat(170_000)}</body>`],
    ['20 MB of text in one line', `<body><p>${essay.repeat(170_000)}</p></body>`],
    ['100,000 breaks', `<body>${`${essay}<br>`.repeat(3)}${'<br>'.repeat(100_000)}</body>`],
    ['100,000 links', `<body><p>${essay}</p>${'<a href="x.htm">学术</a> '.repeat(100_000)}</body>`],
    ['NULs', `<body>\0<p>\0${essay}\0</p>\0</body>`],
    ['nothing', ''],
    ['no tag', essay],
    ['an attribute of 5 MB', `<body><p title="${'长'.repeat(2_500_000)}">${essay}</p></body>`],
    ['a line of labels', `<body><p>${'作者：来源：发布时间：'.repeat(20_000)}</p><p>${essay}</p></body>`],
    ['a line of blanks', `<body><p>${'\u3000'.repeat(500_000)}x${'&nbsp;'.repeat(500_000)}</p><p>${essay}</p></body>`],
  ])(
    '%s',
    (_, html) => {
      expect(tryPage(html, openToRead).cpu).toBeLessThan(limit);
    },
    patience,
  );

  it('in the wrong charset', () => {
    const utf8AsGbk = new TextEncoder().encode(`<meta charset=gb2312><body><p>${essay}</p></body>`);
    expect(tryPage(utf8AsGbk, openToRead).text).toBe(essay.trim());
    const noise = Uint8Array.from({ length: 60_000 }, (_, at) => (at * 2654435761) >>> 24);
    expect(tryPage(noise, openToRead).cpu).toBeLessThan(limit);
  });
});
