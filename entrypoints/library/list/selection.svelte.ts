import { SvelteSet } from 'svelte/reactivity';

/** The essays chosen in the list, by id. A choice outlives scrolling: rows out of sight stay chosen. */
export function createSelection() {
  const chosen = new SvelteSet<string>();
  // Where a range starts: the row chosen last by itself.
  let anchor: string | null = null;

  return {
    get size(): number {
      return chosen.size;
    },
    get ids(): readonly string[] {
      return [...chosen];
    },
    /** Those chosen as a list has them; those that it does not have stand at its end. */
    inOrder(order: readonly string[]): readonly string[] {
      return [...new Set([...order.filter((id) => chosen.has(id)), ...chosen])];
    },
    has: (id: string): boolean => chosen.has(id),
    toggle(id: string): void {
      if (!chosen.delete(id)) chosen.add(id);
      anchor = id;
    },
    /** Chooses all from the row chosen last to this one; `order` is the list's ids from top to bottom. */
    extend(id: string, order: readonly string[]): void {
      const [from, to] = [anchor === null ? -1 : order.indexOf(anchor), order.indexOf(id)];
      if (from === -1 || to === -1) {
        chosen.add(id);
        anchor = id;
      } else for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) chosen.add(one);
    },
    /** Chooses these, whatever was chosen before. */
    all(ids: readonly string[]): void {
      chosen.clear();
      for (const id of ids) chosen.add(id);
    },
    /** Lets go of these, e.g. when they left the list. */
    drop(ids: readonly string[]): void {
      for (const id of ids) chosen.delete(id);
    },
    clear(): void {
      chosen.clear();
      anchor = null;
    },
  };
}

export type Selection = ReturnType<typeof createSelection>;
