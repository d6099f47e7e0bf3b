import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Files that a harvest writes to, each only at its end. */
export type OutputName = 'index' | 'captures' | 'listed' | 'records';

/** A line of the journal: what was done, and how long each file was then. */
export interface JournalLine<Done> {
  readonly done: Done;
  readonly lengths: Readonly<Partial<Record<OutputName, number>>>;
}

/** A journal: what is in it was done, and what the files hold beyond it was not. */
export interface Journal<Done> {
  /** What was done before, in its order. */
  readonly before: readonly Done[];
  /** Puts bytes at the end of a file. They count when the next line of the journal is written. */
  readonly append: (name: OutputName, bytes: Uint8Array | string) => void;
  readonly write: (done: Done) => void;
  readonly close: () => void;
}

/**
 * Opens the journal of a folder, and cuts off what files hold beyond its last whole line: the process before may have been stopped at any
 * byte. Throws what the disk says.
 */
export function openJournal<Done>(file: string, outputs: Readonly<Record<OutputName, string>>): Journal<Done> {
  mkdirSync(dirname(file), { recursive: true });
  const { lines, length } = existsSync(file) ? wholeLines<Done>(file) : { lines: [], length: 0 };
  if (existsSync(file)) truncateSync(file, length);
  const lengths: Partial<Record<OutputName, number>> = {};
  for (const line of lines) Object.assign(lengths, line.lengths);
  const names = Object.keys(outputs) as OutputName[];
  const handles = new Map<OutputName, number>();
  for (const name of names) {
    const path = outputs[name];
    const known = lengths[name] ?? 0;
    if (existsSync(path) && statSync(path).size > known) truncateSync(path, known);
    handles.set(name, openSync(path, 'a'));
  }
  const journal = openSync(file, 'a');
  const changed = new Set<OutputName>();
  return {
    before: lines.map(({ done }) => done),
    append(name, bytes) {
      const handle = handles.get(name);
      if (handle === undefined || bytes.length === 0) return;
      const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
      for (let at = 0; at < all.length; ) at += writeSync(handle, all, at);
      lengths[name] = (lengths[name] ?? 0) + all.length;
      changed.add(name);
    },
    write(done) {
      const line: JournalLine<Done> = {
        done,
        lengths: Object.fromEntries([...changed].map((name) => [name, lengths[name] ?? 0])),
      };
      changed.clear();
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      for (let at = 0; at < bytes.length; ) at += writeSync(journal, bytes, at);
    },
    close() {
      for (const handle of [journal, ...handles.values()]) closeSync(handle);
    },
  };
}

function wholeLines<Done>(file: string): { readonly lines: readonly JournalLine<Done>[]; readonly length: number } {
  const bytes = readFileSync(file);
  const lines: JournalLine<Done>[] = [];
  let length = 0;
  for (let at = 0; ; ) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0) break;
    try {
      lines.push(JSON.parse(bytes.toString('utf8', at, end)) as JournalLine<Done>);
    } catch {
      break;
    }
    at = end + 1;
    length = at;
  }
  return { lines, length };
}
