import type { ArchivedCopy } from '../../essay/essay.ts';
import type { Outcome } from '../../essay/outcome.ts';
import type { Collection } from '../collection.ts';
import type { StorageProblem } from '../storage.ts';
import { changeRows, type Done } from './change-rows.ts';

/**
 * Says which archived copy stands for an essay that was kept from its living site: one that was asked to be saved, or that was found. It stands
 * in citations. An essay that was kept from an archive has its own, and stays as it is.
 */
export const setGivenCopy = (
  collection: Collection,
  id: string,
  givenCopy: ArchivedCopy,
): Promise<Outcome<Done, StorageProblem>> =>
  changeRows(collection, [id], (row) =>
    row.archivedCopy !== null || row.givenCopy?.url === givenCopy.url ? row : { ...row, givenCopy },
  );
