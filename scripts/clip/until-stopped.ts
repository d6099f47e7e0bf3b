/** Thrown out of a run that the user stopped, by Ctrl+C for one. */
export class Stopped extends Error {
  /** What a shell expects of a program that a signal ended. */
  readonly exitCode: number;
  constructor(exitCode: number) {
    super('stopped');
    this.exitCode = exitCode;
  }
}

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * The same items until the program is told to end: then it throws `Stopped` at once, so that whoever writes a file takes it away,
 * and lets the items' source clean up.
 */
export async function* untilStopped<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const signals = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  const held: { reason: Stopped | null; end: (reason: Stopped) => void } = { reason: null, end: () => undefined };
  const stop = (signal: keyof typeof exitCodes): void => {
    held.reason ??= new Stopped(exitCodes[signal]);
    held.end(held.reason);
  };
  for (const signal of signals) process.on(signal, stop);
  const source = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await new Promise<IteratorResult<Item>>((resolve, reject) => {
        held.end = reject;
        if (held.reason !== null) reject(held.reason);
        source.next().then(resolve, reject);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    for (const signal of signals) process.off(signal, stop);
    void source.return?.();
  }
}
