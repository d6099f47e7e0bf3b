import { parentPort } from 'node:worker_threads';
import { fail } from '../../lib/essay/outcome.ts';
import type { Order } from '../../scripts/clip/clip-worker.ts';

/* A thread that does what its job is called, as bad pages make a thread do; otherwise it gives the name back, some late. */

const deeds: Readonly<Record<string, () => void>> = {
  hang: () => {
    for (;;);
  },
  throw: () => {
    throw new Error('broken');
  },
  exit: () => process.exit(3),
  fill: () => {
    const held: number[][] = [];
    for (;;) held.push(new Array<number>(1_000_000).fill(1));
  },
};

parentPort?.on('message', ({ job: { id } }: Order) => {
  deeds[id ?? '']?.();
  setTimeout(() => parentPort?.postMessage(fail('unreadable', `${id}`)), Math.random() * 20);
});
parentPort?.postMessage('ready');
