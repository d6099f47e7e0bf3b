import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askOnce } from '../../../entrypoints/background/archives/ask-once.ts';

type Listener = (details: object) => void;

const heard = vi.hoisted(() => {
  const event = () => {
    const listeners = new Map<Listener, unknown>();
    return {
      listeners,
      addListener: (listener: Listener, filter: unknown) => void listeners.set(listener, filter),
      removeListener: (listener: Listener) => void listeners.delete(listener),
      tell: (details: object) => {
        for (const listener of [...listeners.keys()]) listener(details);
      },
    };
  };
  return { onBeforeRedirect: event(), onHeadersReceived: event() };
});
vi.mock('wxt/browser', () => ({ browser: { webRequest: heard } }));

const url = 'http://a.example/show.asp?id=1';
const opaque = () => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });

/** The server answers so, and the browser tells this of it. */
function answers(response: Response, tell: () => void = () => undefined): void {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => {
      tell();
      return response;
    }),
  );
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('follows nothing, and listens to nothing but its own request, no longer than that', async () => {
  answers(new Response('x'), () => {
    for (const { listeners } of Object.values(heard))
      expect([...listeners.values()]).toEqual([{ urls: ['*://a.example/*'], tabId: -1 }]);
  });
  expect(await askOnce(`${url}#top`, { credentials: 'omit' })).toMatchObject({ to: null });
  expect(vi.mocked(fetch)).toHaveBeenCalledExactlyOnceWith(`${url}#top`, { credentials: 'omit', redirect: 'manual' });
  for (const { listeners } of Object.values(heard)) expect(listeners.size).toBe(0);
});

const location = (header: object) =>
  heard.onHeadersReceived.tell({ url, responseHeaders: [{ name: 'Location', ...header }] });

it.each([
  ['a whole address', () => location({ value: 'http://b.example/2' }), 'http://b.example/2'],
  ['a part of one', () => location({ value: '/2' }), 'http://a.example/2'],
  ['GBK', () => location({ binaryValue: [0x2f, 0xb5, 0xb3] }), 'http://a.example/%B5%B3'],
  [
    'the browser itself',
    () => heard.onBeforeRedirect.tell({ url, redirectUrl: 'https://a.example/2' }),
    'https://a.example/2',
  ],
])('tells where it is sent: %s', async (_, tell, to) => {
  answers(opaque(), tell);
  expect((await askOnce(`${url}#top`, undefined)).to).toBe(to);
});

it('hears it also when the browser tells it after the answer', async () => {
  answers(opaque(), () => void setTimeout(() => location({ value: '/2' }), 300));
  const asked = askOnce(url, undefined);
  await vi.advanceTimersByTimeAsync(300);
  expect((await asked).to).toBe('http://a.example/2');
});

it.each([
  ['nobody tells', () => undefined],
  ['another request is told of', () => heard.onBeforeRedirect.tell({ url: 'http://a.example/9', redirectUrl: url })],
  ['no address is told', () => location({ value: 'http://[' })],
])('knows of no place where %s', async (_, tell) => {
  answers(opaque(), tell);
  const asked = askOnce(url, undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await asked).to).toBeNull();
});
