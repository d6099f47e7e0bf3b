/** What a page has learned since its recorder was set up. */
export interface PageRecord {
  /** Types and data of window messages. */
  readonly messages: readonly string[];
  /** Events that no reader caused, by their names. */
  readonly events: readonly string[];
  /** Changes of its tree. */
  readonly mutations: readonly string[];
  /** Names that came to its window. */
  readonly globals: readonly string[];
  /** Resources that it is told of, and by whom asked for. */
  readonly resources: readonly string[];
}

/**
 * Set up in the page's own world as soon as it has loaded: records whatever a page can see of what goes on in it. Sent to the page as it
 * is, so it uses nothing from outside of itself.
 */
export function recordPage(names: readonly string[]): void {
  const record = {
    messages: [] as string[],
    events: [] as string[],
    mutations: [] as string[],
    globals: Object.getOwnPropertyNames(window),
    // An entry comes when its answer has: what the page itself asked for before may still come in.
    since: performance.now(),
  };
  Object.defineProperty(window, '__record', { value: record, enumerable: false });
  addEventListener('message', ({ data }) => record.messages.push(JSON.stringify(data)), true);
  for (const name of names)
    for (const target of [window, document]) target.addEventListener(name, () => record.events.push(name), true);
  new MutationObserver((changes) => {
    for (const { type, target } of changes) record.mutations.push(`${type} ${target.nodeName}`);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** What the recorder of a page has by now. Sent to the page, too. */
export function readRecord(): PageRecord {
  const { messages, events, mutations, globals, since } = Reflect.get(window, '__record');
  return {
    messages,
    events,
    mutations,
    globals: Object.getOwnPropertyNames(window).filter((name) => name !== '__record' && !globals.includes(name)),
    resources: performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime >= since)
      // What the page's own style sheets want is asked for when it is first painted. One of ours would be a change of its tree.
      .filter((entry) => Reflect.get(entry, 'initiatorType') !== 'css')
      .map((entry) => `${entry.name} ${Reflect.get(entry, 'initiatorType')}`)
      // The browser asks for it by itself, when it likes.
      .filter((resource) => !resource.includes('/favicon.ico ')),
  };
}

/** What a page may learn of us. */
export const nothing: PageRecord = { messages: [], events: [], mutations: [], globals: [], resources: [] };

/** Names of events of ours that a page could wait for: those of WXT's content scripts, for each script and id of the extension. */
export const eventNames = (id: string): readonly string[] =>
  ['prefilter', 'recognise', 'clip', 'column'].map((script) => `${id}:${script}:wxt:content-script-started`);
