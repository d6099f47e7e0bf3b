import type { Collection } from '../collection/collection.ts';
import { isAnyUncopied } from '../collection/copy/any-uncopied.ts';
import { observe } from '../collection/observe.ts';
import { sendMessage } from './protocol.ts';

/** Milliseconds in which changes are gathered before the background is woken for them. */
const GATHER = 500;

/**
 * Wakes the background when this page, or any other, has changed something that is not in the second copy yet: Chrome's sleeps while
 * nobody asks it anything. It is woken once in any case, since it also looks whether the collection is the one that was there.
 */
export function askToCopy(collection: Collection): () => void {
  const gathering: { timer?: ReturnType<typeof setTimeout> | undefined } = {};
  const ask = (): void => {
    gathering.timer = undefined;
    sendMessage('copyChanges').catch(() => undefined);
  };
  ask();
  return observe(
    () => isAnyUncopied(collection),
    (waiting) => {
      if (waiting) gathering.timer ??= setTimeout(ask, GATHER);
    },
  );
}
