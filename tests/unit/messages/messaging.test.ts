import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => boolean;
const listeners = new Set<Listener>();

/** As browsers do it: whoever returns true answers; where nobody does, the sender gets nothing. */
const carry = (message: unknown): Promise<unknown> =>
  new Promise((resolve) => {
    const sent: unknown = JSON.parse(JSON.stringify(message));
    const sender = { url: 'chrome-extension://own/popup.html' };
    const taken = [...listeners].filter((listener) =>
      listener(sent, sender, (answer) => resolve(JSON.parse(JSON.stringify(answer)))),
    );
    if (taken.length === 0) resolve(undefined);
  });

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      sendMessage: (message: unknown) => carry(message),
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  },
}));

const { messageReceiver, messageSender } = await import('../../../lib/messages/messaging.ts');

interface Map {
  double(value: number): number;
  tell(): void;
}

beforeEach(() => listeners.clear());

test('A message is answered by the listener of its type', async () => {
  const onMessage = messageReceiver<Map>();
  onMessage('double', ({ data, sender }) => (sender.url?.endsWith('popup.html') ? data * 2 : 0));
  onMessage('tell', async () => undefined);
  expect(await messageSender<Map>()('double', 21)).toBe(42);
  expect(await messageSender<Map>()('tell')).toBeUndefined();
});

test('One listener of the browser’s serves all, and goes with the last', () => {
  const onMessage = messageReceiver<Map>();
  const ends = [onMessage('double', ({ data }) => data), onMessage('tell', () => undefined)];
  expect(listeners.size).toBe(1);
  for (const end of ends) end();
  expect(listeners.size).toBe(0);
});

test('A second listener for a type is a fault', () => {
  const onMessage = messageReceiver<Map>();
  onMessage('tell', () => undefined);
  expect(() => onMessage('tell', () => undefined)).toThrow('tell');
});

test('What a listener throws comes to the sender, by its name and words', async () => {
  const onMessage = messageReceiver<Map>();
  onMessage('double', () => {
    throw new RangeError('too much');
  });
  onMessage('tell', () => Promise.reject('words alone'));
  await expect(messageSender<Map>()('double', 1)).rejects.toMatchObject({ name: 'RangeError', message: 'too much' });
  await expect(messageSender<Map>()('tell')).rejects.toMatchObject({ message: 'words alone' });
});

test('A message that nobody takes, or that is not ours, has no answer', async () => {
  await expect(messageSender<Map>()('tell')).rejects.toThrow('No response');
  messageReceiver<Map>()('tell', () => undefined);
  for (const foreign of [null, 'tell', 7, { type: 'tell' }, { type: 'double', timestamp: 1 }])
    expect(await carry(foreign), JSON.stringify(foreign)).toBeUndefined();
});
