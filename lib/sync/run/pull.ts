import { isEssayGone, type LogSegment, unpackSegment } from '../log/log-segment.ts';
import { deviceOfHead, headsFolder, segmentFile } from '../log/paths.ts';
import type { Operation } from '../model/operation.ts';
import type { LogStream } from '../model/synced-tables.ts';
import { type ReadingStorage, type StoredFile, SyncRefusal } from '../storage.ts';
import { checkOwnHead } from './own-head.ts';
import { readDeviceHead } from './read-head.ts';
import type { Replica } from './replica.ts';
import { afterReading, endOf, newPeer, type Peer, type SyncState } from './sync-state.ts';
import { expectFewDeletions } from './too-many.ts';

/**
 * Something about another device that the reader should know and that stops nothing. `missing`: its head was there and is not.
 * `shrunken`: its head tells of less than was read. `half`: its head, or a file of its log, is not whole (yet). `newer`: it runs a
 * newer version of this program. `clock`: it wrote its last head at a time that is more than a day away for this device.
 */
export interface PeerNotice {
  readonly device: string;
  readonly name: string;
  readonly notice: 'missing' | 'shrunken' | 'half' | 'newer' | 'clock';
}

/** What reading the others' logs came to. */
export interface Pulled {
  readonly state: SyncState;
  readonly operations: number;
  readonly notices: readonly PeerNotice[];
}

/** Reads what others wrote since the last time. `mayDelete`: the reader allowed that many essays are deleted. */
export async function pull(
  replica: Replica,
  storage: ReadingStorage,
  start: SyncState,
  mayDelete: boolean,
): Promise<Pulled> {
  const files = await storage.list(headsFolder);
  const run = { state: await checkOwnHead(storage, start, files), operations: 0, deleted: 0 };
  const notices: PeerNotice[] = [];
  const tell = (device: string, notice: PeerNotice['notice']): void => {
    notices.push({ device, name: run.state.peers[device]?.name ?? '', notice });
  };
  // Where two names differ in capitals alone, the one that was written counts.
  const inOrder = files.toSorted((one, other) => Number(isPlain(one)) - Number(isPlain(other)));
  const devices = new Map(inOrder.map((file) => [deviceOfHead(file.name), file]));
  for (const device of Object.keys(run.state.peers)) if (!devices.has(device)) tell(device, 'missing');

  for (const [device, file] of devices) {
    if (device === null || device === run.state.device) continue;
    const known = run.state.peers[device] ?? newPeer;
    if (known.tag === file.tag) continue;
    const head = await readDeviceHead(storage, device);
    if (typeof head === 'string') {
      tell(device, head);
      continue;
    }
    if (head.vault !== run.state.vault) throw new SyncRefusal('other-vault', head.name);
    const wanted = run.state.wanted;
    if (wanted.some((stream) => endOf(head.streams[stream]) < known.done[stream])) {
      tell(device, 'shrunken');
      continue;
    }
    const read = (segment: LogSegment) => readSegment(storage, device, segment);
    const unread = (stream: LogStream) => head.streams[stream].filter(({ to }) => to > known.done[stream]);
    if (!mayDelete) run.deleted += await expectFewDeletions(replica, unread('acts'), run.deleted, read);

    const lastOfActs = unread('acts').at(-1);
    const isToldWhole = head.more !== true;
    let peer: Peer = { ...known, name: head.name, at: head.at };
    if (lastOfActs === undefined) peer = afterReading(peer, device, [], isToldWhole);
    const isWhole = await everyInOrder(
      wanted.flatMap((stream) => unread(stream).map((segment) => ({ stream, segment }))),
      async ({ stream, segment }) => {
        const operations = await read(segment);
        if (operations === null) return false;
        for (const { some, isLast } of inPortions(operations, replica.mostApplied))
          await replica.apply(some, (newer) => {
            const isEnd = isLast && isToldWhole && segment === lastOfActs;
            const read = stream === 'acts' ? afterReading(peer, device, some, isEnd) : peer;
            // What is applied of a segment is applied anew when its reading is cut off.
            const done = isLast ? { ...peer.done, [stream]: segment.to } : peer.done;
            peer = { ...read, done, newer: peer.newer || newer > 0 };
            run.state = withPeer(run.state, device, peer);
            return run.state;
          });
        run.operations += operations.length;
        return true;
      },
    );
    if (isWhole) peer = { ...peer, tag: file.tag };
    run.state = withPeer(run.state, device, peer);
    await replica.writeState(run.state);
    if (!isWhole) tell(device, 'half');
    if (peer.newer) tell(device, 'newer');
  }
  return { state: run.state, operations: run.operations, notices };
}

const isPlain = ({ name }: StoredFile): boolean => name === name.toLowerCase();

const withPeer = (state: SyncState, device: string, peer: Peer): SyncState => ({
  ...state,
  peers: { ...state.peers, [device]: peer },
});

/** Operations in their order, `most` at a time; one portion of none where there are none. */
function* inPortions(
  operations: readonly Operation[],
  most: number,
): Generator<{ readonly some: readonly Operation[]; readonly isLast: boolean }> {
  for (let at = 0; at === 0 || at < operations.length; at += most)
    yield { some: operations.slice(at, at + most), isLast: at + most >= operations.length };
}

async function everyInOrder<T>(all: readonly T[], does: (one: T) => Promise<boolean>): Promise<boolean> {
  for (const one of all) if (!(await does(one))) return false;
  return true;
}

/** The operations of a segment; null where it is not there yet, or not whole: programs that carry folders bring files in any order. */
async function readSegment(
  storage: ReadingStorage,
  device: string,
  segment: LogSegment,
): Promise<readonly Operation[] | null> {
  const bytes = await storage.get(segmentFile(device, segment.name));
  const lines = bytes === null ? null : await unpackSegment(segment, bytes);
  if (lines === null || lines.operations.filter(isEssayGone).length > segment.gone) return null;
  return lines.operations;
}
