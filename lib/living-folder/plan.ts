/** What was written of an essay into the folder, as it is remembered. */
export interface Mirrored {
  readonly id: string;
  /** Its file within the folder. */
  readonly path: string;
  /** What the essay was when it was written: another text when anything that stands in the file is another. */
  readonly state: string;
}

/** An essay as it is now: its file by the template, without number. */
export type WantedFile = Mirrored;

/** What is to be done with one file. */
export type Step =
  /** A file that is not there: written anew. */
  | { readonly is: 'write'; readonly id: string; readonly path: string }
  /** A file that is there: what is ours in it is replaced; `from` is where it lies now. */
  | { readonly is: 'update'; readonly id: string; readonly path: string; readonly from: string }
  /** The reader gave it another name or place: that is remembered, and nothing is written. */
  | { readonly is: 'follow'; readonly id: string; readonly path: string }
  /** The essay is gone: its file goes to the folder's trash. */
  | { readonly is: 'trash'; readonly id: string; readonly path: string }
  /** The essay is gone, and so is its file. */
  | { readonly is: 'forget'; readonly id: string };

/** Names are compared as Windows and macOS do. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase();

/** The mark at the end of a file's name by which it is known wherever the reader puts it: `-1a2b3c.md`. */
export const markOfFile = (id: string): string => `-${id.slice(0, 6)}.md`;

/**
 * What to write, move and leave, from what was written last, the essays as they are now, and the paths of the folder's files. An
 * essay that is as it was written needs nothing, whatever the reader did in its file. Pure; a file that is not ours is in no step.
 */
export function planMirror(
  known: readonly Mirrored[],
  wanted: readonly WantedFile[],
  listing: readonly string[],
): readonly Step[] {
  const there = new Map(listing.map((path) => [folded(path), path]));
  const before = new Map(known.map((one) => [one.id, one]));
  const now = new Set(wanted.map(({ id }) => id));
  const place = (one: Mirrored): string | null => there.get(folded(one.path)) ?? movedTo(one.id, listing, known);
  const places = new Map(known.map((one) => [one.id, place(one)]));
  const taken = new Set(there.keys());
  const steps: Step[] = [];
  for (const one of known) {
    if (now.has(one.id)) continue;
    const path = places.get(one.id) ?? null;
    steps.push(path === null ? { is: 'forget', id: one.id } : { is: 'trash', id: one.id, path });
  }
  for (const one of wanted) {
    const last = before.get(one.id);
    const from = places.get(one.id) ?? null;
    const moved = last !== undefined && from !== null && folded(from) !== folded(last.path);
    if (from === null || last === undefined) {
      steps.push({ is: 'write', id: one.id, path: freePath(one.path, taken) });
    } else if (last.state !== one.state) {
      // A file that the reader moved stays where it is.
      const path = moved || folded(one.path) === folded(from) ? from : freePath(one.path, taken);
      steps.push({ is: 'update', id: one.id, path, from });
    } else if (moved) {
      steps.push({ is: 'follow', id: one.id, path: from });
    }
  }
  return steps;
}

/** Where the reader moved a file to: the only one that ends in its mark, and that is no other essay's. */
function movedTo(id: string, listing: readonly string[], known: readonly Mirrored[]): string | null {
  const others = new Set(known.filter((one) => one.id !== id).map(({ path }) => folded(path)));
  const ends = folded(markOfFile(id));
  const found = listing.filter((path) => folded(path).endsWith(ends) && !others.has(folded(path)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The path, with a number where another file has it; it is taken from then on. */
function freePath(path: string, taken: Set<string>): string {
  const [, stem = path, extension = ''] = /^(.*?)(-\w{6}\.md|\.md)?$/s.exec(path) ?? [];
  let free = path;
  for (let n = 2; taken.has(folded(free)); n += 1) free = `${stem} (${n})${extension}`;
  taken.add(folded(free));
  return free;
}
