import type { OpenFrame } from './ask-frame.ts';

/** Milliseconds that the frame's page may take to be there. */
const OPENING = 15_000;

/**
 * Opens the frame of an address within this page, unseen. It is sandboxed: it has no origin, and so a process of its own in Chromium, whose
 * hanging nothing else waits for. Rejects where it does not load.
 */
export function openFrame(address: string): Promise<OpenFrame> {
  const element = document.createElement('iframe');
  element.hidden = true;
  element.src = address;
  const end = (): void => element.remove();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end();
      reject(new Error('The frame that reads pages does not load.'));
    }, OPENING);
    element.addEventListener('load', () => {
      clearTimeout(timer);
      const { port1, port2 } = new MessageChannel();
      // An address without an origin can be named by no other target.
      element.contentWindow?.postMessage('read', '*', [port2]);
      resolve({ port: port1, end });
    });
    document.documentElement.append(element);
  });
}
