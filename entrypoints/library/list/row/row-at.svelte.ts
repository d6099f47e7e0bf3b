import { readerAddress } from '../reader-link.ts';
import type { RowProps } from './row-props.ts';

/** What stands at a place of the list, whatever the list's shape, and where it leads; it is asked for where it has not come yet. */
export function createRowAt(of: () => Pick<RowProps, 'results' | 'place'>) {
  const entry = $derived(of().results.at(of().place));
  const href = $derived(entry ? readerAddress(entry.row.id, of().results.found?.terms ?? []) : '');

  $effect(() => {
    const { results, place } = of();
    results.found;
    void results.need(place);
  });

  return {
    get entry() {
      return entry;
    },
    get href(): string {
      return href;
    },
  };
}
