import type { LogSegment } from '../log/log-segment.ts';
import { deviceOf, type Stamp } from '../model/clock.ts';
import type { Operation } from '../model/operation.ts';
import type { Seen } from '../model/seen.ts';
import { type LogStream, logStreams } from '../model/synced-tables.ts';

/** What a device knows of another one's log. */
export interface Peer {
  /** What its reader calls it. */
  readonly name: string;
  /** When its last head was written: UTC, ISO 8601. */
  readonly at: string;
  /** The storage's tag of the last head that was read to its end. */
  readonly tag: string;
  /** The places in its streams up to which they were read. */
  readonly done: Readonly<Record<LogStream, number>>;
  /** True where it sent what only a newer version of this program knows: it is read again by one. */
  readonly newer: boolean;
  /** Its last stamp that was read, and the last one at a time when all of its acts were read, those whose texts come in a later file too. */
  readonly latest?: Stamp;
  readonly whole?: Stamp;
}

/** What a device remembers of its syncs: small, written whole, in the transaction of what it tells of. */
export interface SyncState {
  /** Id of this device, 12 letters and digits. */
  readonly device: string;
  readonly name: string;
  /** The collection that the folder holds; null until it was seen. */
  readonly vault: string | null;
  /** True when the folders and the format's file are there. */
  readonly isPrepared: boolean;
  /** The device's own segments, in order. */
  readonly streams: Readonly<Record<LogStream, readonly LogSegment[]>>;
  /** Which streams this device sends and reads. */
  readonly wanted: readonly LogStream[];
  /** True while the head in the storage is not the last one. */
  readonly isHeadOld: boolean;
  /** How many heads were written; their sizes differ by it. */
  readonly heads: number;
  /** Bytes of the last one. */
  readonly headSize: number;
  /** Files that no head names any more. */
  readonly unused: readonly string[];
  readonly peers: Readonly<Record<string, Peer>>;
  /** The model that peers' operations were read by. */
  readonly model: number;
  /** When it was last looked whether all of the log is there, milliseconds since 1970. */
  readonly lookedAt?: number;
}

/** The model of operations that this version knows: raised with every table or field that is added to `synced-tables.ts`. */
export const SYNC_MODEL = 2;

const each = <T>(value: T): Record<LogStream, T> => ({ acts: value, originals: value, images: value });

/** The state of a device that never synced. */
export const newSyncState = (device: string, name: string, wanted: readonly LogStream[] = logStreams): SyncState => ({
  device,
  name,
  vault: null,
  isPrepared: false,
  streams: each([]),
  wanted,
  isHeadOld: false,
  heads: 0,
  headSize: 0,
  unused: [],
  peers: {},
  model: SYNC_MODEL,
});

/** What is known of a device whose log was not read yet. */
export const newPeer: Peer = { name: '', at: '', tag: '', done: each(0), newer: false, latest: '', whole: '' };

/** What is known of a device after some of its operations were read; `isEnd`: there are no more of its acts. */
export function afterReading(peer: Peer, device: string, operations: readonly Operation[], isEnd: boolean): Peer {
  let latest = peer.latest ?? '';
  for (const { stamp } of operations) if (stamp > latest && deviceOf(stamp) === device) latest = stamp;
  return { ...peer, latest, ...(isEnd && { whole: latest }) };
}

/** How far the logs were read of which the end was not, so that texts of what came since may be on their way: up to that stamp nothing is. */
export const readByHalf = ({ peers = {} }: Partial<SyncState>): Seen =>
  Object.fromEntries(
    Object.entries(peers).flatMap(([device, { latest = '', whole }]) =>
      whole === undefined || whole === latest ? [] : [[device, whole]],
    ),
  );

/** The place after the last segment. */
export const endOf = (segments: readonly LogSegment[]): number => segments.at(-1)?.to ?? 0;
