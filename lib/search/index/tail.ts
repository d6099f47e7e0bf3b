import { readableRow } from '../../collection/checked/check-row.ts';
import type { Collection } from '../../collection/collection.ts';
import { essayIdOf, type Ledger, stateOf } from '../../collection/ledger/read-ledger.ts';
import { DEAD } from '../../collection/ledger/slot.ts';
import { readAtOnce } from '../../collection/read-at-once.ts';
import { rawText, textOfEssay } from '../text/document.ts';
import { fold } from '../text/fold.ts';
import type { Document } from './build-segment.ts';
import type { Matches } from './match-segment.ts';
import { occurrences } from './occurrences.ts';

/** Essays that are read from the database at a time. */
const AT_A_TIME = 100;

/** Units of folded text of the tail that stay in memory. */
const ROOM = 8_000_000;

/** Documents with their folded text, `from` up to `to`, in order; dead ones are left out. */
export async function* readDocuments(
  collection: Collection,
  ledger: Ledger,
  from: number,
  to: number,
): AsyncGenerator<Document> {
  for (let start = from; start < to; start += AT_A_TIME) {
    const docs: number[] = [];
    for (let doc = start; doc < Math.min(start + AT_A_TIME, to); doc += 1) {
      if (stateOf(ledger, doc) !== DEAD) docs.push(doc);
    }
    if (docs.length === 0) continue;
    const { essays, bodies } = collection;
    const ids = docs.map((doc) => essayIdOf(ledger, doc - ledger.base));
    const found = await readAtOnce(collection, [essays, bodies], ({ get }) =>
      Promise.all(
        docs.map(async (doc, at) => {
          const row = readableRow('essays', await get(essays, ids[at] ?? ''));
          return { doc, row, body: row && textOfEssay(row, await get(bodies, row.captureId)) };
        }),
      ),
    );
    for (const { doc, row, body } of found) {
      // An essay that has another document by now is found by that one.
      if (row?.doc !== doc) continue;
      const raw = rawText(row, body);
      yield { doc, text: fold(raw), raw };
    }
  }
}

/** Searches the documents that no segment holds yet, as plain text. */
export interface TailScan {
  match(from: number, to: number, all: readonly string[], none: readonly string[], matches: Matches): Promise<void>;
}

export function tailScan(collection: Collection, ledger: Ledger): TailScan {
  const held = new Map<number, string>();
  const size = { units: 0 };
  const hold = ({ doc, text }: Pick<Document, 'doc' | 'text'>): void => {
    if (size.units + text.length > ROOM) return;
    held.set(doc, text);
    size.units += text.length;
  };
  const letGo = (before: number): void => {
    for (const [doc, text] of held) {
      if (doc >= before && stateOf(ledger, doc) !== DEAD) continue;
      held.delete(doc);
      size.units -= text.length;
    }
  };
  return {
    async match(from, to, all, none, { hits, weights, base }) {
      letGo(from);
      const judge = ({ doc, text }: Pick<Document, 'doc' | 'text'>): void => {
        const place = doc - base;
        if (hits[place] !== 1) return;
        const counts = all.map((term) => occurrences(text, term));
        if (counts.includes(0) || none.some((term) => text.includes(term))) hits[place] = 0;
        else weights[place] = counts.reduce((sum, count) => sum + count, 0);
      };
      const missing: number[] = [];
      for (let doc = from; doc < to; doc += 1) {
        const text = held.get(doc);
        if (text !== undefined) judge({ doc, text });
        else if (stateOf(ledger, doc) !== DEAD) missing.push(doc);
      }
      const unread = new Set(missing);
      const [first] = missing;
      if (first === undefined) return;
      for await (const document of readDocuments(collection, ledger, first, (missing.at(-1) ?? first) + 1)) {
        if (!unread.delete(document.doc)) continue;
        judge(document);
        hold(document);
      }
      for (const doc of unread) hits[doc - base] = 0;
    },
  };
}
