import { type Browser, browser } from 'wxt/browser';

/**
 * Messages between the parts of the extension. A content script on every page of a portal carries this along, so that it is no
 * more than what is used here. What is thrown by who answers is thrown to who asked, by its name and words.
 */

/** A map of messages: what each is sent with, and what is answered. */
type Messages<P> = { readonly [K in keyof P]: (data: never) => unknown };

interface Sent {
  readonly type: string;
  readonly data: unknown;
  /** By it a message of ours is told from others; in milliseconds since 1970. */
  readonly timestamp: number;
}
interface Answer {
  readonly res?: unknown;
  readonly err?: { readonly name: string; readonly message: string };
}

/** Sends a message and gives its answer. Rejects when nobody listens, or who answers throws. */
export type SendMessage<P extends Messages<P>> = <K extends keyof P & string>(
  type: K,
  ...data: Parameters<P[K]>
) => Promise<Awaited<ReturnType<P[K]>>>;

/** Answers all messages of a type; a second listener for one is a fault. Gives what ends the listening. */
export type OnMessage<P extends Messages<P>> = <K extends keyof P & string>(
  type: K,
  answer: (message: {
    readonly data: Parameters<P[K]>[0];
    readonly sender: Browser.runtime.MessageSender;
  }) => ReturnType<P[K]> | Promise<Awaited<ReturnType<P[K]>>>,
) => () => void;

/** Sends messages of a map. */
export const messageSender =
  <P extends Messages<P>>(): SendMessage<P> =>
  async (type, ...[data]) => {
    const message: Sent = { type, data, timestamp: Date.now() };
    const answer: Answer | undefined = await browser.runtime.sendMessage(message);
    if (answer === undefined) throw new Error('No response');
    if (answer.err) throw Object.assign(new Error(answer.err.message), { name: answer.err.name });
    // The map says what is answered.
    return answer.res as never;
  };

/** Listens to messages of a map; one listener of the browser's serves them all. */
export function messageReceiver<P extends Messages<P>>(): OnMessage<P> {
  const answers = new Map<string, (message: never) => unknown>();
  const listener = (
    message: Partial<Sent> | null,
    sender: Browser.runtime.MessageSender,
    respond: (answer: Answer) => void,
  ): boolean => {
    const answer = typeof message?.timestamp === 'number' ? answers.get(message.type ?? '') : undefined;
    if (answer === undefined) return false;
    const answered = async (): Promise<unknown> => answer({ data: message?.data, sender } as never);
    answered().then(
      (res) => respond({ res }),
      (error: unknown) => respond({ err: wordsOf(error) }),
    );
    return true;
  };
  return (type, answer) => {
    if (answers.has(type)) throw new Error(`Two listeners for ${type}`);
    if (answers.size === 0) browser.runtime.onMessage.addListener(listener);
    answers.set(type, answer);
    return () => {
      answers.delete(type);
      if (answers.size === 0) browser.runtime.onMessage.removeListener(listener);
    };
  };
}

const wordsOf = (error: unknown): { name: string; message: string } =>
  error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };
