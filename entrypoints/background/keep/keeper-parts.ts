import type { Collection } from '../../../lib/collection/collection.ts';
import type { Journal } from '../../../lib/collection/journal/journal.ts';

/** What the keeper stands on. */
export interface KeeperParts {
  readonly collection: Collection;
  readonly journal: Journal;
  /** The name of this run of the browser. */
  readonly run: () => Promise<string>;
  /** Called when something was put into the journal, so that the browser wakes us when we are stopped. */
  readonly wakeLater: () => void;
  /** Resolves when all that was kept until now has its second copy, or is to have none; false when the disk did not take it. */
  readonly copied: () => Promise<boolean>;
  /** True when the second copy ever had the capture of a keep, also where it was deleted since. */
  readonly everCopied: (captureId: string) => Promise<boolean>;
  /** True while the disk has so little room that what was written to it last is in doubt. */
  readonly isDiskTight: () => Promise<boolean>;
  /** Asks for the images of an essay whose page is gone, of archives at their pace; the browser's own where it is left out. */
  readonly ask?: typeof fetch;
  /** Told of each essay that was kept at once, of a window that is not private. */
  readonly kept?: (essayId: string) => Promise<void>;
}
