import { type Capture, digestOf } from './capture.ts';
import { urlKeyOf } from './url-key.ts';

/** A capture with what the index says of it. */
export interface ShelvedCapture extends Capture {
  readonly urlkey: string;
  readonly digest: string;
  /** Bytes of its record, some hundred more than its body's half; -1 where it is not known. */
  readonly length: number;
}

/** The captures of an archive, in the order of its index. */
export interface Shelf {
  readonly all: () => readonly ShelvedCapture[];
  readonly ofKey: (urlkey: string) => readonly ShelvedCapture[];
  readonly add: (capture: Capture) => void;
}

/** Bytes of the headers of a record. */
const HEADERS = 420;

/** Shelves captures; more may come later. */
export function createShelf(captures: readonly Capture[]): Shelf {
  const shelve = (capture: Capture): ShelvedCapture => {
    const body = capture.body();
    const length = capture.lengthUnknown ? -1 : HEADERS + (capture.revisit ? 0 : Math.round(body.length / 2));
    return { ...capture, urlkey: urlKeyOf(capture.original), digest: capture.digest ?? digestOf(body), length };
  };
  const state = { rows: captures.map(shelve).sort(order), keys: new Map<string, ShelvedCapture[]>() };
  const byKey = (): Map<string, ShelvedCapture[]> => {
    if (state.keys.size === 0) for (const row of state.rows) append(state.keys, row);
    return state.keys;
  };
  return {
    all: () => state.rows,
    ofKey: (urlkey) => byKey().get(urlkey) ?? [],
    add: (capture) => {
      state.rows = [...state.rows, shelve(capture)].sort(order);
      state.keys = new Map();
    },
  };
}

const order = (one: ShelvedCapture, other: ShelvedCapture): number =>
  one.urlkey === other.urlkey ? compare(one.timestamp, other.timestamp) : compare(one.urlkey, other.urlkey);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function append(keys: Map<string, ShelvedCapture[]>, row: ShelvedCapture): void {
  const rows = keys.get(row.urlkey);
  if (rows) rows.push(row);
  else keys.set(row.urlkey, [row]);
}
