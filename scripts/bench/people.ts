// npm run bench:people [-- --only newcomer,student] [--built]
// Walks of four people through the program, counted: docs/benchmarks/people.md.
import { launchChromium } from '../browsers/chromium.ts';
import { keyboardOnly, librarian, newcomer, student, type Walked } from './people/walks.ts';
import { withPortal } from './reliability/with-portal.ts';
import { type Row, type Setting, seconds } from './rows/row.ts';
import { runRows } from './rows/run-rows.ts';

const head = `# Walks of four people

\`npm run bench:people\` writes this: the built extension in real Chromium over the sample portal, each person in a profile of its own but
for the ones named. Clicks and presses of keys are counted, words that are typed as one. Times are a script's, without thinking, on a shared
machine: counts are what matters. *Before* is version 0.1 as it was walked on 2026-11-26.
`;

type Walk = (session: Awaited<ReturnType<typeof launchChromium>>) => Promise<Walked>;

/** Walks in one profile, the ones before only for what they leave there. */
const walk =
  (...walks: readonly [...Walk[], Walk]) =>
  (setting: Setting) =>
    withPortal(setting, async ({ portal, executable, extension }) => {
      const { resolverRules } = portal;
      const session = await launchChromium({ executable, extension, resolverRules, headless: true });
      try {
        await session.context.grantPermissions(['clipboard-read', 'clipboard-write']);
        const last = walks.at(-1);
        for (const one of walks.slice(0, -1)) await one(session);
        const started = performance.now();
        const walked = await last?.(session);
        const took = seconds((performance.now() - started) / 1000);
        return { text: `${walked?.text}; ${took}`, met: walked?.arrived ?? false };
      } finally {
        await session.close();
      }
    });

const rows: readonly Row[] = [
  {
    id: 'newcomer',
    what: 'Newcomer: from the page that greets to the first citation. Before: nothing greeted; an empty library with one sentence and no button',
    bar: 'arrives, in at most 5 clicks',
    run: walk(newcomer),
  },
  {
    id: 'librarian',
    what: 'Librarian: thirty saved pages in, those of one author found, their references copied. Before: 作者：顾 found nothing',
    bar: 'five references',
    run: walk(librarian),
  },
  {
    id: 'student',
    what: 'Student (after the librarian): reads the fourth of those found, copies a passage with its citation, comes back. Before: back at a bare library, place and search lost; no copy with citation',
    bar: 'search, row and focus as they were',
    run: walk(librarian, student),
  },
  {
    id: 'keyboard',
    what: 'Keyboard only (after the librarian): stops of Tab. Before: 66 to the first row, 3 a row',
    bar: 'at most 8 stops to the first row',
    run: walk(librarian, keyboardOnly),
  },
];

await runRows('people', head, rows);
