import { type Fingerprint, likeness, NEAR } from '../../../lib/collection/duplicates/minhash.ts';
import { createBuckets } from './buckets.ts';

/** Characters that an essay takes in the buckets: its minima beside each of its bands. */
const SIZE = 16 * 700;

/** Finds essays that are nearly the same text, as the library does, among any number of them. */
export interface NearFinder {
  readonly add: (id: string, fingerprint: Fingerprint) => Promise<void>;
  /** Ids of essays that are alike, in groups of two and more; each group and the groups in the order of the ids. */
  readonly groups: () => Promise<readonly (readonly string[])[]>;
  readonly remove: () => Promise<void>;
}

type Row = readonly [band: string, id: string, minhash: readonly number[]];

/** A finder that holds its numbers in a folder of its own, for so many essays. */
export function createNearFinder(folder: string, essays: number): NearFinder {
  const buckets = createBuckets(folder, essays * SIZE);
  return {
    async add(id, { bands, minhash }) {
      for (const band of bands) await buckets.add(keyOf(band), JSON.stringify([band, id, minhash]));
    },
    async groups() {
      const parents = new Map<string, string>();
      for await (const lines of buckets.all()) joinAlike(lines, parents);
      return groupsOf(parents);
    },
    remove: buckets.remove,
  };
}

/** Hexadecimal digits that spread bands evenly: their digest follows the point. */
function keyOf(band: string): string {
  const digest = Number.parseInt(band.slice(band.indexOf('.') + 1), 36);
  return digest.toString(16).padStart(8, '0').split('').reverse().join('');
}

/** Joins those that share a band and are alike. Each is compared with the first of each kind: of texts that thousands share, few kinds are. */
function joinAlike(lines: readonly string[], parents: Map<string, string>): void {
  const byBand = new Map<string, Row[]>();
  for (const line of lines) {
    const row = JSON.parse(line) as Row;
    const rows = byBand.get(row[0]);
    if (rows === undefined) byBand.set(row[0], [row]);
    else rows.push(row);
  }
  for (const rows of byBand.values()) {
    if (rows.length < 2) continue;
    const kinds: Row[] = [];
    for (const row of rows.toSorted(([, one], [, other]) => (one < other ? -1 : 1))) {
      const like = kinds.find(([, , minhash]) => likeness(minhash, row[2]) >= NEAR);
      if (like === undefined) kinds.push(row);
      else join(parents, like[1], row[1]);
    }
  }
}

function rootOf(parents: ReadonlyMap<string, string>, id: string): string {
  let at = id;
  for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(at)) at = next;
  return at;
}

/** The least id stands for all that are joined. */
function join(parents: Map<string, string>, one: string, other: string): void {
  const roots = [rootOf(parents, one), rootOf(parents, other)].sort();
  const [least = one, greater = other] = roots;
  for (const id of [one, other, least, greater]) parents.set(id, least);
}

function groupsOf(parents: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const id of [...parents.keys()].sort()) {
    const root = rootOf(parents, id);
    groups.set(root, [...(groups.get(root) ?? []), id]);
  }
  return [...groups.values()];
}
