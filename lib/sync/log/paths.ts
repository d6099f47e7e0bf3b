import { isDevice } from '../model/clock.ts';

/** The folder that all of a log stands in. */
export const LOG_FOLDER = 'wencun';
/** The folder beside it that a log for colleagues stands in. */
export const PUBLISHED_FOLDER = 'wencun-published';
/** What lists the heads of a published log, for servers that list no folders. */
export const headIndexFile = 'wencun/index.json';
/** The folder of the heads, which alone is listed at each sync. */
export const headsFolder = 'wencun/heads';
/** What tells which collection the folder is of. */
export const formatFile = 'wencun/format.json';
/** A path of the log as it is in the log's own folder. */
export const withinLog = (path: string): string => path.slice(`${LOG_FOLDER}/`.length);
/** The folders that a device needs, each after the one that it stands in. */
export const foldersOf = (device: string): readonly string[] => ['wencun', headsFolder, segmentsFolder(device)];
/** The folder of a device's segments. */
export const segmentsFolder = (device: string): string => `wencun/${device}`;
/** The file of a segment. */
export const segmentFile = (device: string, name: string): string => `${segmentsFolder(device)}/${name}`;
/** The file of a device's head. */
export const headFile = (device: string): string => `${headsFolder}/${device}.json`;

/**
 * The device whose head a file is; null for any other: programs that carry folders leave copies of conflicts, temporary files and
 * files of their own among them. Some servers and disks keep names in capitals.
 */
export function deviceOfHead(name: string): string | null {
  const device = /^(.+)\.json$/.exec(name.toLowerCase())?.[1];
  return isDevice(device) ? device : null;
}
