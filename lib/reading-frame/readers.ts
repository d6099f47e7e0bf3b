import { type ParsePage, type ReadStored, readStored } from '../clean-again/clean-again.ts';
import { parseHtml } from '../dom/parse.ts';
import { type OpenBytes, openInBrowser } from '../import/open-source.ts';
import { createSetReader, type SetReader } from '../import/set-reader.ts';
import { type AnywayReader, createServedReader, type ServedReader } from '../queue/read-served.ts';

/** Everything that reads pages which no tab shows: those of files, those that a queue fetched, and the kept originals. */
export interface Readers {
  readonly files: SetReader;
  readonly served: ServedReader & AnywayReader;
  readonly stored: ReadStored;
}

/** Readers that work on the spot. `turn` is called between the stages of reading, for others to have theirs. */
export function readersHere(
  turn?: () => Promise<void>,
  open: OpenBytes = openInBrowser,
  parse: ParsePage = parseHtml,
): Readers {
  return {
    files: createSetReader(open, turn),
    served: createServedReader(open),
    stored: (body, pages) => readStored(body, pages, parse),
  };
}
