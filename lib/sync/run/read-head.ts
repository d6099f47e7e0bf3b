import { decodeHead, type Head } from '../log/head.ts';
import { headFile } from '../log/paths.ts';
import { logStreams } from '../model/synced-tables.ts';
import type { ReadingStorage } from '../storage.ts';
import { endOf } from './sync-state.ts';

/**
 * The head of a device. Only the device itself writes it, so that of several that stand there the one counts which tells of the most: the
 * others are older. `half` where none is whole, `newer` where one is of a later format.
 */
export async function readDeviceHead(storage: ReadingStorage, device: string): Promise<Head | 'half' | 'newer'> {
  const path = headFile(device);
  const bytes = await storage.get(path);
  const others = (await storage.getOthers?.(path)) ?? [];
  const heads: Head[] = [];
  for (const one of bytes === null ? others : [bytes, ...others]) {
    const head = await decodeHead(one);
    if (head === 'newer') return 'newer';
    // A copy of another device's head under this name is none of this device's.
    if (head !== 'half' && head.device === device) heads.push(head);
  }
  return heads.toSorted((one, other) => toldBy(other) - toldBy(one) || (one.at > other.at ? -1 : 1))[0] ?? 'half';
}

/** How many operations a head tells of. */
const toldBy = ({ streams }: Head): number => logStreams.reduce((sum, stream) => sum + endOf(streams[stream]), 0);
