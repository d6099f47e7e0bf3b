import { type Row, sized } from '../rows/row.ts';
import { importAct, mergeAct, restoreAct, upgradeAct } from './kill-acts.ts';
import { type KilledAct, killDuring } from './kill-during.ts';
import { killInKeeps } from './kills.ts';
import { withPortal } from './with-portal.ts';

const kills: Row = {
  id: 'kills',
  what: 'the browser killed (SIGKILL) 50 times in the midst of a keep, by popup, key and menu in turns',
  bar: 'opens; nothing acknowledged is lost; the keep is kept or its reader told',
  times: 50,
  count: (portion) =>
    withPortal(portion, async (options) => {
      const { cutOff, ...counts } = await killInKeeps(options, portion.times, Math.random, portion.from);
      return { ...counts, ...cutOff };
    }),
  tell: ({ kills: times = 0, opened = 0, lost = 0, acknowledged = 0, kept = 0, told = 0, silent = 0 }) => ({
    text: `${times} kills, opened ${opened} times, ${lost} of ${acknowledged} acknowledged essays lost; of the keeps that were cut off ${kept} kept, ${told} not kept and told, ${silent} silent`,
    met: lost === 0 && silent === 0 && opened === times,
  }),
};

const BAR = 'opens; nothing acknowledged is lost; search equals brute force';

/** The browser killed `times` times in the midst of something that is made for a scale. */
const killRow = (id: string, times: number, during: string, makeAct: (scale: number) => KilledAct): Row => ({
  id: `kills-${id}`,
  what: `the browser killed (SIGKILL) ${times} times in ${during}`,
  bar: BAR,
  times,
  count: (portion) =>
    withPortal(portion, async ({ executable, extension, portal }) => {
      const options = { executable, extension, resolverRules: portal.resolverRules };
      return { ...(await killDuring(options, makeAct(portion.scale), portion.times, Math.random)) };
    }),
  tell: ({ kills: done = 0, opened = 0, lost = 0, acknowledged = 0, searches = 0, unequal = 0 }) => ({
    text: `${done} kills, opened ${opened} times, ${lost} of ${acknowledged} essays lost, ${searches - unequal} of ${searches} searches equal`,
    met: lost === 0 && opened === done && unequal === 0,
  }),
});

/** Kills in all that takes long, each row at part of its size and of its times. */
export const killRows: readonly Row[] = [
  kills,
  killRow('import', 50, 'the import of a crawl of 2,000 records', (scale) => importAct(sized(2000, scale))),
  killRow('merge', 50, 'the making of the index of 10,000 essays and the merging of its segments', (scale) =>
    mergeAct(sized(10_000, scale)),
  ),
  killRow('restore', 50, 'restores of 3,000 essays, merged and put in the place of what is there', (scale) =>
    restoreAct(sized(3000, scale)),
  ),
  killRow('upgrade', 50, 'upgrades of 7,500 essays from the first version', (scale) => upgradeAct(sized(1500, scale))),
];
