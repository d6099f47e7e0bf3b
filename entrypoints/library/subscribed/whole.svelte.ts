import { i18n } from '#i18n';
import type { Collection } from '../../../lib/collection/collection.ts';
import { getRows } from '../../../lib/collection/get-rows.ts';
import type { EssayRow } from '../../../lib/collection/rows.ts';
import type { Search } from '../../../lib/search/contract.ts';
import { afterPaint } from '../../../lib/ui/after-paint.ts';
import type { JoinedLibrary } from './follow-subscriptions.ts';

/**
 * One's own collection and what is read of others, as the list shows them together. Who subscribes to nothing loads nothing of it, and who does has
 * the own list first.
 */
export function createWhole(collection: Collection, own: Search) {
  let names = $state.raw<ReadonlyMap<string, string>>(new Map());
  const held: { joined: JoinedLibrary | null } = { joined: null };
  const listeners = new Set<() => void>();
  const search: Search = {
    ...own,
    find: (request) => (held.joined ?? own).find(request),
    snippets: (ids, terms) => (held.joined ?? own).snippets(ids, terms),
    onChange: (listener) => {
      const stop = own.onChange(listener);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
  return {
    search,
    /** Names of those that are subscribed to, by id. */
    get names(): ReadonlyMap<string, string> {
      return names;
    },
    rows: (ids: readonly string[]): Promise<readonly (EssayRow | null)[]> =>
      held.joined?.rows(ids) ?? getRows(collection, ids),
    /** Copies an essay of another's into one's own; see `takeEssay`. Null where it is not there any more. */
    take: async (id: string) => held.joined?.take(id) ?? null,
    /** Follows what is subscribed to, after `first` has settled. Gives the function that stops it. */
    follow(first: Promise<unknown> | undefined): () => void {
      const ended: { stop: (() => void) | null; is: boolean } = { stop: null, is: false };
      const begin = async (): Promise<void> => {
        await first?.catch(() => null);
        await afterPaint();
        const { followSubscriptions } = await import('../late.ts');
        if (ended.is) return;
        ended.stop = followSubscriptions(collection, own, {
          changed: () => {
            for (const listener of listeners) listener();
          },
          joined: (joined, all) => {
            const before = names.size;
            [held.joined, names] = [joined, all];
            if (before + all.size > 0) for (const listener of listeners) listener();
          },
        });
      };
      void begin().catch(() => undefined);
      return () => {
        ended.is = true;
        ended.stop?.();
      };
    },
  };
}

export type Whole = ReturnType<typeof createWhole>;

/** Copies an essay of another's into the reader's own, and tells it. */
export async function takeOver(
  { take }: Whole,
  { id, title }: Pick<EssayRow, 'id' | 'title'>,
  say: (text: string) => void,
): Promise<void> {
  const taken = await take(id);
  const done = taken?.ok ? (taken.value.change === 'new' ? 'takenNamed' : 'thereNamed') : 'takeFailed';
  say(i18n.t(`colleagues.${done}`, [title]));
}
