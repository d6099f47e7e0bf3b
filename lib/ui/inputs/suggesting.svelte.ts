/**
 * Suggestions for what is being typed: asked for at each change, moved through by arrows, taken by Enter or Tab and
 * put away by Escape. `ask` gives them for a text; `take` is told of the one taken.
 */
export function createSuggesting(
  ask: (text: string) => Promise<readonly string[]>,
  take: (suggestion: string) => void,
) {
  let list = $state.raw<readonly string[]>([]);
  let at = $state(-1);
  // Counts what was asked: a late answer about an earlier text is not shown.
  let turn = 0;

  function close(): void {
    turn += 1;
    [list, at] = [[], -1];
  }

  function accept(suggestion: string): void {
    close();
    take(suggestion);
  }

  return {
    get list(): readonly string[] {
      return list;
    },
    /** The place in the list that Enter would take; -1 for none. */
    get at(): number {
      return at;
    },
    close,
    accept,
    async about(text: string): Promise<void> {
      const mine = ++turn;
      const answer = await ask(text).catch(() => []);
      if (mine === turn) [list, at] = [answer, -1];
    },
    /** Tells whether the key was for the suggestions, and does what it asks. Not for keys of an input method. */
    key(key: string): boolean {
      if (list.length === 0) return false;
      const chosen = list[at];
      if (key === 'ArrowDown') at = at === list.length - 1 ? -1 : at + 1;
      else if (key === 'ArrowUp') at = at === -1 ? list.length - 1 : at - 1;
      else if (key === 'Escape') close();
      else if ((key === 'Enter' || key === 'Tab') && chosen !== undefined) accept(chosen);
      else return false;
      return true;
    },
  };
}

export type Suggesting = ReturnType<typeof createSuggesting>;
