import type { QuickStore } from '../../lib/collection/journal/journal.ts';

/** The browser's store of a session, in memory; `values` are what it holds. */
export function quickStore(): QuickStore & { readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    put: async (id, value) => void values.set(id, value),
    remove: async (id) => void values.delete(id),
    all: async () => [...values.values()],
  };
}
