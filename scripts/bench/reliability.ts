import { launchChromium } from '../browsers/chromium.ts';
import { weighCopy } from './reliability/copy-cost.ts';
import { fillTheDisk, mountSmallDisk } from './reliability/full-disk.ts';
import { killRows } from './reliability/kill-rows.ts';
import { stopInside } from './reliability/stops.ts';
import { withPortal } from './reliability/with-portal.ts';
import { type Row, sized } from './rows/row.ts';
import { runRows } from './rows/run-rows.ts';

/* npm run bench:reliability [-- --only ID,ID] [--scale SHARE] [--built]: what is lost, measured by breaking things. */

const head = `# Reliability

\`npm run bench:reliability\` writes this; \`-- --only stops,full-disk --scale 0.1\` runs some rows at part of their size. The built extension in
real Chromium, pages of the sample portal. Workers are ended by closing their target, browsers by SIGKILL to all of their processes,
disks are filled in a small file system in memory, which needs root. Outcomes count, not times.
`;

const stops: Row = {
  id: 'stops',
  what: '1,000 keeps, by key and by popup, the worker stopped at a random moment inside each',
  bar: 'each kept once, or its reader told; none silent, none twice',
  run: (setting) =>
    withPortal(setting, async (options) => {
      const session = await launchChromium({
        ...options,
        headless: true,
        resolverRules: options.portal.resolverRules,
      });
      try {
        const found = await stopInside({ session, portal: options.portal }, sized(1000, setting.scale), Math.random);
        const { keeps, kept, takenUp, keptUntold, told, silent, twice } = found;
        return {
          text: `${keeps} keeps: ${kept} kept and told (${takenUp} of them by the next worker), ${told} not kept and told, ${keptUntold} kept and not told, ${silent} silent, ${twice} twice`,
          met: silent === 0 && twice === 0,
        };
      } finally {
        await session.close();
      }
    }),
};

/** Bytes left when the disk is filled: below the reserve, around it, above it. */
const leavings = [300_000, 4_000_000, 15_000_000, 40_000_000] as const;

const fullDisk: Row = {
  id: 'full-disk',
  what: 'the disk full 20 times, while keeps run, the browser killed, the disk freed, started again',
  bar: 'nothing acknowledged is lost, announced; the message names the disk',
  run: (setting) =>
    withPortal(setting, async (options) => {
      const runs = sized(20, setting.scale);
      const sum = { acknowledged: 0, lost: 0, deleted: 0, ended: 0 };
      const said: Record<string, number> = {};
      for (let run = 0; run < runs; run += 1) {
        const disk = mountSmallDisk();
        if (disk === null) throw new Error('skipped: a small file system can be mounted by root alone');
        try {
          const found = await fillTheDisk(options, disk.folder, leavings[run % leavings.length] ?? 0, Math.random);
          sum.acknowledged += found.acknowledged;
          sum.lost += found.lost;
          sum.deleted += found.deleted ? 1 : 0;
          sum.ended += found.ended ? 1 : 0;
          for (const [word, times] of Object.entries(found.said)) said[word] = (said[word] ?? 0) + times;
        } finally {
          disk.unmount();
        }
      }
      const words = Object.entries(said).map(([word, times]) => `${word} ${times}`);
      return {
        text: `${runs} runs (in ${sum.ended} the browser itself ended), ${sum.lost} of ${sum.acknowledged} acknowledged essays lost; rebuilt from the second copy ${sum.deleted} times; refusals: ${words.join(', ')}`,
        met: sum.lost === 0 && said['no answer'] === undefined,
      };
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

await runRows('reliability', head, [stops, ...killRows, fullDisk, copyCost]);
