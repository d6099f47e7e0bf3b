import { launchChromium } from '../browsers/chromium.ts';
import { weighCopy } from './reliability/copy-cost.ts';
import { firefoxStops } from './reliability/firefox-stops.ts';
import { freeze } from './reliability/freezing.ts';
import { fillTheDisk, mountSmallDisk } from './reliability/full-disk.ts';
import { killRows } from './reliability/kill-rows.ts';
import { stopInside } from './reliability/stops.ts';
import { withPortal } from './reliability/with-portal.ts';
import { added, type Counts, type Row, sized } from './rows/row.ts';
import { runRows } from './rows/run-rows.ts';

/* npm run bench:reliability [-- --only ID,ID] [--scale SHARE] [--built]: what is lost, measured by breaking things. */

const head = `# Reliability

\`npm run bench:reliability\` writes this; \`-- --only stops,full-disk --scale 0.1\` runs some rows at part of their size. The built extension in
real Chromium, where no other is named, pages of the sample portal. Workers are ended by closing their target, Firefox’s background by its own call, browsers by SIGKILL to all of their processes,
disks are filled in a small file system in memory, which needs root. Outcomes count, not times. The sizes in the first column are
the full ones; the last column tells what part of them was run: \`-- --only stops --count 100\` runs 100 more, at full size, and adds them
to those before.

What other commands measure: \`npm run walks\` 2,000 walks of 50 steps equal to a simple model (400 with seed 427929075, 1,600 with
428275549; 2026-11-26). \`npm run package\` the zips for Chrome, Edge and Firefox and of the sources are the same from two
paths. 258 hostile bodies and 40 hostile fields, in unit tests and in both browsers: none runs, nothing is asked for. 58 kinds of
damage and 115 rarer ones: \`tests/unit/integrity/{damage,rarer-damage}.test.ts\`. Forged origins, 39 ways: \`tests/unit/archive/forged.test.ts\`.

Of the full disks, every second four take the database away afterwards, as Chromium does by itself with one that is torn:
docs/decisions.md, *After a full disk, files go to a place whose logs are new*.
`;

const stops: Row = {
  id: 'stops',
  what: '1,000 keeps, by key and by popup, the worker stopped at a random moment inside each',
  bar: 'each kept once, or its reader told; none silent, none twice',
  times: 1000,
  count: (portion) =>
    withPortal(portion, async (options) => {
      const { resolverRules } = options.portal;
      const session = await launchChromium({ ...options, headless: true, resolverRules });
      try {
        const stage = { session, portal: options.portal };
        return { ...(await stopInside(stage, portion.times, Math.random, portion.from)) };
      } finally {
        await session.close();
      }
    }),
  tell: ({ keeps = 0, kept = 0, takenUp = 0, keptUntold = 0, told = 0, silent = 0, twice = 0 }) => ({
    text: `${keeps} keeps: ${kept} kept and told (${takenUp} of them by the next worker), ${told} not kept and told, ${keptUntold} kept and not told, ${silent} silent, ${twice} twice`,
    met: silent === 0 && twice === 0,
  }),
};

/** Bytes left when the disk is filled: below the reserve, around it, above it. */
const leavings = [300_000, 4_000_000, 15_000_000, 40_000_000] as const;

const SAID = 'said ';

const fullDisk: Row = {
  id: 'full-disk',
  what: 'the disk full 20 times, while keeps run, the browser killed, the disk freed, started again',
  bar: 'nothing acknowledged is lost, announced; the message names the disk',
  times: 20,
  count: (portion) =>
    withPortal(portion, async (options) => {
      let sum: Counts = {};
      for (let run = portion.from; run < portion.from + portion.times; run += 1) {
        const disk = mountSmallDisk();
        if (disk === null) throw new Error('skipped: a small file system can be mounted by root alone');
        try {
          const left = leavings[run % leavings.length] ?? 0;
          // In every second round of the leavings.
          const takesDatabase = Math.floor(run / leavings.length) % 2 === 1;
          const found = await fillTheDisk(options, disk.folder, { left, takesDatabase }, Math.random);
          const { said, deleted, ended, ...counts } = found;
          const words = Object.entries(said).map(([word, times]) => [`${SAID}${word}`, times]);
          const one = {
            runs: 1,
            takenAway: takesDatabase ? 1 : 0,
            deleted: deleted ? 1 : 0,
            ended: ended ? 1 : 0,
            ...counts,
          };
          sum = added(sum, { ...one, ...Object.fromEntries(words) });
        } finally {
          disk.unmount();
        }
      }
      return sum;
    }),
  tell: ({ runs = 0, ended = 0, takenAway = 0, lost = 0, acknowledged = 0, deleted = 0, ...rest }) => {
    const words = Object.entries(rest).map(([word, times]) => `${word.slice(SAID.length)} ${times}`);
    return {
      text: `${runs} runs (in ${ended} the browser itself ended, in ${takenAway} the database was taken away afterwards), ${lost} of ${acknowledged} acknowledged essays lost; rebuilt from the second copy ${deleted} times; refusals: ${words.join(', ')}`,
      met: lost === 0 && rest[`${SAID}no answer`] === undefined,
    };
  },
};

/** Milliseconds within which the popup answers, whatever else is read. */
const ANSWERS = 1000;

const freezing: Row = {
  id: 'freezing',
  what: 'pages of 12 kinds that are slow to read, each by import and by a queue, the popup asking all the time',
  bar: 'popup answers within 1 s throughout',
  run: (setting) =>
    withPortal(setting, async (options) => {
      const { resolverRules } = options.portal;
      const session = await launchChromium({ ...options, headless: true, resolverRules });
      try {
        const found = await freeze(session, options.portal);
        const held = found.flatMap(({ kind, imported, queued }) =>
          Math.max(imported, queued) > ANSWERS
            ? [`${kind} ${(imported / 1000).toFixed(1)} s and ${(queued / 1000).toFixed(1)} s`]
            : [],
        );
        return {
          text: `${found.length - held.length} of ${found.length} kinds within it${held.length > 0 ? `; import and queue held it up by: ${held.join(', ')}` : ''}`,
          met: held.length === 0,
        };
      } finally {
        await session.close();
      }
    }),
};

const copyCost: Row = {
  id: 'copy-cost',
  what: 'the second copy of 300 essays: bytes, and milliseconds beside the transaction of a keep',
  bar: '≤ 1.3 × the originals’ bytes, ≤ 5 ms (p50)',
  run: (setting) =>
    withPortal(setting, async (options) => {
      const { keeps, served, stored, copy, beside } = await weighCopy(options, sized(300, setting.scale));
      const kB = (bytes: number): string => `${(bytes / keeps / 1000).toFixed(1)} kB`;
      return {
        text: `${keeps} keeps: originals ${kB(served)} as served and ${kB(stored)} packed, copy ${kB(copy)}: ${(copy / served).toFixed(2)} × and ${(copy / stored).toFixed(2)} ×; the clip’s file ${beside.toFixed(1)} ms`,
        met: copy <= 1.3 * served && beside <= 5,
      };
    }),
};

await runRows('reliability', head, [stops, firefoxStops, ...killRows, fullDisk, freezing, copyCost]);
