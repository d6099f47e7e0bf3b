/** Texts whose readings are remembered: more than a page has lines. */
const MOST = 999;
/** Characters of a text that is remembered: a long paragraph is seldom asked about twice, and would be held in memory for as long as its page is open. */
const LONGEST = 500;

/**
 * A reading of texts that reads each once: the stages of a page ask the same of its lines some four times. `read` must give the same for the same
 * text, so that nobody can tell what is remembered.
 */
export function onceAText<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size > MOST) known.clear();
    const now = read(text);
    known.set(text, now);
    return now;
  };
}
