/** The prototypes of a document's nodes: those of the document, an element and a text. */
function prototypesOf(document: Document): object[] {
  const nodes = [document, document.createElement('p'), document.createTextNode('')];
  const prototypes = new Set<object>();
  for (const node of nodes) {
    for (let at: object | null = Object.getPrototypeOf(node); at !== null; at = Object.getPrototypeOf(at)) {
      if (at !== Object.prototype) prototypes.add(at);
    }
  }
  return [...prototypes];
}

/**
 * Counts every getter and method of the tree that is called from now on: work that does not hang on the machine. To be asked
 * before anything has looked at a page of the same window.
 */
export function countCalls(document: Document): () => number {
  const count = { calls: 0 };
  for (const prototype of prototypesOf(document)) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const { get, value } = property;
      if (!property.configurable || name === 'constructor') continue;
      if (get !== undefined) {
        Object.defineProperty(prototype, name, {
          ...property,
          get(this: unknown) {
            count.calls += 1;
            return get.call(this);
          },
        });
      } else if (typeof value === 'function') {
        Object.defineProperty(prototype, name, {
          ...property,
          value(this: unknown, ...args: readonly unknown[]) {
            count.calls += 1;
            return value.apply(this, args);
          },
        });
      }
    }
  }
  return () => count.calls;
}
