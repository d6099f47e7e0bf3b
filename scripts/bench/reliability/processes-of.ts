import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes of a browser that was started with a profile: those whose command line names its folder, on Linux. */
export function processesOf(profile: string): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(profile) ? [Number(name)] : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

/** Ends a browser as a crash of the computer's would: all of its processes at once, without a word. */
export function killBrowser(profile: string): void {
  for (const id of processesOf(profile)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It has ended meanwhile.
    }
  }
}
