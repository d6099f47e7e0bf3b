import type { Collection } from '../../../lib/collection/collection.ts';
import { importedIds } from '../import/imported-ids.ts';
import type { Route } from '../route.svelte.ts';
import type { Lacking } from './lackings.ts';

/** A list that is kept to certain essays, which no filter of the ledger finds. */
type AsideRoute = Pick<Route, 'imported' | 'lacking'>;

/** True where the list is kept to certain essays. */
export const isAside = ({ imported, lacking }: AsideRoute): boolean => imported !== undefined || lacking !== undefined;

const keyOf = ({ imported, lacking }: AsideRoute): string => JSON.stringify([imported ?? '', lacking ?? '']);

/** What finds them is loaded when it is wanted. */
async function lackingOf(collection: Collection, of: Lacking): Promise<readonly string[]> {
  const { idsLacking } = await import('./lacking-ids.ts');
  return idsLacking(collection, of);
}

/** The ids of the essays that the list is kept to: those of an import, those that lack something. */
export function createAside(collection: Collection) {
  let read = $state.raw<{ readonly of: string; readonly ids: readonly string[] }>({ of: '', ids: [] });
  return {
    /** Null until they are read, undefined where the list is of all. */
    idsOf: (spot: AsideRoute): readonly string[] | null | undefined =>
      !isAside(spot) ? undefined : read.of === keyOf(spot) ? read.ids : null,
    follow(spot: AsideRoute): void {
      if (!isAside(spot) || read.of === keyOf(spot)) return;
      const { imported, lacking } = spot;
      const asked = imported === undefined ? null : importedIds(collection, imported);
      const lacked = lacking === undefined ? null : lackingOf(collection, lacking);
      void Promise.all([asked, lacked]).then(([one, other]) => {
        const ids = (one ?? other ?? []).filter((id) => other === null || other.includes(id));
        read = { of: keyOf(spot), ids };
      });
    },
  };
}
