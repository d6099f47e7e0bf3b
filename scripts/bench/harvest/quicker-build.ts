import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { politely } from '../../../lib/queue-plan/answer.ts';
import { archiveLimits } from '../../../lib/queue-plan/pace.ts';

/** The limits as the built scripts have them, whatever way the bundler writes numbers: `gap:3e3,pause:6e4,shutOut:36e5`. */
const written = /\bgap:([\de]+),pause:([\de]+),shutOut:([\de]+)/g;
/** A queue's own rests between two requests, and after a refusal. */
const rests = /\brest:\[(\d+),(\d+)\],backOff:([\de]+)/g;

/**
 * Copies a built extension into an empty folder, in which rests between requests, and after refusals, last the `times`th part, so that a large
 * harvest is over in minutes; all else is as it was built. Throws where the build does not have the archives' limits as they are.
 */
export function copyQuicker(extension: string, folder: string, times: number): void {
  cpSync(extension, folder, { recursive: true });
  const { gap, pause, shutOut } = archiveLimits;
  let found = 0;
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.js')) continue;
    const file = join(folder, path);
    const script = readFileSync(file, 'utf8');
    const quicker = script.replace(written, (whole, ...limits: readonly string[]) => {
      if (![gap, pause, shutOut].every((limit, at) => Number(limits[at]) === limit)) return whole;
      found += 1;
      return `gap:${gap / times},pause:${pause / times},shutOut:${shutOut / times}`;
    });
    const all = quicker.replace(rests, (whole, ...told: readonly string[]) => {
      if (![...politely.rest, politely.backOff].every((rest, at) => Number(told[at]) === rest)) return whole;
      const [least, most] = politely.rest;
      return `rest:[${least / times},${most / times}],backOff:${politely.backOff / times}`;
    });
    if (all !== script) writeFileSync(file, all);
  }
  if (found === 0) throw new Error('The build has not the archives’ limits as they are: build it anew.');
}
