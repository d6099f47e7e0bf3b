import { type Row, sized } from '../rows/row.ts';
import { importAct, mergeAct, restoreAct, upgradeAct } from './kill-acts.ts';
import { type KilledAct, killDuring } from './kill-during.ts';
import { killInKeeps } from './kills.ts';
import { withPortal } from './with-portal.ts';

const kills: Row = {
  id: 'kills',
  what: 'the browser killed (SIGKILL) 50 times while pages are kept',
  bar: 'opens; nothing acknowledged is lost',
  run: (setting) =>
    withPortal(setting, async (options) => {
      const found = await killInKeeps(options, sized(50, setting.scale), Math.random);
      const { kept, told, silent } = found.cutOff;
      return {
        text: `${found.kills} kills, opened ${found.opened} times, ${found.lost} of ${found.acknowledged} acknowledged essays lost; of the keeps that were cut off ${kept} kept by the next start, ${told} told, ${silent} silent`,
        met: found.lost === 0 && found.opened === found.kills,
      };
    }),
};

const BAR = 'opens; nothing acknowledged is lost; search equals brute force';

/** The browser killed `count` times in the midst of something that is made for a scale. */
const killRow = (id: string, count: number, during: string, makeAct: (scale: number) => KilledAct): Row => ({
  id: `kills-${id}`,
  what: `the browser killed (SIGKILL) ${count} times in ${during}`,
  bar: BAR,
  run: (setting) =>
    withPortal(setting, async ({ executable, extension, portal }) => {
      const options = { executable, extension, resolverRules: portal.resolverRules };
      const found = await killDuring(options, makeAct(setting.scale), sized(count, setting.scale), Math.random);
      const { kills: times, opened, lost, acknowledged, searches, unequal } = found;
      return {
        text: `${times} kills, opened ${opened} times, ${lost} of ${acknowledged} essays lost, ${searches - unequal} of ${searches} searches equal`,
        met: lost === 0 && opened === times && unequal === 0,
      };
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
