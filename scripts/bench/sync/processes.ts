import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of a second: what Linux tells times in. */
const TICKS = 100;

/** CPU seconds that all processes of the browser with a profile have taken. Needs /proc. */
export const cpuSeconds = (profile: string): number =>
  processesOf(profile).reduce((sum, { pid }) => sum + (cpuOf(pid) ?? 0), 0);

/** Megabytes that the largest process of the extension's own pages and worker holds for itself. Needs /proc. */
export const extensionMegabytes = (profile: string): number =>
  Math.max(
    0,
    ...processesOf(profile)
      .filter(({ command }) => command.includes('--extension-process'))
      .map(({ pid }) => memoryOf(pid) ?? 0),
  );

function processesOf(profile: string): readonly { readonly pid: string; readonly command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => ({ pid, command: read(pid, 'cmdline') ?? '' }))
    .filter(({ command }) => command.includes(profile));
}

function cpuOf(pid: string): number | null {
  const fields = read(pid, 'stat')
    ?.replace(/^.*\) /, '')
    .split(' ');
  return fields === undefined ? null : (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function memoryOf(pid: string): number | null {
  const kilobytes = /RssAnon:\s+(\d+)/.exec(read(pid, 'status') ?? '')?.[1];
  return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
}

/** What the system tells of a process; null where it ended meanwhile. */
function read(pid: string, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
