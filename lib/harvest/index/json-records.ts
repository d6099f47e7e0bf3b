/** Cuts JSON into its records as it comes in, whatever its line ends. */
export interface JsonCutter {
  /** Takes in more text; gives the records that it completes, as JSON: arrays within an array, or objects. */
  readonly push: (text: string) => readonly string[];
  /** True while a record, or the list that holds them, has not ended: then more is to come, or was cut off. */
  readonly isOpen: () => boolean;
}

/** Longest record that is waited for, in UTF-16 units: an address may be long, and a server may never end one. */
const longestRecord = 1_000_000;
/** What matters outside of strings, and within them. */
const marks = /[[\]{}"]/g;
const quotes = /["\\]/g;

/**
 * A cutter for the two forms that indexes have, one array of rows (`[[…],[…]]`) and an object a line (`{…}{…}`). Objects within
 * an array, and arrays a line, are taken as well.
 */
export function createJsonCutter(): JsonCutter {
  const state = { text: '', at: 0, depth: 0, quoted: false, outer: -1, start: -1, startDepth: 0 };
  const begin = (at: number, depth: number): void => {
    state.start = at;
    state.startDepth = depth;
    state.outer = -1;
  };

  /** Takes in a mark; true where it ends a record. */
  function take(mark: string, at: number): boolean {
    if (mark === '"') {
      // A string at once within the outer array: that is the row itself.
      if (state.outer >= 0) begin(state.outer, 0);
      state.quoted = true;
      return false;
    }
    if (mark === ']' || mark === '}') {
      state.depth = Math.max(0, state.depth - 1);
      return state.start >= 0 && state.depth === state.startDepth;
    }
    if (state.start < 0 && (mark === '{' || state.depth > 0)) begin(at, state.depth);
    else if (state.start < 0) state.outer = at;
    state.depth += 1;
    return false;
  }

  /** Goes on to the end of a string; false where it has not come yet. */
  function passString(): boolean {
    quotes.lastIndex = state.at;
    for (let found = quotes.exec(state.text); found !== null; found = quotes.exec(state.text)) {
      if (found[0] === '"') {
        state.at = found.index + 1;
        state.quoted = false;
        return true;
      }
      // What is escaped may not have come yet.
      if (found.index + 1 >= state.text.length) {
        state.at = found.index;
        return false;
      }
      quotes.lastIndex = found.index + 2;
    }
    state.at = state.text.length;
    return false;
  }

  function keepRest(): void {
    const from = [state.start, state.outer, state.at].find((at) => at >= 0) ?? 0;
    const rest = state.text.length - from > longestRecord ? state.at : from;
    state.text = state.text.slice(rest);
    state.at -= rest;
    if (state.outer >= 0) state.outer -= rest;
    if (state.start >= 0) state.start -= rest;
  }

  return {
    push(text) {
      state.text += text;
      const records: string[] = [];
      for (;;) {
        if (state.quoted && !passString()) break;
        marks.lastIndex = state.at;
        const found = marks.exec(state.text);
        state.at = found === null ? state.text.length : found.index + 1;
        if (found === null) break;
        if (!take(found[0], found.index)) continue;
        records.push(state.text.slice(state.start, state.at));
        state.start = -1;
      }
      keepRest();
      return records;
    },
    isOpen: () => state.depth > 0 || state.quoted,
  };
}
