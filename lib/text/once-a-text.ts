/** Texts whose readings are remembered: more than a page has lines. */
const most = 999;

/** A reading of texts that reads each once: the stages of a page ask the same of its lines some four times. */
export function onceAText<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) {
      if (known.size > most) known.clear();
      known.set(text, read(text));
    }
    return known.get(text) as T;
  };
}
